import type { Outcome, Phase, Warning } from './run.js';

/** One start of the twin `hello` in one runtime, alone. One start: an impression, not a measurement. */
export interface TryOut {
  outcome: Outcome;
  phases: Phase[];
  /** From the request to the end of the guest. */
  durationMs: number;
  /** From the request to the first byte that the guest wrote; absent when it wrote none. */
  firstOutputMs?: number;
  warnings: Warning[];
}
