import { formatPercent } from '../../contract/index.js';
import type { RunRecord, Sample } from '../../contract/index.js';
import { guestEndedMs } from '../guests/guest-ended.js';
import { PATIENCE_MS, signed } from './limit-case.js';
import type { LimitCase } from './limit-case.js';

/**
 * The last part of the run is looked at, in which nothing but the guest's loop runs. The quota is given anew every
 * 100 ms (cpu.cfs_period_us, scheduler/sched-bwc.rst), so the part is a whole number of them; where in a period it
 * begins is not known, which can be wrong by one period's quota in nine.
 */
const PART_MS = 900;
const PERIOD_MS = 20;

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
  words: (share, { cpus }) => ({
    asked: `${String(cpus)} cores`,
    seen: `${share.toFixed(2)} cores`,
    // A loop of one thread cannot use more than one core.
    difference: signed((100 * (share - Math.min(1, cpus))) / Math.min(1, cpus), formatPercent),
  }),
};

/** Throws an Error where CPU time could not be read twice. */
export function shareOfOneCore(record: RunRecord): number {
  const endMs = guestEndedMs(record);
  const own = record.samples.filter(
    (sample): sample is Sample & { cpuTimeMs: number } =>
      sample.cpuTimeMs !== undefined && sample.tMs <= endMs && sample.tMs >= endMs - PART_MS,
  );
  const [first, last] = [own[0], own.at(-1)];
  if (first === undefined || last === undefined || last.tMs - first.tMs < PART_MS / 2) {
    throw new Error('Its CPU time could not be read often enough.');
  }
  return (last.cpuTimeMs - first.cpuTimeMs) / (last.tMs - first.tMs);
}
