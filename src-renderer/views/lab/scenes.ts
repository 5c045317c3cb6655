import { said, t } from '../../i18n/index.js';
import {
  byteTicks,
  growingSpan,
  percentSpan,
  percentTicks,
  timeTicks,
} from '../../charts/ticks.js';
import type { ChartScene, ChartSeries, LimitLine, MarkerShape } from '../../charts/types.js';
import type { Stretch } from '../../state/zoom.svelte.js';
import type { Lane } from '../../state/lane.svelte.js';
import { dashOf } from './lens.svelte.js';
import type { Lens } from './lens.svelte.js';
import { outcomeWords } from './outcome-words.js';
import { formatBytes, formatPercent } from '../../text/format.js';

const MIB = 1024 ** 2;
const EMPTY_BYTES = 80 * MIB;

/** Where the common time axis ends: the longest run's end, or a step ahead of a running one. */
export function spanMs(lanes: readonly Lane[]): number {
  const last = Math.max(
    0,
    ...lanes.map((lane) => Math.max(lane.series.lastMs ?? 0, lane.status.durationMs ?? 0)),
  );
  if (lanes.length > 0 && lanes.every((lane) => lane.isOver))
    return last === 0 ? 1000 : Math.max(10, last);
  return growingSpan(last);
}

export function memoryScene(lanes: readonly Lane[], lens: Lens, stretch: Stretch): ChartScene {
  const limits = limitLines(lanes);
  const series = lanes.flatMap((lane) =>
    lens.of(lane.status.kind).map(({ name, label }): ChartSeries => ({
      id: `${lane.status.id}/${name}`,
      label: lane.name,
      detail: /^[A-Z]+$/.test(label) ? label : said(label).toLowerCase(),
      points: lane.series.points(name),
      color: `--${lane.hue}`,
      dash: dashOf(name),
      format: formatBytes,
      ...endOf(lane),
    })),
  );
  const highest = lanes.flatMap((lane) =>
    lens.of(lane.status.kind).map(({ name }) => lane.series.highest(name) ?? 0),
  );
  const top = Math.max(
    ...highest.map((bytes) => bytes * 1.12),
    ...limits.map(({ value }) => value * 1.2),
  );
  const yMax = lanes.length === 0 ? EMPTY_BYTES : Math.max(top, MIB);
  return { series, limits, ...timeAxis(stretch), yMax, yTicks: byteTicks(yMax) };
}

export function cpuScene(lanes: readonly Lane[], stretch: Stretch): ChartScene {
  const series = lanes.map((lane): ChartSeries => ({
    id: lane.status.id,
    label: lane.name,
    detail: '',
    points: lane.series.points('cpuPercent'),
    color: `--${lane.hue}`,
    dash: lane.status.kind === 'wasm' ? [5, 2] : [],
    format: formatPercent,
    ...endOf(lane),
  }));
  const highest = lanes.map((lane) => lane.series.highest('cpuPercent') ?? 0);
  const yMax = percentSpan(Math.max(...highest, 0) || 100);
  return { series, limits: [], ...timeAxis(stretch), yMax, yTicks: percentTicks(yMax) };
}

function timeAxis({ fromMs, toMs }: Stretch): Pick<ChartScene, 'xMin' | 'xMax' | 'xTicks'> {
  return { xMin: fromMs, xMax: toMs, xTicks: timeTicks(fromMs, toMs) };
}

/** One line for each distinct limit that somebody holds. */
function limitLines(lanes: readonly Lane[]): LimitLine[] {
  const values = lanes.map(limitOf);
  const distinct = [...new Set(values.filter((value) => value !== undefined))];
  return distinct.map((value) => ({
    value,
    label: t('limit {{bytes}}', { bytes: formatBytes(value).replace(/[.,]0 /, ' ') }),
  }));
}

function limitOf(lane: Lane): number | undefined {
  const { limits, enforcedBy } = lane.status;
  return enforcedBy.memory === 'none' ? undefined : limits.memoryBytes;
}

/** A cross where it was killed or broke; else a circle for containers, a diamond for Wasm. */
function endOf(lane: Lane): { end?: MarkerShape } {
  const { outcome, kind } = lane.status;
  if (!lane.isOver || outcome === undefined) return {};
  if (outcomeWords(outcome, undefined).tone === 'harm') return { end: 'cross' };
  return { end: kind === 'container' ? 'circle' : 'diamond' };
}
