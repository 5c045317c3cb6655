import type { RecordedRange } from '../../../src-main/contract/index.js';
import { clockText } from '../../charts/clock-ticks.js';
import { InstanceSeries } from '../../state/instance-series.js';
import { formatWhen } from '../../text/format.js';

/** As the charts of an instance take it; of a step its highest, so that no peak is lost. */
export function seriesOf({ samples, points, stepMs }: RecordedRange): InstanceSeries {
  const series = new InstanceSeries();
  const readings = samples ?? points?.map(({ max }) => max) ?? [];
  series.add(readings, stepMs ?? usualStepMs(readings.map(({ tMs }) => tMs)));
  return series;
}

/** The median: what is much longer is a hole. */
function usualStepMs(times: readonly number[]): number {
  const steps = times.slice(1).map((at, before) => at - (times[before] ?? at));
  return steps.sort((one, other) => one - other)[Math.floor(steps.length / 2)] ?? 1000;
}

/** With its day where there are several. */
export function momentText(ms: number, isLong: boolean): string {
  return isLong ? formatWhen(new Date(ms).toISOString()) : clockText(0, ms);
}
