import type {
  Trend,
  TrendContender,
  TrendPoint,
  TrendValue,
} from '../../../../src-main/contract/index.js';
import type { LinePoint } from '../../../charts/lines-draw.js';

/** What a contender had of a measure at that time. */
export function valueOf(
  { contenders }: TrendPoint,
  runtime: string,
  measureId: string | undefined,
): TrendValue | undefined {
  return contenderOf(contenders, runtime)?.values.find(({ id }) => id === measureId);
}

function contenderOf(
  contenders: readonly TrendContender[],
  runtime: string,
): TrendContender | undefined {
  return contenders.find((one) => one.runtime === runtime);
}

export interface TrendRow {
  runtime: string;
  points: LinePoint[];
}

/** A line a contender that has any value: its median by the moment, with the interval. */
export function trendRows(
  { runtimes, points }: Pick<Trend, 'runtimes' | 'points'>,
  measureId: string | undefined,
): TrendRow[] {
  return runtimes
    .map((runtime) => ({
      runtime,
      points: points.flatMap((point): LinePoint[] => {
        const value = valueOf(point, runtime, measureId);
        if (value === undefined) return [];
        const [low, high] = value.ci95;
        return [{ x: Date.parse(point.atIso), y: value.median, low, high }];
      }),
    }))
    .filter((row) => row.points.length > 0);
}
