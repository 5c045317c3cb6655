import { quantileOfSorted } from './order.js';
import { medianPlaces } from './resampled.js';
import type { MedianPlaces } from './resampled.js';

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
  const ascending = ascendingOf(values);
  const [places] = medianPlaces([ascending.length], { seed, resamples });
  return {
    value: quantileOfSorted(ascending, 0.5),
    ci95: intervalOf(mediansAt(places, ascending)),
  };
}

/** The ratio of the medians; both sides are drawn anew and apart, as their runs were. Throws RangeError for no values. */
export function ratioOfMedians(
  above: readonly number[],
  below: readonly number[],
  { seed = SEED, resamples = RESAMPLES }: BootstrapOptions = {},
): Estimate {
  const [high, low] = [ascendingOf(above), ascendingOf(below)];
  const places = medianPlaces([high.length, low.length], { seed, resamples });
  const [ratios, divisors] = [mediansAt(places[0], high), mediansAt(places[1], low)];
  for (const [nth, divisor] of divisors.entries()) ratios[nth] = (ratios[nth] ?? 0) / divisor;
  return {
    value: quantileOfSorted(high, 0.5) / quantileOfSorted(low, 0.5),
    ci95: intervalOf(ratios),
  };
}

function ascendingOf(values: readonly number[]): Float64Array {
  if (values.length === 0) throw new RangeError('no values');
  // Sorted as numbers without a function for it: several times as fast as an array.
  return Float64Array.from(values).sort();
}

/** Of each resample its median, in the order in which they were drawn. */
function mediansAt({ lower, upper }: MedianPlaces, ascending: Float64Array): Float64Array {
  const medians = new Float64Array(lower.length);
  for (let nth = 0; nth < medians.length; nth += 1) {
    const [low, high] = [lower[nth] ?? 0, upper[nth] ?? 0];
    medians[nth] = ((ascending[low] ?? 0) + (ascending[high] ?? 0)) / 2;
  }
  return medians;
}

/** Sorts what it is given. */
function intervalOf(draws: Float64Array): [number, number] {
  draws.sort();
  return [quantileOfSorted(draws, TAIL), quantileOfSorted(draws, 1 - TAIL)];
}
