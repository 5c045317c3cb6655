import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RuntimeInfo } from '../../../../src-main/contract/index.js';
import {
  NATIVE_NAMED,
  baselineOf,
  contenderOf,
  droppedOf,
} from '../../../../src-main/experiments/speed/contenders.js';
import {
  findingsOf,
  speedWarnings,
  wrongWarnings,
} from '../../../../src-main/experiments/speed/findings.js';
import { KERNELS } from '../../../../src-main/experiments/speed/kernels.js';
import {
  ableTo,
  kernelsOf,
  laneId,
  lanesOf,
} from '../../../../src-main/experiments/speed/lanes.js';
import { geometricMean, relativeRuns } from '../../../../src-main/experiments/speed/relative.js';
import { OTHER_CHECKSUM, timesOf } from '../../../../src-main/experiments/speed/times.js';
import type { KernelTimes } from '../../../../src-main/experiments/speed/times.js';

const [sieve, sha256] = KERNELS;
if (sieve === undefined || sha256 === undefined) throw new Error('no kernels');
const RUNTIME = (id: string, directories: string) =>
  ({ id, grants: { directories } }) as unknown as RuntimeInfo;
const line = (ms: number, checksum = sieve.checksum) => `${checksum} ${String(ms * 1e6)}\n`;

describe('the times of a kernel', () => {
  it('are the first, and the median of the others', () => {
    expect(timesOf([30, 10, 14, 12].map((ms) => line(ms)).join(''), sieve)).toEqual({
      firstMs: 30,
      steadyMs: 12,
    });
  });

  it('are none where it computed something else, said something else, or did it once', () => {
    expect(() => timesOf(line(1) + line(1, '0'.repeat(16)), sieve)).toThrow(/checksum 0{16}/);
    expect(() => timesOf('hello\n', sieve)).toThrow(/something else than times: hello/);
    expect(() => timesOf(line(1), sieve)).toThrow(/only once/);
    expect(() => timesOf('', sieve)).toThrow(/not once/);
  });
});

describe('the geometric mean', () => {
  it('does not depend on which side is the baseline', () => {
    expect(geometricMean([2, 8])).toBeCloseTo(4, 12);
    expect(geometricMean([1 / 2, 1 / 8])).toBeCloseTo(1 / 4, 12);
  });

  it('is one of each run, of as many runs as every kernel has', () => {
    const own = new Map([
      ['a', [10, 20, 30]],
      ['b', [40, 80]],
    ]);
    const base = new Map([
      ['a', 10],
      ['b', 10],
    ]);
    expect(relativeRuns(['a', 'b'], own, base)).toEqual([
      expect.closeTo(2, 9) as number,
      expect.closeTo(4, 9) as number,
    ]);
    expect(relativeRuns(['a', 'c'], own, base)).toEqual([]);
    expect(relativeRuns(['a', 'b'], own, new Map())).toEqual([]);
  });
});

describe('the contenders', () => {
  const kernels = [sieve, sha256];
  const times = (steadyMs: number): KernelTimes => ({
    ...{ steadyMs, firstMs: 2 * steadyMs, runMs: 500, overheadMs: 1 },
  });
  const collected = (
    steady: Record<string, readonly [number[], number[]]>,
    dropped: { runtime: string; why: string }[] = [],
  ) => ({
    values: new Map(
      Object.entries(steady).flatMap(([runtime, [one, other]]) => [
        [laneId({ runtime, kernel: sieve }), one.map(times)] as const,
        [laneId({ runtime, kernel: sha256 }), other.map(times)] as const,
      ]),
    ),
    trials: {
      failures: new Map(),
      dropped: dropped.map((one) => ({ ...one, failures: [{ run: 1, why: one.why }] })),
      warnings: [],
      isPartial: false,
      order: new Map<string, number[]>(),
    },
  });
  const v8 = { runtime: 'v8', title: 'V8', kind: 'wasm' } as const;

  it('are measured against native: the mean of all kernels first, then each kernel', () => {
    const all = collected({
      native: [
        [10, 10],
        [20, 20],
      ],
      v8: [
        [20, 20],
        [80, 80],
      ],
    });
    const baseline = baselineOf(['native', 'v8'], kernels, all);
    expect(baseline?.runtime).toBe('native');
    const [contender] = contenderOf(v8, kernels, baseline?.medians ?? new Map(), all);
    expect(contender?.median).toBeCloseTo(Math.sqrt(8), 9);
    expect(contender?.unit).toBe('x');
    expect(contender?.measures.map(({ id }) => id)).toEqual([
      'relative',
      ...['sieve', 'sha256'].flatMap((name) =>
        ['steady', 'relative', 'first', 'run'].map((quantity) => `${quantity}:${name}`),
      ),
    ]);
    const [native] = contenderOf(NATIVE_NAMED, kernels, baseline?.medians ?? new Map(), all);
    const found = [native, contender].flatMap((one) => one ?? []);
    expect(findingsOf(found, kernels, 'native')).toEqual([
      'v8 takes 2.83 times as long as native (geometric mean of 2 kernels, too few runs for an interval).',
    ]);
    const sixTimes = found.map((one) => ({
      ...one,
      raw: Array.from({ length: 6 }, () => one.median),
    }));
    expect(findingsOf(sixTimes, kernels, 'native')).toEqual([
      'v8 takes 2.83 times as long as native (geometric mean of 2 kernels, 95 % interval 2.83 to 2.83).',
    ]);
  });

  it('are measured against the first that has all kernels where native is not', () => {
    const all = collected({ native: [[10], []], v8: [[20], [80]] });
    expect(baselineOf(['native', 'v8'], kernels, all)?.runtime).toBe('v8');
    expect(
      contenderOf(
        NATIVE_NAMED,
        kernels,
        new Map([
          ['sieve', 1],
          ['sha256', 1],
        ]),
        all,
      ),
    ).toEqual([]);
  });

  it('are dropped for one kernel, with its name', () => {
    const all = collected({ v8: [[10], []] }, [{ runtime: 'v8 sha256', why: 'It trapped.' }]);
    expect(droppedOf(['v8', 'native'], kernels, all)).toEqual([
      { runtime: 'v8', why: 'sha256: It trapped.', failures: [{ run: 1, why: 'It trapped.' }] },
    ]);
  });

  it('that are much faster than native are doubted, and kernels that are too short', () => {
    const all = collected({
      native: [
        [10, 10],
        [20, 20],
      ],
      v8: [
        [1, 1],
        [20, 20],
      ],
    });
    const base = baselineOf(['native'], kernels, all)?.medians ?? new Map<string, number>();
    const both = [NATIVE_NAMED, v8].flatMap((named) => contenderOf(named, kernels, base, all));
    const warnings = speedWarnings(both, 'native');
    expect(warnings.map(({ code }) => code)).toEqual(['short-kernel', 'faster-than-native']);
    expect(warnings.every(({ message }) => message.includes('sieve in v8'))).toBe(true);
  });
});

describe('the kernels of a plan', () => {
  it('are all, or those that are named, each in every contender', () => {
    expect(kernelsOf(undefined)).toHaveLength(7);
    expect(kernelsOf(['sort', 'sieve']).map(({ name }) => name)).toEqual(['sieve', 'sort']);
    const lanes = lanesOf([RUNTIME('v8', '--dir')], [sieve, sha256], true);
    expect([...lanes.keys()]).toEqual(['native sieve', 'native sha256', 'v8 sieve', 'v8 sha256']);
  });

  it('leave out a runtime that cannot have one of them, and say why', () => {
    const runtimes = [RUNTIME('v8', 'preopens'), RUNTIME('browser', 'none')];
    const { able, excluded } = ableTo(runtimes, KERNELS);
    expect(able.map(({ id }) => id)).toEqual(['v8']);
    expect(excluded[0]?.why).toContain('grants no directory, which the kernel files works in');
    expect(ableTo(runtimes, [sieve]).excluded).toEqual([]);
  });

  it('that came to something else even once are a warning of their own', () => {
    const why = `Its sieve ${OTHER_CHECKSUM} ${'0'.repeat(16)}, not to …`;
    const trials = (failure: string) => ({
      failures: new Map([['v8 sieve', [{ run: 2, why: failure }]]]),
      ...{ dropped: [], warnings: [], isPartial: false, order: new Map<string, number[]>() },
    });
    expect(wrongWarnings(trials(why)).map(({ message }) => message)).toEqual([
      expect.stringMatching(/^v8 sieve computed something else in 1 of its runs/) as string,
    ]);
    expect(wrongWarnings(trials('It trapped.'))).toEqual([]);
  });

  it('are refused by name where there is no such one', () => {
    expect(() => kernelsOf(['sieve', 'nope'])).toThrow(/no kernel "nope"/);
  });
});

/** SplitMix64's finalizer, written anew: what fills the message. */
function mix(value: bigint): bigint {
  const cut = (big: bigint): bigint => BigInt.asUintN(64, big);
  let mixed = cut((value ^ (value >> 30n)) * 0xbf58476d1ce4e5b9n);
  mixed = cut((mixed ^ (mixed >> 27n)) * 0x94d049bb133111ebn);
  return mixed ^ (mixed >> 31n);
}

describe('the twin kernel', () => {
  const path = resolve(
    import.meta.dirname,
    '../../../../resources/workloads/bin/kernel.linux-amd64',
  );
  const compute = (...args: string[]): string[] =>
    execFileSync(path, args, { encoding: 'utf8' })
      .trim()
      .split('\n')
      .map((text) => text.split(' ')[0] ?? '');
  const isHere = process.arch === 'x64' && process.platform === 'linux';

  it.runIf(isHere)('computes the SHA-256 that Node computes, whatever the size', () => {
    for (const size of [1, 55, 56, 63, 64, 1000]) {
      const message = Uint8Array.from({ length: size }, (_, at) => Number(mix(BigInt(at)) & 255n));
      const digest = createHash('sha256').update(message).digest('hex');
      expect(compute('sha256', '--size', String(size), '--most', '2')).toEqual([
        digest.slice(0, 16),
        digest.slice(0, 16),
      ]);
    }
  });

  it.runIf(isHere)('finds the primes that there are', () => {
    // 78 498 primes below a million, with this sum (OEIS A006880, A046731).
    const [checksum] = compute('sieve', '--size', '1000000', '--most', '1');
    const value = BigInt(`0x${checksum ?? ''}`);
    expect([value & 0xffffffn, value >> 24n]).toEqual([78_498n, 37_550_402_023n]);
  });

  it.runIf(isHere)('says what does not fit', () => {
    for (const args of [['nope'], ['sieve', '--size', '0'], ['matrix', '--size', '5000']]) {
      expect(() => execFileSync(path, args, { stdio: 'pipe' })).toThrow(/usage: kernel NAME/);
    }
  });
});
