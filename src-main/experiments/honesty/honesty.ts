import type { Honesty, MachineNoise, Measure } from '../../contract/index.js';
import { monotonicMs } from '../../metrics/clock.js';
import { measureOf } from '../results/summary.js';
import { timerResolutionMs } from './timer.js';

export interface HonestyQuery {
  /** Of an empty process, run among the contenders. */
  floorsMs: readonly number[];
  /** Of each run, outside the contender. */
  overheadsMs: readonly number[];
  /** What could not be seen, and why. */
  unseen: string[];
  before: MachineNoise;
  during: MachineNoise;
}

/** What stands beside every result of a measured time. */
export function honestyOf({ floorsMs, overheadsMs, unseen, ...rest }: HonestyQuery): Honesty {
  const floor = measureOf('empty-process', 'An empty process', 'ms', floorsMs);
  const overhead = measureOf('overhead', 'In the lab, outside the contender', 'ms', overheadsMs);
  return {
    floors: present(floor),
    ...(overhead === undefined ? {} : { overhead }),
    timerResolutionMs: timerResolutionMs(monotonicMs),
    ...(unseen.length === 0 ? {} : { unseen }),
    ...rest,
  };
}

function present(measure: Measure | undefined): Measure[] {
  return measure === undefined ? [] : [measure];
}
