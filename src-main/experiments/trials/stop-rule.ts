import type { StopRule } from '../../contract/index.js';
import { medianWithInterval } from '../statistics/index.js';

/** Below so many values an interval says little. */
const LEAST_RUNS = 10;
/** Enough to decide by; the report draws more. */
const RESAMPLES = 1000;

/** Whether a contender has enough values. */
export function isEnough(
  rule: StopRule,
  { values, most, elapsedMs }: { values: readonly number[]; most: number; elapsedMs: number },
): boolean {
  if (values.length >= most) return true;
  if (rule.kind === 'time') return elapsedMs >= rule.ms;
  if (rule.kind === 'runs' || values.length < LEAST_RUNS) return false;
  const { value, ci95 } = medianWithInterval(values, { resamples: RESAMPLES });
  return ci95[1] - ci95[0] <= rule.relativeWidth * value;
}
