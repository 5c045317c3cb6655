/** One step: from `x` on, this share of the values is at or below it. */
export interface EcdfPoint {
  x: number;
  share: number;
}

/**
 * The empirical distribution function. Of many values only so many steps are kept, evenly by rank,
 * the first and the last among them: each kept one is exact.
 */
export function ecdfPoints(values: readonly number[], most = 600): EcdfPoint[] {
  const ascending = Float64Array.from(values).sort();
  const count = ascending.length;
  const steps = Math.min(count, most);
  const points: EcdfPoint[] = [];
  for (let nth = 1; nth <= steps; nth += 1) {
    const rank = steps === 1 ? count : 1 + Math.round(((nth - 1) * (count - 1)) / (steps - 1));
    const x = ascending[rank - 1] ?? 0;
    const share = shareUpTo(ascending, x, rank);
    if (points[points.length - 1]?.x === x) continue;
    points.push({ x, share });
  }
  return points;
}

/** Equal values are one step. */
function shareUpTo(ascending: Float64Array, x: number, rank: number): number {
  let end = rank;
  while (end < ascending.length && ascending[end] === x) end += 1;
  return end / ascending.length;
}
