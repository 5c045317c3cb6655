import { median } from './order.js';

/** A score beyond it is an outlier (Iglewicz and Hoaglin 1993, "How to Detect and Handle Outliers"). */
const MOST_SCORE = 3.5;
/** 1 / 1.4826: what makes the median absolute deviation estimate the standard deviation of a normal distribution. */
const NORMAL = 0.6745;
/** The same for the mean absolute deviation, sqrt(2 / pi) (used where more than half of the values are equal). */
const NORMAL_OF_MEAN = 0.797_885;

/** Throws RangeError for no values. */
export function mean(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError('no values');
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Median of the distances from the median, as it is: not scaled to a standard deviation. */
export function medianAbsoluteDeviation(values: readonly number[]): number {
  const middle = median(values);
  return median(values.map((value) => Math.abs(value - middle)));
}

/**
 * Which values stand apart, by their places: those whose modified z-score is beyond 3.5. They are told, never
 * removed. Where all values but a few are equal, the mean distance stands in for the median one, which is 0.
 */
export function outliers(values: readonly number[]): number[] {
  if (values.length < 3) return [];
  const middle = median(values);
  const distances = values.map((value) => Math.abs(value - middle));
  const typical = median(distances) / NORMAL || mean(distances) / NORMAL_OF_MEAN;
  if (typical === 0) return [];
  return distances.flatMap((distance, place) => (distance / typical > MOST_SCORE ? [place] : []));
}
