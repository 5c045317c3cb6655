import { quantileOfCounted, quantileOfSorted, sorted } from './order.js';
import { countedPlaces, medianPlaces } from './resampled.js';
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
const NONE = new Int32Array(0);

/** The median with its percentile bootstrap interval (Efron and Tibshirani 1993, chapter 13). Throws RangeError for no values. */
export function medianWithInterval(
  values: readonly number[],
  { seed = SEED, resamples = RESAMPLES }: BootstrapOptions = {},
): Estimate {
  const ascending = ascendingOf(values);
  const { counts, ...places } = countedPlaces([ascending.length], { seed, resamples });
  const medians = { values: mediansAt(places, ascending), counts };
  return {
    value: quantileOfSorted(ascending, 0.5),
    ci95: [quantileOfCounted(medians, TAIL), quantileOfCounted(medians, 1 - TAIL)],
  };
}

/** The ratio of the medians; both sides are drawn anew and apart, as their runs were. Throws RangeError for no values. */
export function ratioOfMedians(
  above: readonly number[],
  below: readonly number[],
  { seed = SEED, resamples = RESAMPLES }: BootstrapOptions = {},
): Estimate {
  const [high, low] = [ascendingOf(above), ascendingOf(below)];
  const [ofHigh, ofLow] = medianPlaces([high.length, low.length], { seed, resamples });
  const ratios = mediansAt(ofHigh, high);
  mediansAt(ofLow, low).forEach((divisor, nth) => (ratios[nth] = (ratios[nth] ?? 0) / divisor));
  ratios.sort();
  return {
    value: quantileOfSorted(high, 0.5) / quantileOfSorted(low, 0.5),
    ci95: [quantileOfSorted(ratios, TAIL), quantileOfSorted(ratios, 1 - TAIL)],
  };
}

function ascendingOf(values: readonly number[]): Float64Array {
  if (values.length === 0) throw new RangeError('no values');
  return sorted(values);
}

/** Of each two places the median, in their order. */
function mediansAt(places: MedianPlaces | undefined, ascending: Float64Array): Float64Array {
  const { lower, upper } = places ?? { lower: NONE, upper: NONE };
  const medians = new Float64Array(lower.length);
  for (let nth = 0; nth < medians.length; nth += 1) {
    const [low, high] = [lower[nth] ?? 0, upper[nth] ?? 0];
    medians[nth] = ((ascending[low] ?? 0) + (ascending[high] ?? 0)) / 2;
  }
  return medians;
}
