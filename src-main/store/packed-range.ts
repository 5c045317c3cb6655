import type { RecordedPoint, RecordedRange } from '../contract/index.js';
import { unpackSamples } from './columns.js';
import type { PackedPoints, PackedRange } from './protocol.js';

/** As it crosses the contract. */
export function unpackRange({ samples, stepMs, points }: PackedRange): RecordedRange {
  if (samples !== undefined) return { samples: unpackSamples(samples) };
  if (stepMs === undefined || points === undefined) return {};
  return { stepMs, points: unpackPoints(points) };
}

export function unpackPoints({ min, max, mean, count }: PackedPoints): RecordedPoint[] {
  const [highest, middle, many] = [max, mean, count].map(unpackSamples);
  return unpackSamples(min).flatMap((lowest, at) => {
    const [high, between, n] = [highest?.[at], middle?.[at], many?.[at]];
    if (high === undefined || between === undefined || n === undefined) return [];
    return [{ min: lowest, max: high, mean: between, count: n }];
  });
}
