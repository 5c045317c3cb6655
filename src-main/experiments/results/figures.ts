import type { Measure, Summary } from '../../contract/index.js';

/** A measure without its name: what stands for the contender itself. */
export function figuresOf(measure: Measure): Summary & Pick<Measure, 'unit' | 'raw'> {
  const { unit, raw, n, median, p5, p95, mean, mad, ci95, outliers } = measure;
  return { unit, raw, n, median, p5, p95, mean, mad, ci95, outliers };
}
