import { formatBytes } from '../../contract/index.js';
import type { Measure } from '../../contract/index.js';

/** A value with its unit, as it is read: `14.2 ms`, `63.8 MiB`, `1.02 B/B`; a count has none. */
export function amount(value: number, unit: string): string {
  if (unit === '') return String(value);
  return unit === 'B' ? formatBytes(value) : `${short(value)} ${unit}`;
}

/** Median, interval, p5 and p95; the unit once, where it is the same for all. */
export function figures({
  median,
  ci95,
  p5,
  p95,
  unit,
}: Pick<Measure, 'median' | 'ci95' | 'p5' | 'p95' | 'unit'>): string[] {
  const bare = (value: number): string => (unit === 'B' ? formatBytes(value) : short(value));
  return [amount(median, unit), `${bare(ci95[0])} – ${bare(ci95[1])}`, bare(p5), bare(p95)];
}

/** Three figures: 14.2, 0.413, 1204. What is next to nothing is 0. */
export function short(value: number): string {
  if (Math.abs(value) >= 100) return value.toFixed(0);
  return Math.abs(value) < 1e-6 ? '0' : value.toPrecision(3);
}
