import type { ExperimentResult } from '../../src-main/contract/index.js';

/** One value more, of one contender. */
interface Step {
  /** Since the beginning. */
  atMs: number;
  /** The place of the contender. */
  of: number;
}

/**
 * When each value of a recorded result came. They ran one at a time, in the order that was recorded; in an older record
 * each contender in its turn. Where a value is a time, it takes its part of the whole.
 */
export function resultSteps({ contenders, durationMs }: ExperimentResult): Step[] {
  const isRecorded = contenders.every(({ raw, order }) => order?.length === raw.length);
  const order = contenders
    .flatMap(({ raw, unit, order: recorded = [] }, of) =>
      raw.map((value, at) => ({
        ...{ turn: (isRecorded ? recorded[at] : undefined) ?? at, of },
        weight: unit === 'ms' && value > 0 ? value : 1,
      })),
    )
    .sort((one, other) => one.turn - other.turn || one.of - other.of);
  const whole = order.reduce((sum, { weight }) => sum + weight, 0);
  let before = 0;
  return order.map(({ of, weight }) => {
    before += weight;
    return { of, atMs: (before / whole) * durationMs };
  });
}

/** How many values each of so many contenders has at that moment. */
export function countsAt(steps: readonly Step[], contenders: number, atMs: number): number[] {
  const counts = Array.from({ length: contenders }, () => 0);
  for (const { of, atMs: cameMs } of steps) {
    // A last value comes at the very end, whatever the sum of shares is rounded to.
    if (cameMs > atMs + 1e-6) break;
    counts[of] = (counts[of] ?? 0) + 1;
  }
  return counts;
}
