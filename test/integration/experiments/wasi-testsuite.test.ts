import { mkdtemp, rm } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RuntimeInfo, WireError } from '../../../src-main/contract/index.js';
import type { FolderResult } from '../../../src-main/experiments/wasi-testsuite/index.js';
import { ROOT, paralelo } from '../../support/paralelo.js';
import { uncovered } from '../../support/uncovered.js';

const FOLDER = join(ROOT, 'test/fixtures/wasi-testsuite');
const { runtimes } = JSON.parse((await paralelo(['runtimes', '--json'])).stdout) as {
  runtimes: RuntimeInfo[];
};
const wasmtime = runtimes.some(({ id, available }) => id === 'wasmtime' && available);
if (!wasmtime) uncovered('WASI tests in wasmtime', 'it is not here');

async function run(folder: string, ...flags: string[]) {
  const ended = await paralelo(['conformance', folder, '--json', ...flags]);
  return { ...ended, document: JSON.parse(ended.stdout) as FolderResult & { error?: WireError } };
}

describe.each(wasmtime ? ['v8', 'wasmtime'] : ['v8'])('a folder of WASI tests in %s', (runtime) => {
  it('passes where everything is as expected, and leaves the folder as it was', async () => {
    const { code, document } = await run(join(FOLDER, 'passing'), '--runtimes', runtime);
    const [found] = document.runtimes;
    expect(found?.results.filter(({ result }) => result !== 'passed')).toEqual([]);
    expect(found).toMatchObject({ id: runtime, passed: 6, failed: 0, skipped: 0 });
    expect(found?.results.map(({ test, suite }) => [test, suite])).toContainEqual([
      'inner/steps',
      'what passes',
    ]);
    expect(code).toBe(0);
    const given = readFileSync(join(FOLDER, 'passing/files.dir/given.txt'), 'utf8');
    expect(given).toBe('given by the host\n');
  });

  it('says of each test that fails what the first difference is', async () => {
    const { code, document } = await run(join(FOLDER, 'failing'), '--runtimes', runtime);
    const [found] = document.runtimes;
    const hows = Object.fromEntries(
      (found?.results ?? []).map(({ test, result, how }) => [test, `${result}: ${how ?? ''}`]),
    );
    expect(hows).toEqual({
      connects: 'skipped: It needs the operation "connect".',
      defaults: expect.stringMatching(/^failed: expected exit code 0, got 2; stderr: /) as string,
      exit: 'failed: expected exit code 4, got 3',
      lost: 'failed: There is a lost.json but no lost.wasm beside it.',
      malformed: 'failed: malformed.json cannot be used: it is not JSON.',
      output: 'failed: stdout differs at character 3: expected "[sent]\\n", got "[seen]\\n"',
      outside: expect.stringContaining('it lies outside the folder of the test') as string,
    });
    expect(found).toMatchObject({ passed: 0, failed: 6, skipped: 1 });
    expect(code).toBe(1);
  });
});

describe('paralelo conformance DIR', () => {
  it('prints a row a runtime and a line a failure', async () => {
    const { code, stdout } = await paralelo(['conformance', FOLDER, '--runtimes', 'v8']);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^RUNTIME +VERSION +PASSED +FAILED +SKIPPED\nv8 +\S+ +6 +6 +1\n/);
    expect(stdout).toContain('\nv8: failing/exit: failed: expected exit code 4, got 3\n');
  });

  it('says which folder is not there', async () => {
    const { code, document } = await run(join(FOLDER, 'nowhere'), '--runtimes', 'v8');
    expect({ code, error: document.error?.code }).toEqual({ code: 127, error: 'file-not-found' });
  });

  it('says that a folder holds no tests', async () => {
    const empty = await mkdtemp(join(tmpdir(), 'paralelo-empty-'));
    const { document } = await run(empty, '--runtimes', 'v8');
    expect(document.error?.message).toContain('no .wasm file');
    await rm(empty, { recursive: true });
  });

  it('says that a runtime is not known', async () => {
    const { code, document } = await run(FOLDER, '--runtimes', 'nothing');
    expect({ code, error: document.error?.code }).toEqual({ code: 2, error: 'unknown-runtime' });
  });

  it('does not run modules in containers, and says so', async () => {
    if (!runtimes.some(({ id, available }) => id === 'docker:runc' && available)) {
      uncovered('refusal of WASI tests in a container', 'no container engine is here');
      return;
    }
    const { code, document } = await run(FOLDER, '--runtimes', 'docker:runc');
    expect({ code, error: document.error?.code }).toEqual({ code: 2, error: 'bad-request' });
  });
});
