import { describe, expect, it } from 'vitest';
import type { ContenderResult } from '../../../src-main/contract/index.js';
import { ratiosOf } from '../../../src-main/experiments/results/ratios.js';
import { measureOf, summarise } from '../../../src-main/experiments/results/summary.js';
import { warningsOf } from '../../../src-main/experiments/results/warnings.js';

const WORDS = { does: 'starts', lower: 'faster' };

function contender(runtime: string, raw: number[]): ContenderResult {
  return {
    runtime,
    title: runtime,
    kind: 'wasm',
    unit: 'ms',
    raw,
    ...summarise(raw),
    measures: [],
    failures: [],
  };
}
const about = (middle: number) => Array.from({ length: 30 }, (_, at) => middle + (at % 5) - 2);

describe('ratios', () => {
  it('say which is faster and by how much, with the interval', () => {
    const [ratio] = ratiosOf(
      [contender('docker:runc', about(140)), contender('v8', about(10))],
      WORDS,
    );
    expect(ratio).toMatchObject({ of: 'docker:runc', to: 'v8', value: 14, differs: true });
    expect(ratio?.sentence).toMatch(
      /^v8 starts 14\.0x faster than docker:runc, 95 % interval 1\d\.\d to 1\d\.\d$/,
    );
  });

  it('of two that are the same say that no difference was found', () => {
    const [ratio] = ratiosOf([contender('a', about(50)), contender('b', about(50))], WORDS);
    expect(ratio).toMatchObject({ differs: false });
    expect(ratio?.sentence).toContain('No difference was found between a and b');
  });

  it('of too few runs say so, and name no interval', () => {
    const [five] = ratiosOf([contender('a', [1, 1, 1, 1, 1]), contender('b', about(5))], WORDS);
    expect(five?.sentence).toBe(
      'a starts 5.00x faster than b by the medians of 5 runs, too few for a 95 % interval',
    );
    const [one] = ratiosOf([contender('a', [1]), contender('b', [2])], WORDS);
    expect(one?.sentence).toContain('by the medians of 1 run, too few');
  });

  it('are of every pair once, at least 1', () => {
    const ratios = ratiosOf(
      [contender('a', about(30)), contender('b', about(10)), contender('c', about(20))],
      WORDS,
    );
    expect(ratios.map(({ of, to }) => `${of}/${to}`)).toEqual(['c/b', 'a/b', 'a/c']);
    expect(ratios.every(({ value }) => value >= 1)).toBe(true);
  });
});

describe('a summary', () => {
  it('keeps outliers among the values and tells their places', () => {
    const raw = [...about(20), 200];
    const { n, outliers, median, p95 } = summarise(raw);
    expect({ n, outliers, median }).toEqual({ n: 31, outliers: [30], median: 20 });
    expect(p95).toBe(22);
  });

  it('of nothing is absent', () => {
    expect(measureOf('total', 'Total', 'ms', [])).toBeUndefined();
  });
});

describe('doubt', () => {
  const quiet = { load1: 0.1 };
  const machine = { kernel: '6', cores: 2, memoryBytes: 1, os: 'x', arch: 'x64', labVersion: '1' };
  const codes = (
    contenders: ContenderResult[],
    before = quiet,
    during: { load1: number; stealPercent?: number } = quiet,
  ) => warningsOf({ contenders, before, during }, machine).map(({ code }) => code);

  it('is not there for enough runs on a quiet machine', () => {
    expect(codes([contender('a', about(20))])).toEqual([]);
  });

  it('is told of few runs, of many outliers, of a busy machine and of stolen time', () => {
    expect(codes([contender('a', [1, 2, 3, 4, 5])])).toEqual(['no-interval']);
    expect(codes([contender('a', [1, 2, 3, 4, 5, 6])])).toEqual(['few-runs']);
    const spread = [...about(20), ...Array.from({ length: 5 }, () => 300)];
    expect(codes([contender('a', spread)])).toEqual(['many-outliers']);
    expect(codes([contender('a', about(20))], { load1: 1.5 })).toEqual(['busy-machine']);
    expect(codes([contender('a', about(20))], quiet, { load1: 0, stealPercent: 3 })).toEqual([
      'stolen-time',
    ]);
  });
});
