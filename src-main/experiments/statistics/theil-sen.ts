import { median } from './order.js';

export interface Line {
  slope: number;
  /** Where it meets x = 0. */
  intercept: number;
}

/**
 * The line through points by Theil and Sen: the median of the slopes of all pairs, then the median of what is left
 * (Sen 1968, "Estimates of the regression coefficient based on Kendall's tau"). A step that stands apart, as a
 * collector of garbage makes, does not bend it. Undefined for fewer than two different x.
 */
export function theilSen(points: readonly { x: number; y: number }[]): Line | undefined {
  const slopes = points.flatMap((one, at) =>
    points.slice(at + 1).flatMap((other) => {
      return other.x === one.x ? [] : [(other.y - one.y) / (other.x - one.x)];
    }),
  );
  if (slopes.length === 0) return undefined;
  const slope = median(slopes);
  return { slope, intercept: median(points.map(({ x, y }) => y - slope * x)) };
}
