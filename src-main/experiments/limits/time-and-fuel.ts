import { formatDuration } from '../../contract/index.js';
import { guestEndedMs } from '../guests/guest-ended.js';
import { PATIENCE_MS, signed } from './limit-case.js';
import type { LimitCase } from './limit-case.js';

const SPIN = { kind: 'twin', ref: 'spin', args: ['--forever'] } as const;
/** Nothing of a run that is asked only when it ended need be sampled. */
const SELDOM_MS = 60_000;

export const TIME: LimitCase = {
  limit: 'time',
  measure: { id: 'time-late', title: 'Ended after its wall-time limit by', unit: 'ms' },
  ask: ({ timeoutMs }) => ({
    workload: { ...SPIN, args: [...SPIN.args] },
    limits: { timeoutMs },
    periodMs: SELDOM_MS,
  }),
  see: (record, _heard, { timeoutMs }) => {
    if (record.outcome.kind !== 'timed-out') throw new Error(record.outcome.reason);
    return guestEndedMs(record) - timeoutMs;
  },
  words: (lateMs, { timeoutMs }) => ({
    asked: formatDuration(timeoutMs),
    seen: `timed out after ${formatDuration(timeoutMs + lateMs)}`,
    difference: signed(lateMs, formatDuration),
  }),
};

/** Fuel is counted in a unit of each engine's own, so what is seen is only that it ended, and when. */
export const FUEL: LimitCase = {
  limit: 'fuel',
  measure: { id: 'fuel-ended', title: 'Out of fuel after', unit: 'ms' },
  ask: ({ fuel }) => ({
    workload: { ...SPIN, args: [...SPIN.args] },
    limits: { fuel, timeoutMs: PATIENCE_MS },
    periodMs: SELDOM_MS,
  }),
  see: (record) => {
    if (record.outcome.kind !== 'fuel-exhausted') throw new Error(record.outcome.reason);
    return guestEndedMs(record);
  },
  words: (endedMs, { fuel }) => ({
    asked: `${String(fuel)} units`,
    seen: `out of fuel after ${formatDuration(endedMs)}`,
    difference: 'used up: of less no runtime tells',
  }),
};
