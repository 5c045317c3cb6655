import { known, numberAfter } from '../files/kernel-text.js';

/** What a CPU quota did since the cgroup was made; all absent while no period has passed under one. */
export interface Throttling {
  /** In which something ran, of the length of the quota's period. */
  periods?: number;
  /** Of these, those in which the quota ran out. */
  throttledPeriods?: number;
  /** For how long something was kept from running, summed over the cores. */
  throttledMs?: number;
}

const MICROSECONDS_PER_MS = 1000;
const NANOSECONDS_PER_MS = 1e6;

/** cpu.stat of either version: throttled_usec of v2 (admin-guide/cgroup-v2.rst), throttled_time of v1, in nanoseconds (scheduler/sched-bwc.rst). */
export function parseThrottling(text = ''): Throttling {
  const periods = numberAfter(text, 'nr_periods ');
  if (periods === undefined || periods === 0) return {};
  const us = numberAfter(text, 'throttled_usec ');
  const ns = numberAfter(text, 'throttled_time ');
  return known<Throttling>({
    periods,
    throttledPeriods: numberAfter(text, 'nr_throttled '),
    throttledMs:
      us === undefined
        ? ns === undefined
          ? undefined
          : ns / NANOSECONDS_PER_MS
        : us / MICROSECONDS_PER_MS,
  });
}
