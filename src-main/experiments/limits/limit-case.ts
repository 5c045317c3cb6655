import type { LimitName, Limits, RunRecord, RunRequestInput } from '../../contract/index.js';
import type { Heard } from '../experiment.js';

/** Every limit has a value here; those of the plan go before the defaults. */
export type AskedLimits = Required<Limits>;

/** Another number of a run beside the one that it is summed up by. */
export interface Beside {
  id: string;
  title: string;
  unit: string;
  value: number;
}

/** How one limit is tried: a guest that wants more than it, and what is seen of where that ended. */
export interface LimitCase {
  limit: LimitName;
  /** The number that runs are summed up by. */
  measure: { id: string; title: string; unit: string };
  ask: (asked: AskedLimits) => Pick<RunRequestInput, 'workload' | 'limits' | 'periodMs'>;
  /** Throws an Error that says why the run tells nothing of the limit. */
  see: (record: RunRecord, heard: readonly Heard[], asked: AskedLimits) => number;
  /** What else the runs tell of it, each a measure of its own; absent where it could not be read. */
  besides?: (record: RunRecord, asked: AskedLimits) => Beside[];
  /** For people, of the median: what was asked for, what was seen, how far apart they are. */
  words: (
    median: number,
    asked: AskedLimits,
    besides?: ReadonlyMap<string, number>,
  ) => { asked: string; seen: string; difference?: string; throttled?: string };
}

/** What a guest that is stopped by no limit is stopped by in the end. */
export const PATIENCE_MS = 20_000;

/** With its sign: `+4.7 ms`. */
export function signed(value: number, format: (size: number) => string): string {
  return `${value < 0 ? '−' : '+'}${format(Math.abs(value))}`;
}
