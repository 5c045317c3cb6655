import type { Measure, Summary } from '../../contract/index.js';
import { medianWithInterval } from '../statistics/bootstrap.js';
import type { BootstrapOptions } from '../statistics/bootstrap.js';
import { quantileOfSorted, sorted } from '../statistics/order.js';
import { mean, medianAbsoluteDeviation, outliers } from '../statistics/spread.js';

/** What the raw values come to; outliers are told and kept. Throws RangeError for no values. */
export function summarise(raw: readonly number[], options: BootstrapOptions = {}): Summary {
  const ascending = sorted(raw);
  const { value, ci95 } = medianWithInterval(raw, options);
  return {
    n: raw.length,
    median: value,
    p5: quantileOfSorted(ascending, 0.05),
    p95: quantileOfSorted(ascending, 0.95),
    mean: mean(raw),
    mad: medianAbsoluteDeviation(raw),
    ci95,
    outliers: outliers(raw),
  };
}

/** Undefined where there are no values. */
export function measureOf(
  id: string,
  title: string,
  unit: string,
  raw: readonly number[],
): Measure | undefined {
  return raw.length === 0 ? undefined : { id, title, unit, raw: [...raw], ...summarise(raw) };
}
