import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import type { ExperimentResult } from '../../../src-main/contract/index.js';
import { CLI, paralelo } from '../../support/paralelo.js';

const MIB = 1024 ** 2;
const memory = (flags: string) => paralelo(['bench', 'memory', ...flags.split(' ')]);
const ALL = '--runtimes docker:runc,v8,wasmtime --runs 2 --warm-ups 0 --json';

function measure({ contenders }: ExperimentResult, runtime: string, id: string) {
  return contenders.find((one) => one.runtime === runtime)?.measures.find((one) => one.id === id);
}

describe('paralelo bench memory', () => {
  it('finds what was allocated and written to, byte for byte, in both worlds', async () => {
    const { code, stdout } = await memory(`${ALL} --to 32m --step 4m`);
    expect(code).toBe(0);
    const result = JSON.parse(stdout) as ExperimentResult;
    expect(result.dropped).toEqual([]);
    expect(measure(result, 'docker:runc', 'slope:anon')?.median).toBeCloseTo(1, 1);
    for (const runtime of ['v8', 'wasmtime']) {
      expect(measure(result, runtime, 'slope:linear')?.median).toBeCloseTo(1, 1);
      expect(measure(result, runtime, 'slope:privateDirty')?.median).toBeCloseTo(1, 1);
      expect(measure(result, runtime, 'overhead:pss')?.median).toBeGreaterThan(MIB);
    }
    expect(result.contenders.map(({ measures }) => measures[0]?.id)).toEqual(
      Array.from({ length: 3 }, () => 'overhead:pss'),
    );
    expect(measure(result, 'docker:runc', 'given-back:anon')?.median).toBeGreaterThan(31 * MIB);
    for (const runtime of ['v8', 'wasmtime']) {
      expect(measure(result, runtime, 'given-back:linear')?.median).toBe(0);
      expect(measure(result, runtime, 'given-back:privateDirty')?.median).toBeLessThan(MIB);
      expect(result.findings.join(' ')).toContain(`${runtime} gave nothing back of 32.0 MiB`);
    }
    const curve = result.curves.find(({ runtime, id }) => runtime === 'v8' && id === 'pss');
    expect(curve?.points.length).toBeGreaterThan(2);
    expect(curve?.points.at(-1)?.x).toBe(32 * MIB);
    expect(result.honesty.samplerPercent).toBeGreaterThan(0);
  });

  it('finds next to nothing of what was not written to, but all of it in linear memory', async () => {
    const { stdout } = await memory(`${ALL} --to 32m --step 4m --no-touch`);
    const result = JSON.parse(stdout) as ExperimentResult;
    expect(measure(result, 'docker:runc', 'slope:anon')?.median).toBeCloseTo(0, 1);
    for (const runtime of ['v8', 'wasmtime']) {
      expect(measure(result, runtime, 'slope:linear')?.median).toBeCloseTo(1, 1);
      expect(measure(result, runtime, 'slope:privateDirty')?.median).toBeCloseTo(0, 1);
    }
  });

  it('tells who stopped it at its limit, and whether it survived', async () => {
    const { stdout } = await memory(`${ALL} --to 32m --step 2m --memory 16m`);
    const { tables, findings } = JSON.parse(stdout) as ExperimentResult;
    const ends = tables.find(({ id }) => id === 'ends')?.rows;
    expect(ends).toMatchObject([
      { runtime: 'docker:runc', cells: { end: 'oom-killed', survived: 'no', by: 'cgroup' } },
      { runtime: 'v8', cells: { end: 'memory-refused', survived: 'yes', by: 'v8-flag' } },
      { runtime: 'wasmtime', cells: { end: 'memory-refused', survived: 'yes', by: 'engine-flag' } },
    ]);
    for (const { cells } of ends ?? []) {
      expect(cells['held']).toBeGreaterThan(8 * MIB);
      expect(cells['held']).toBeLessThanOrEqual(16 * MIB);
    }
    // Three ends; v8 and wasmtime came to free what they had.
    expect(findings).toHaveLength(5);
  });

  it('prints the curves in short, the slopes, the sentences and what to doubt', async () => {
    const { code, stdout } = await memory(
      '--runtimes v8 --runs 1 --warm-ups 0 --to 8m --step 2m --memory 64m',
    );
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Before the first byte \(PSS\):$/m);
    expect(stdout).toMatch(/^v8 +linear .* [\d.]+ B\/B/m);
    expect(stdout).toMatch(/^asked for, medians at/m);
    expect(stdout).toContain('v8 had all it asked for, at 8.0 MiB: the limit was 64.0 MiB');
    expect(stdout).toContain('The lab itself, sampling included: ');
  });

  it.each([
    ['--to 8m --step 1', 'a step of at least a 512th'],
    ['--to 8m --step 8m', 'at least two steps'],
    ['--to much', '--to cannot be "much"'],
  ])('refuses %s with a reason, before anything runs', async (flags, reason) => {
    const { code, stdout, stderr } = await memory(`--runtimes v8 ${flags}`);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(reason);
  });

  it('that is interrupted prints the curves it has, and says that it is not the whole', async () => {
    const flags = '--runtimes v8 --runs 1000 --warm-ups 0 --to 8m --step 2m --json';
    const child = spawn(process.execPath, [CLI, 'bench', 'memory', ...flags.split(' ')], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      if (/^\W*[1-9]\d* of at most/m.test(text)) child.kill('SIGINT');
    });
    const [code] = (await once(child, 'close')) as [number];
    expect(code).toBe(130);
    const result = JSON.parse(stdout) as ExperimentResult;
    expect(result.isPartial).toBe(true);
    expect(result.curves.length).toBeGreaterThan(0);
  });
});
