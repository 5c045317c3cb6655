import { createHash } from 'node:crypto';
import { mkdtemp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadTwins } from '../../../src-main/lab/twins.js';
import { readVerified } from '../../../src-main/runtimes/verified-file.js';

const RESOURCES = join(import.meta.dirname, '../../../resources');
const ALL = ['grow', 'hello', 'probe', 'spin', 'sum'];

describe('the twins that come with Paralelo', () => {
  test('are the four first ones, each with what a user needs to choose it', async () => {
    const infos = (await loadTwins(RESOURCES)).list();
    expect(infos.map(({ name }) => name).sort()).toEqual(['grow', 'hello', 'spin', 'sum']);
    for (const info of infos) {
      expect(info.title).not.toBe('');
      expect(info.summary).toMatch(/\.$/);
      expect(info.usage.split(' ')[0]).toBe(info.name);
    }
  });

  test('have a probe beside them, which is not offered but can be run by its name', async () => {
    const twins = await loadTwins(RESOURCES);
    expect(twins.list().map(({ name }) => name)).not.toContain('probe');
    expect(twins.locate('probe').exitMeanings['7']?.kind).toBe('memory-refused');
  });

  test('have files whose bytes are those that the manifest names', async () => {
    const twins = await loadTwins(RESOURCES);
    for (const name of ALL) {
      const { wasmPath, wasmSha256, executables } = twins.locate(name);
      const wasmBytes = twins.list().find((info) => info.name === name)?.wasmBytes;
      const files = [{ path: wasmPath, sha256: wasmSha256 }, ...Object.values(executables)];
      expect(files).toHaveLength(3);
      for (const { path, sha256 } of files) {
        const content = await readFile(path);
        expect(createHash('sha256').update(content).digest('hex'), path).toBe(sha256);
      }
      if (wasmBytes !== undefined) expect((await readFile(wasmPath)).length).toBe(wasmBytes);
    }
  });

  test('are modules and executables of the named architecture', async () => {
    const twins = await loadTwins(RESOURCES);
    for (const name of ALL) {
      const { wasmPath, executables } = twins.locate(name);
      expect((await readFile(wasmPath)).subarray(0, 8).toString('hex')).toBe('0061736d01000000');
      expect(elfMachine(await readFile(executables['amd64']?.path ?? ''))).toBe(62);
      expect(elfMachine(await readFile(executables['arm64']?.path ?? ''))).toBe(183);
    }
  });

  test('say what an exit code of their own means', async () => {
    const twins = await loadTwins(RESOURCES);
    expect(twins.locate('grow').exitMeanings['7']?.kind).toBe('memory-refused');
    expect(twins.locate('hello').exitMeanings).toEqual({});
  });

  test('are listed when another is asked for', async () => {
    const twins = await loadTwins(RESOURCES);
    expect(() => twins.locate('nope')).toThrow(
      expect.objectContaining({
        code: 'unknown-twin',
        hint: 'Choose one of: grow, hello, spin, sum.',
      }),
    );
  });
});

describe('a manifest', () => {
  let resources: string;
  beforeEach(async () => {
    resources = await mkdtemp(join(tmpdir(), 'paralelo-twins-'));
    await mkdir(join(resources, 'workloads'));
  });
  afterEach(() => rm(resources, { recursive: true }));

  const writeManifest = (text: string) =>
    writeFile(join(resources, 'workloads/manifest.json'), text);
  const change = async (edit: (twins: Record<string, unknown>[]) => void) => {
    const text = await readFile(join(RESOURCES, 'workloads/manifest.json'), 'utf8');
    const manifest = JSON.parse(text) as { twins: Record<string, unknown>[] };
    edit(manifest.twins);
    await writeManifest(JSON.stringify(manifest));
  };

  test('that is missing is named, with the way to get it back', async () => {
    await expect(loadTwins(resources)).rejects.toMatchObject({
      code: 'file-not-found',
      message: expect.stringContaining('manifest.json') as unknown,
      hint: expect.stringContaining('npm run workloads') as unknown,
    });
  });

  test('that is not JSON is refused', async () => {
    await writeManifest('{"twins": [');
    await expect(loadTwins(resources)).rejects.toMatchObject({
      code: 'twin-damaged',
      message: expect.stringContaining('not JSON') as unknown,
    });
  });

  test('that lacks a field is refused, and the field is named', async () => {
    await change(([first]) => delete first?.['usage']);
    await expect(loadTwins(resources)).rejects.toMatchObject({
      code: 'twin-damaged',
      message: expect.stringContaining('twins.0.usage') as unknown,
    });
  });

  test('that points outside its folder is refused', async () => {
    await change(([first]) => {
      Object.assign(first?.['artefacts'] as object, {
        wasm: { file: 'bin/../../secret', sha256: '0'.repeat(64), bytes: 1 },
      });
    });
    await expect(loadTwins(resources)).rejects.toMatchObject({
      code: 'twin-damaged',
      message: expect.stringContaining('artefacts.wasm.file') as unknown,
    });
  });

  test('that names a twin twice is refused', async () => {
    await change((twins) => twins.push({ ...twins[0] }));
    await expect(loadTwins(resources)).rejects.toMatchObject({ code: 'twin-damaged' });
  });
});

describe("a twin's file", () => {
  test('comes with its content when it is the one of the manifest', async () => {
    const { wasmPath, wasmSha256 } = (await loadTwins(RESOURCES)).locate('hello');
    expect(await readVerified(wasmPath, wasmSha256)).toEqual(await readFile(wasmPath));
  });

  test('is refused when its bytes are others, by name and not by path', async () => {
    const { wasmPath } = (await loadTwins(RESOURCES)).locate('hello');
    await expect(readVerified(wasmPath, '0'.repeat(64))).rejects.toMatchObject({
      code: 'twin-damaged',
      message: expect.stringMatching(/^hello\.wasm is not the file/) as unknown,
    });
  });

  test('that is missing is refused as such', async () => {
    await expect(readVerified(join(RESOURCES, 'nope.wasm'), '')).rejects.toMatchObject({
      code: 'file-not-found',
    });
  });
});

/** e_machine, elf.h: 62 is x86-64, 183 is AArch64. */
function elfMachine(content: Buffer): number | undefined {
  const isElf64 = content.subarray(0, 6).toString('hex') === '7f454c460201';
  return isElf64 ? content.readUInt16LE(18) : undefined;
}
