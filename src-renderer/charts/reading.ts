import type { PlotSize } from './plot.js';

/** What a plot says at one place. */
export interface Reading {
  /** Where it stands, in CSS pixels of the plot. */
  x: number;
  /** A single dot there; absent: all along a line at `x`. */
  y?: number;
  title: string;
  lines: { label: string; color: string; text: string }[];
}

/** Undefined where there is nothing near. */
export type Read = (at: { x: number; y: number }, size: PlotSize) => Reading | undefined;

/** The place of the value nearest to `x` in an ascending list; -1 where it is empty. */
export function nearest(xs: readonly number[], x: number): number {
  let low = 0;
  let high = xs.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((xs[middle] ?? 0) <= x) low = middle;
    else high = middle;
  }
  if (high < 0) return -1;
  return Math.abs((xs[high] ?? 0) - x) < Math.abs((xs[low] ?? 0) - x) ? high : low;
}

/** The place of the last value that is not above `x` in an ascending list; -1 where all are. */
export function lastUpTo(xs: readonly number[], x: number): number {
  let [low, high] = [0, xs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((xs[middle] ?? 0) <= x) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
