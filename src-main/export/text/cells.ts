import type { Curve } from '../../contract/index.js';
import { amount } from './amount.js';
import { printable } from './printable.js';

/** As many points of a curve as fit beside each other. */
const SHOWN = 5;

export function cellText(cell: string | number | undefined, unit: string | undefined): string {
  if (cell === undefined) return '';
  if (typeof cell === 'string') return printable(cell);
  return unit === undefined ? String(cell) : amount(cell, unit);
}

/** A few x, evenly chosen among all there are. */
export function shownPoints(curves: readonly Curve[]): number[] {
  const xs = new Set(curves.flatMap(({ points }) => points.map(({ x }) => x)));
  const ascending = [...xs].sort((one, other) => one - other);
  if (ascending.length <= SHOWN) return ascending;
  return Array.from(
    { length: SHOWN },
    (_, at) => ascending[Math.round((at * (ascending.length - 1)) / (SHOWN - 1))] ?? 0,
  );
}
