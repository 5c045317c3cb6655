import { formatPercent } from '../../contract/index.js';
import type { RunRecord, Sample } from '../../contract/index.js';
import { guestEndedMs } from '../guests/guest-ended.js';
import { PATIENCE_MS, signed } from './limit-case.js';
import type { Beside, LimitCase } from './limit-case.js';

/**
 * The last part of the run is looked at, in which nothing but the guest's loop runs. The quota is given anew every
 * 100 ms (cpu.cfs_period_us, scheduler/sched-bwc.rst), so the part is a whole number of them; where in a period it
 * begins is not known, which can be wrong by one period's quota in nine.
 */
const PART_MS = 900;
const PERIOD_MS = 20;

const PERIODS = {
  ...{ id: 'cpu-throttled-periods', title: 'Periods in which the CPU quota ran out' },
  unit: '%',
} as const;
const WAITED = {
  ...{ id: 'cpu-throttled-time', title: 'Time for which the CPU quota kept it from running' },
  unit: '%',
} as const;

export const CPUS: LimitCase = {
  limit: 'cpus',
  measure: { id: 'cpu-share', title: 'Share of one core that a busy loop had', unit: 'cores' },
  ask: ({ cpus }) => ({
    workload: { kind: 'twin', ref: 'spin', args: ['--for', '1s'] },
    limits: { cpus, timeoutMs: PATIENCE_MS },
    periodMs: PERIOD_MS,
  }),
  see: (record) => {
    const { outcome } = record;
    if (outcome.kind !== 'exited' || outcome.code !== 0) throw new Error(outcome.reason);
    return shareOfOneCore(record);
  },
  besides: (record) => throttlingOf(record),
  words: (share, { cpus }, besides = new Map()) => {
    const throttled = throttledWords(cpus, besides);
    return {
      asked: `${String(cpus)} cores`,
      seen: `${share.toFixed(2)} cores`,
      // A loop of one thread cannot use more than one core.
      difference: signed((100 * (share - Math.min(1, cpus))) / Math.min(1, cpus), formatPercent),
      ...(throttled === undefined ? {} : { throttled }),
    };
  },
};

/** Throws an Error where CPU time could not be read twice. */
export function shareOfOneCore(record: RunRecord): number {
  const own = lastPart(record).filter(
    (sample): sample is Sample & { cpuTimeMs: number } => sample.cpuTimeMs !== undefined,
  );
  const [first, last] = [own[0], own.at(-1)];
  if (first === undefined || last === undefined || last.tMs - first.tMs < PART_MS / 2) {
    throw new Error('Its CPU time could not be read often enough.');
  }
  return (last.cpuTimeMs - first.cpuTimeMs) / (last.tMs - first.tMs);
}

function lastPart(record: RunRecord): Sample[] {
  const endMs = guestEndedMs(record);
  return record.samples.filter(({ tMs }) => tMs <= endMs && tMs >= endMs - PART_MS);
}

/** Nothing where the kernel tells nothing of it: without a quota of its cgroup, or where that cannot be read. */
export function throttlingOf(record: RunRecord): Beside[] {
  const own = lastPart(record).filter(hasThrottling);
  const [first, last] = [own[0], own.at(-1)];
  if (first === undefined || last === undefined) return [];
  const periods = last.periods - first.periods;
  if (periods <= 0) return [];
  const ran = last.throttledPeriods - first.throttledPeriods;
  const waitedMs = last.throttledMs - first.throttledMs;
  return [
    { ...PERIODS, value: (100 * ran) / periods },
    { ...WAITED, value: (100 * waitedMs) / (last.tMs - first.tMs) },
  ];
}

function hasThrottling(
  sample: Sample,
): sample is Sample & Required<Pick<Sample, 'periods' | 'throttledPeriods' | 'throttledMs'>> {
  const { periods, throttledPeriods, throttledMs } = sample;
  return periods !== undefined && throttledPeriods !== undefined && throttledMs !== undefined;
}

/** What a loop of one thread does under that quota, beside what it did. */
function throttledWords(cpus: number, seen: ReadonlyMap<string, number>): string | undefined {
  const [periods, waited] = [seen.get(PERIODS.id), seen.get(WAITED.id)];
  if (periods === undefined || waited === undefined) return undefined;
  const expected =
    cpus < 1 ? { periods: 100, waited: 100 * (1 - cpus) } : { periods: 0, waited: 0 };
  return `${formatPercent(periods)} of periods and ${formatPercent(waited)} of the time; expected ${formatPercent(expected.periods)} and ${formatPercent(expected.waited)}`;
}
