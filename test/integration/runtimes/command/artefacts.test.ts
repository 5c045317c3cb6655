import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { removeArtefacts } from '../../../../src-main/runtimes/command/cache-files.js';
import { wasmtime } from '../../../../src-main/runtimes/command/engines/wasmtime.js';
import { wazero } from '../../../../src-main/runtimes/command/engines/wazero.js';
import { engineRuntimes, mode } from '../../../support/command/engines.js';
import type { FoundEngine } from '../../../support/command/engines.js';
import { PROBE_PATH } from '../../../support/v8/host-build.js';
import { prepareModule, runProbe } from '../../../support/v8/run.js';

let engines: { wasmtime: FoundEngine | undefined; wazero: FoundEngine | undefined };

beforeAll(async () => {
  engines = { wasmtime: await engineRuntimes(wasmtime), wazero: await engineRuntimes(wazero) };
});
afterAll(() => {
  for (const found of Object.values(engines)) {
    if (found !== undefined) rmSync(found.cacheDir, { recursive: true, force: true });
  }
});

/** Every file below the cache folder with when it was written. */
function files({ cacheDir }: FoundEngine): Map<string, number> {
  const names = existsSync(cacheDir) ? readdirSync(cacheDir, { recursive: true }).map(String) : [];
  const paths = names.map((name) => join(cacheDir, name)).filter((path) => statSync(path).isFile());
  return new Map(paths.map((path) => [path, statSync(path).mtimeMs]));
}

/** The files that hold code; Wasmtime counts in another one how often each of them served. */
const compiled = (found: FoundEngine): string[] =>
  [...files(found).keys()].filter((path) => !path.endsWith('.stats'));

const named = (all: Map<string, number>, ending: string): string[] =>
  [...all.keys()].filter((path) => path.endsWith(ending));

describe('a module compiled ahead of time', () => {
  test('is compiled before the start, once, and used again', async () => {
    const found = engines.wasmtime;
    if (found === undefined) return;
    const aot = mode(found, 'wasmtime:aot');
    await prepareModule(aot, PROBE_PATH, ['hello']);
    const before = files(found);
    expect(named(before, '.cwasm')).toHaveLength(1);
    const { ending, stdout } = await runProbe(aot, ['hello']);
    expect(ending).toMatchObject({ kind: 'exited', code: 0 });
    expect(stdout).toBe('hello\n');
    expect(files(found)).toEqual(before);
  });

  test('is compiled anew for limits that change the code, and holds them', async () => {
    const found = engines.wasmtime;
    if (found === undefined) return;
    const aot = mode(found, 'wasmtime:aot');
    const { ending } = await runProbe(aot, ['loop'], { limits: { fuel: 100_000 } });
    expect(ending.kind).toBe('fuel-exhausted');
    expect(named(files(found), '.cwasm').length).toBeGreaterThan(1);
  });

  test('leaves nothing half behind when two labs make it at once', async () => {
    const found = engines.wasmtime;
    if (found === undefined) return;
    const aot = mode(found, 'wasmtime:aot');
    const limits = { memoryBytes: 64 * 1024 * 1024 };
    const both = await Promise.all([
      runProbe(aot, ['hello'], { limits }),
      runProbe(aot, ['hello'], { limits }),
    ]);
    expect(both.map(({ stdout }) => stdout)).toEqual(['hello\n', 'hello\n']);
    expect([...files(found).keys()].filter((path) => /\.cwasm\..*/.test(path))).toEqual([]);
  });
});

describe.each(['wasmtime', 'wazero'] as const)('the compile cache of %s', (name) => {
  test('is filled before the start, so that no run is cold by accident', async () => {
    const found = engines[name];
    if (found === undefined) return;
    const cached = mode(found, `${name}:cached`);
    await prepareModule(cached, PROBE_PATH, ['hello']);
    const before = compiled(found);
    expect(before.length).toBeGreaterThan(1);
    const { stdout } = await runProbe(cached, ['hello']);
    expect(stdout).toBe('hello\n');
    expect(compiled(found)).toEqual(before);
  });

  test('is not touched by a mode that compiles at each start', async () => {
    const found = engines[name];
    if (found === undefined) return;
    const before = files(found);
    await runProbe(mode(found, name), ['hello']);
    expect(files(found)).toEqual(before);
  });
});

describe('a memory limit that the engine does not have', () => {
  test('is held by a copy of the module with a lower maximum; the given file stays as it was', async () => {
    const found = engines.wazero;
    if (found === undefined) return;
    const before = statSync(PROBE_PATH).mtimeMs;
    const limits = { memoryBytes: 2 * 1024 * 1024 };
    const { ending, stdout } = await runProbe(mode(found, 'wazero'), ['grow', '1000'], { limits });
    expect(ending).toMatchObject({ kind: 'exited', code: 7 });
    expect(stdout).toBe('refused at 32 pages\n');
    expect(statSync(PROBE_PATH).mtimeMs).toBe(before);
  });
});

test('what an engine compiled goes when asked, that of another stays', async () => {
  const { wasmtime: one, wazero: other } = engines;
  if (one === undefined || other === undefined) return;
  await prepareModule(mode(one, 'wasmtime:aot'), PROBE_PATH, ['hello']);
  expect(await removeArtefacts(one.cacheDir, 'wazero')).toBe(0);
  expect(await removeArtefacts(one.cacheDir, 'wasmtime')).toBeGreaterThan(10_000);
  expect(named(files(one), '.cwasm')).toEqual([]);
  expect(await removeArtefacts(one.cacheDir, 'wasmtime')).toBe(0);
});
