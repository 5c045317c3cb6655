import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { makeCanaries } from '../../../../src-main/experiments/isolation/canaries.js';

it('stands for the host while it is there, and leaves no file, process or socket behind', async () => {
  const canaries = await makeCanaries();
  const { files, pid } = canaries;
  expect(readFileSync(`${files.granted}/link-absolute`, 'utf8')).toContain('paralelo-canary');
  expect(readFileSync(`${files.granted}/link-relative`, 'utf8')).toContain('paralelo-canary');
  expect(process.kill(pid, 0)).toBe(true);
  await canaries.remove();
  expect(existsSync(files.folder)).toBe(false);
  expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  expect(process.env['PARALELO_PROBE_CANARY']).toBeUndefined();
});

it('names nothing of this machine in what is published', async () => {
  const canaries = await makeCanaries();
  const { folder } = canaries.files;
  await canaries.remove();
  expect(canaries.withoutPaths(`cannot open ${folder}/outside`)).toBe(
    'cannot open /canary/outside',
  );
});
