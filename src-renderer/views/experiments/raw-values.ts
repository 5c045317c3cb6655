import type { MeasureRow } from './contenders.js';

export interface RawRow {
  /** From 1, in the order of the runs that count. */
  run: number;
  /** One a contender; absent where it has fewer. */
  cells: ({ value: number; isOutlier: boolean } | undefined)[];
}

/** A part of the raw values as rows of a table. */
export function rawRows(rows: readonly MeasureRow[], first: number, count: number): RawRow[] {
  const longest = mostValues(rows);
  const apart = rows.map(({ measure }) => new Set(measure?.outliers));
  const found: RawRow[] = [];
  for (let at = first; at < Math.min(longest, first + count); at += 1) {
    const cells = rows.map(({ measure }, nth) => {
      const value = measure?.raw[at];
      return value === undefined ? undefined : { value, isOutlier: apart[nth]?.has(at) === true };
    });
    found.push({ run: at + 1, cells });
  }
  return found;
}

export function mostValues(rows: readonly MeasureRow[]): number {
  return Math.max(0, ...rows.map(({ measure }) => measure?.raw.length ?? 0));
}
