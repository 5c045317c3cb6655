import { quantile, quantileOfSorted, sorted } from './order.js';
import { betaDrawer, randomSource } from './random.js';
import type { Random } from './random.js';

/** A value with its 95 % interval. */
export interface Estimate {
  value: number;
  ci95: [number, number];
}

export interface BootstrapOptions {
  /** The same seed and values give the same interval. */
  seed?: number;
  resamples?: number;
}

/**
 * Between the lowest and the highest of n values the median lies with a probability of 1 - 2^(1 - n) (David and Nagaraja
 * 2003, chapter 7): of fewer than these no interval within their range covers 95 %.
 */
export const LEAST_FOR_INTERVAL = 6;

const RESAMPLES = 10_000;
const SEED = 0x5eed;
const TAIL = 0.025;

/** The median with its percentile bootstrap interval (Efron and Tibshirani 1993, chapter 13). Throws RangeError for no values. */
export function medianWithInterval(
  values: readonly number[],
  { seed = SEED, resamples = RESAMPLES }: BootstrapOptions = {},
): Estimate {
  const draw = medianDrawer(values, randomSource(seed));
  return { value: quantile(values, 0.5), ci95: intervalOf(resamples, draw) };
}

/** The ratio of the medians; both sides are drawn anew and apart, as their runs were. Throws RangeError for no values. */
export function ratioOfMedians(
  above: readonly number[],
  below: readonly number[],
  { seed = SEED, resamples = RESAMPLES }: BootstrapOptions = {},
): Estimate {
  const random = randomSource(seed);
  const [drawAbove, drawBelow] = [medianDrawer(above, random), medianDrawer(below, random)];
  return {
    value: quantile(above, 0.5) / quantile(below, 0.5),
    ci95: intervalOf(resamples, () => drawAbove() / drawBelow()),
  };
}

function intervalOf(resamples: number, draw: () => number): [number, number] {
  // Sorted as numbers without a function for it: several times as fast as an array.
  const draws = Float64Array.from({ length: resamples }, draw).sort();
  return [quantileOfSorted(draws, TAIL), quantileOfSorted(draws, 1 - TAIL)];
}

/**
 * Draws as many values as there are, with replacement, and gives their median; in a time that does not grow with
 * their number. The k-th smallest of n uniform draws has the distribution Beta(k, n - k + 1), and those above it are
 * uniform again between it and 1 (David and Nagaraja 2003, "Order Statistics", chapter 2): so the one or two draws
 * in the middle are had without making all the others.
 */
function medianDrawer(values: readonly number[], random: Random): () => number {
  const ascending = sorted(values);
  const count = ascending.length;
  if (count === 0) throw new RangeError('no values');
  const valueAt = (share: number): number =>
    ascending[Math.min(Math.floor(share * count), count - 1)] ?? 0;
  const middle = Math.ceil(count / 2);
  const above = count - middle;
  const draw = betaDrawer(middle, above + 1, random);
  if (count % 2 === 1) return () => valueAt(draw());
  return () => {
    const lower = draw();
    const upper = 1 - (1 - lower) * random() ** (1 / above);
    return (valueAt(lower) + valueAt(upper)) / 2;
  };
}
