import { lastAtOrBefore } from '../state/series.js';
import type { Point } from '../state/series.js';

/**
 * At most about `2 × buckets` points of a stretch of time, the lowest and the highest of each bucket, so
 * that no peak is lost; a gap stays a gap. Also the points just outside, for the lines to the edges.
 */
export function thinPoints(
  points: readonly Point[],
  fromMs: number,
  toMs: number,
  buckets = 280,
): Point[] {
  const first = Math.max(0, lastAtOrBefore(points, fromMs));
  const end = Math.min(points.length, lastAtOrBefore(points, toMs) + 2);
  if (end - first <= buckets * 2) return points.slice(first, end);
  const width = (toMs - fromMs) / buckets;
  const kept: Point[] = [];
  let at = first;
  while (at < end) {
    const bucket = Math.floor(((points[at]?.x ?? 0) - fromMs) / width);
    let next = at + 1;
    while (next < end && Math.floor(((points[next]?.x ?? 0) - fromMs) / width) === bucket)
      next += 1;
    keepExtremes(points, at, next, kept);
    at = next;
  }
  return kept;
}

function keepExtremes(points: readonly Point[], from: number, to: number, kept: Point[]): void {
  let low: Point | undefined;
  let high: Point | undefined;
  let gap: Point | undefined;
  for (let at = from; at < to; at += 1) {
    const point = points[at];
    if (point === undefined) continue;
    if (Number.isNaN(point.y)) gap = point;
    else {
      if (low === undefined || point.y < low.y) low = point;
      if (high === undefined || point.y >= high.y) high = point;
    }
  }
  const chosen = [...new Set([low, high, gap])].filter((point) => point !== undefined);
  kept.push(...chosen.sort((one, other) => one.x - other.x));
}
