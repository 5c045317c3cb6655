import type { RecordedRange } from '../contract/index.js';
import { unpackSamples } from './columns.js';
import type { PackedRange } from './protocol.js';

/** As it crosses the contract. */
export function unpackRange({ samples, stepMs, points }: PackedRange): RecordedRange {
  if (samples !== undefined) return { samples: unpackSamples(samples) };
  if (stepMs === undefined || points === undefined) return {};
  const [min, max, mean] = [points.min, points.max, points.mean].map(unpackSamples);
  return {
    stepMs,
    points: (min ?? []).flatMap((lowest, at) => {
      const [highest, middle] = [max?.[at], mean?.[at]];
      if (highest === undefined || middle === undefined) return [];
      return [{ min: lowest, max: highest, mean: middle }];
    }),
  };
}
