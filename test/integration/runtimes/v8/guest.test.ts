import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LEAST_GRANTS } from '../../../../src-main/contract/index.js';
import type { Runtime } from '../../../../src-main/runtimes/runtime.js';
import { createV8Runtime } from '../../../../src-main/runtimes/v8/index.js';
import { LAUNCHERS } from '../../../support/paralelo.js';
import { buildHost } from '../../../support/v8/host-build.js';
import { runProbe } from '../../../support/v8/run.js';

let v8: Runtime;
let folder: string;

beforeAll(async () => {
  v8 = createV8Runtime({ launchers: LAUNCHERS, hostPath: await buildHost() });
  folder = mkdtempSync(join(tmpdir(), 'paralelo-v8-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('what a guest gets', () => {
  test('its arguments come through as they are, its own name first', async () => {
    const { stdout } = await runProbe(v8, ['args', 'a b', '', '<b>"\'\\', 'ü\n']);
    expect(stdout).toBe('[probe.wasm]\n[args]\n[a b]\n[]\n[<b>"\'\\]\n[ü\n]\n');
  });

  test('an argument longer than what a command line holds comes through too', async () => {
    const long = 'x'.repeat(131_072);
    const { stdout } = await runProbe(v8, ['echo', long]);
    expect(stdout).toBe(long);
  });

  test('only the variables that are granted are there, and none of the host', async () => {
    const env = { GREETING: 'hello there', EMPTY: '' };
    const { stdout } = await runProbe(v8, ['env'], { grants: { ...LEAST_GRANTS, env } });
    expect(stdout.split('\n').sort()).toEqual(['', 'EMPTY=', 'GREETING=hello there']);
    expect((await runProbe(v8, ['env'])).stdout).toBe('');
  });

  test('its standard input is the file that is given', async () => {
    const stdinPath = join(folder, 'input.txt');
    writeFileSync(stdinPath, 'line one\nline two\n');
    const grants = { ...LEAST_GRANTS, stdinPath };
    const { stdout } = await runProbe(v8, ['cat'], { grants });
    expect(stdout).toBe('line one\nline two\n');
  });

  test('its standard input is empty without one', async () => {
    const { ending, stdout } = await runProbe(v8, ['cat']);
    expect(stdout).toBe('');
    expect(ending).toMatchObject({ kind: 'exited', code: 0 });
  });
});

describe('what a guest gives', () => {
  test('nothing of the host is mixed into what it prints', async () => {
    const { stdout, stderr } = await runProbe(v8, ['hello']);
    expect(stdout).toBe('hello\n');
    expect(stderr).toBe('');
  });

  test('HTML and terminal escapes pass as the bytes that they are, on either stream', async () => {
    const text = '<script>alert(1)</script>\u001b[31mred\u001b]0;title\u0007\r\n';
    expect((await runProbe(v8, ['echo', text])).stdout).toBe(text);
    expect((await runProbe(v8, ['stderr', text])).stderr).toBe(text);
  });

  test.each([
    [0, 0],
    [3, 3],
    [255, 255],
    [256, 0],
    [-1, 255],
  ])('exit(%i) ends with %i, as in a container', async (given, code) => {
    const { ending } = await runProbe(v8, ['exit', String(given)]);
    expect(ending).toMatchObject({ kind: 'exited', code });
  });
});

describe('a trap is told in plain words, with those of the engine', () => {
  test.each([
    ['unreachable', 'never run', 'unreachable'],
    ['bounds', 'outside its linear memory', 'memory access out of bounds'],
    ['division', 'by zero', 'divide by zero'],
    ['stack', 'recursion', 'Maximum call stack size exceeded'],
    ['indirect', 'function pointer', 'signature mismatch'],
  ])('%s', async (kind, plain, engine) => {
    const { ending, stderr } = await runProbe(v8, ['trap', kind]);
    expect(ending.kind).toBe('trapped');
    expect(ending.reason).toContain(plain);
    expect(ending.reason).toContain(engine);
    expect(stderr).toBe('');
  });
});

describe('what nobody granted', () => {
  test('no file of the host can be opened', async () => {
    const { stdout } = await runProbe(v8, ['read', '/etc/passwd']);
    expect(stdout).toMatch(/^open: (Capabilities insufficient|Bad file descriptor|No such file)/);
  });

  test.each(['3', '4', '5'])('descriptor %s of the host process is out of reach', async (fd) => {
    const { stdout } = await runProbe(v8, ['descriptor', fd]);
    expect(stdout).toBe('write: Bad file descriptor\n');
  });
});

test('a guest that grows between many WASI calls does not bring its host down', async () => {
  const { ending, stdout } = await runProbe(v8, ['grow-and-call', '200']);
  expect(stdout).toBe('survived\n');
  expect(ending).toMatchObject({ kind: 'exited', code: 0 });
});

test('the phases follow each other from the new process to its end', async () => {
  const { ending, recorder } = await runProbe(v8, ['hello']);
  expect(recorder.phases.map(({ name }) => name)).toEqual([
    ...['spawn', 'load', 'compile', 'instantiate', 'main', 'exit'],
  ]);
  const times = [...recorder.phases.map(({ atMs }) => atMs), ending.atMs];
  expect(times).toEqual([...times].sort((a, b) => a - b));
});
