import { describe, expect, it } from 'vitest';
import type { Outcome, RunRecord, Sample } from '../../../../src-main/contract/index.js';
import {
  CPUS,
  shareOfOneCore,
  throttlingOf,
} from '../../../../src-main/experiments/limits/cpus.js';
import { MEMORY } from '../../../../src-main/experiments/limits/memory-limit.js';
import { PIDS } from '../../../../src-main/experiments/limits/pids.js';
import { FUEL, TIME } from '../../../../src-main/experiments/limits/time-and-fuel.js';

const ASKED = { timeoutMs: 1000, fuel: 100, memoryBytes: 64 * 1024 ** 2, cpus: 0.5, pids: 8 };
const record = (more: Partial<RunRecord>): RunRecord =>
  ({ runtime: 'v8', phases: [], samples: [], stdout: '', ...more }) as unknown as RunRecord;
const ended = (kind: Outcome['kind'], more: Partial<RunRecord> = {}) =>
  record({ outcome: { kind, reason: `It ended as ${kind}.`, code: 0 }, ...more });

describe('a wall-time limit', () => {
  it('is held as late as the program ended, without what its engine did then', () => {
    const phases = [{ name: 'exit' as const, startMs: 1010, durationMs: 240, bound: '' }];
    const timedOut = ended('timed-out', { durationMs: 1250, phases });
    expect(TIME.see(timedOut, [], ASKED)).toBe(250);
    expect(TIME.see({ ...timedOut, runtime: 'podman:crun' }, [], ASKED)).toBe(10);
  });

  it('says nothing of a run that ended otherwise', () => {
    expect(() => TIME.see(ended('trapped'), [], ASKED)).toThrow('It ended as trapped.');
    expect(() => FUEL.see(ended('timed-out'), [], ASKED)).toThrow('It ended as timed-out.');
  });
});

describe('a memory limit', () => {
  const said = (text: string) => [{ tMs: 1, text }];

  it('is told by what the guest held when it was refused, or had last said when it was killed', () => {
    const refused = said('63 MiB\nrefused at 66846720 bytes\n');
    expect(MEMORY.see(ended('memory-refused'), refused, ASKED)).toBe(256 * 1024);
    expect(MEMORY.see(ended('oom-killed'), said('63 MiB\n'), ASKED)).toBe(1024 ** 2);
  });

  it('that nobody held was passed: less than nothing is left of it', () => {
    expect(MEMORY.see(ended('exited'), said('128 MiB\n'), ASKED)).toBe(-64 * 1024 ** 2);
    expect(MEMORY.words(-64 * 1024 ** 2, ASKED)).toEqual({
      asked: '64.0 MiB',
      seen: 'the guest held 128 MiB',
      difference: '+64.0 MiB',
    });
  });
});

describe('a CPU quota', () => {
  const samples: Sample[] = Array.from({ length: 60 }, (_, at) => ({
    tMs: at * 20,
    // Busy at its start as no quota allows: the runtime compiles.
    cpuTimeMs: at * 20 < 200 ? at * 20 : 200 + (at * 20 - 200) / 2,
    memory: {},
  }));

  it('is told of the part in which only the guest ran', () => {
    expect(shareOfOneCore(ended('exited', { durationMs: 1180, samples }))).toBeCloseTo(0.5, 6);
  });

  it('is not told where CPU time could not be read', () => {
    const blind = samples.map(({ tMs }) => ({ tMs, memory: {} }));
    expect(() =>
      CPUS.see(ended('exited', { durationMs: 1180, samples: blind }), [], ASKED),
    ).toThrow('could not be read often enough');
  });
});

describe('the throttling of a CPU quota', () => {
  const samples: Sample[] = Array.from({ length: 60 }, (_, at) => ({
    ...{ tMs: at * 20, cpuTimeMs: at * 10, memory: {} },
    periods: Math.floor(at / 5),
    // Not in its start, which does not count.
    throttledPeriods: Math.max(0, Math.floor(at / 5) - 2),
    throttledMs: at * 10,
  }));
  const run = ended('exited', { durationMs: 1180, samples });

  it('is told of the part in which only the guest ran, beside what is expected', () => {
    const seen = new Map(throttlingOf(run).map(({ id, value }) => [id, value]));
    expect(seen.get('cpu-throttled-periods')).toBe(100);
    expect(seen.get('cpu-throttled-time')).toBeCloseTo(50, 6);
    expect(CPUS.words(0.5, ASKED, seen).throttled).toBe(
      '100 % of periods and 50 % of the time; expected 100 % and 50 %',
    );
    expect(CPUS.words(0.5, { ...ASKED, cpus: 2 }, seen).throttled).toMatch(
      /expected 0\.0 % and 0\.0 %$/,
    );
  });

  it('is absent where the kernel tells nothing of it', () => {
    const blind = samples.map(({ tMs, cpuTimeMs }) => ({ tMs, cpuTimeMs, memory: {} }));
    const told = throttlingOf(
      ended('exited', { durationMs: 1180, samples: blind as unknown as Sample[] }),
    );
    expect(told).toEqual([]);
    expect(CPUS.words(0.5, ASKED, new Map())).not.toHaveProperty('throttled');
  });
});

describe('a limit of processes', () => {
  it('counts the one that made them', () => {
    const refused = 'trying fork-until-refused\nrefused fork-until-refused EAGAIN fork 7\n';
    expect(PIDS.see(ended('exited', { stdout: refused }), [], ASKED)).toBe(8);
    const allowed = 'allowed fork-until-refused processes at once: 16\n';
    expect(PIDS.see(ended('exited', { stdout: allowed }), [], ASKED)).toBe(17);
  });
});
