import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readLicences } from '../../../src-main/lab/licences.js';
import { outsideArchive } from '../../../src-main/lab/outside-archive.js';

it('the licences are those that the build collected', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'paralelo-licences-'));
  const path = join(folder, 'licences.json');
  const one = { name: 'ws', version: '8.0.0', licence: 'MIT', text: 'words' };
  await writeFile(path, JSON.stringify([one]));
  expect(await readLicences(path)).toEqual([one]);
  await writeFile(path, '{"half');
  await expect(readLicences(path)).rejects.toMatchObject({ code: 'file-not-found' });
  await rm(folder, { recursive: true });
});

it('without a build they are refused with what to do', async () => {
  await expect(readLicences(undefined)).rejects.toMatchObject({
    code: 'file-not-found',
    hint: expect.stringContaining('npm run build') as string,
  });
});

it('what other programs read is looked for beside the archive, and only of an installed app', () => {
  expect(outsideArchive('/opt/paralelo/resources/app.asar/out/main/v8-host.cjs')).toBe(
    '/opt/paralelo/resources/app.asar.unpacked/out/main/v8-host.cjs',
  );
  expect(outsideArchive('/home/a/paralelo/out/main/v8-host.cjs')).toBe(
    '/home/a/paralelo/out/main/v8-host.cjs',
  );
  expect(outsideArchive('/home/app.asar.d/x.wasm')).toBe('/home/app.asar.d/x.wasm');
});
