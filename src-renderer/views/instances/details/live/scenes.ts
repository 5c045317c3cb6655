import { MEMORY_DEFINITIONS } from '../../../../../src-main/contract/index.js';
import type { MemoryName, RuntimeKind } from '../../../../../src-main/contract/index.js';
import { said, t } from '../../../../i18n/index.js';
import type { Words } from '../../../../i18n/index.js';
import { clockTicks } from '../../../../charts/clock-ticks.js';
import { thinPoints } from '../../../../charts/thin.js';
import { byteTicks, percentSpan, percentTicks } from '../../../../charts/ticks.js';
import type { Tick } from '../../../../charts/ticks.js';
import type { ChartMark, ChartScene, ChartSeries, LimitLine } from '../../../../charts/types.js';
import type { InstanceSeries } from '../../../../state/instance-series.js';
import type { RateName } from '../../../../state/rates.js';
import type { Point } from '../../../../state/series.js';
import { formatBytes, formatPercent } from '../../../../text/format.js';

/** The stretch of time that all charts show. */
export interface Stretch {
  fromMs: number;
  toMs: number;
  epochMs: number | undefined;
  marks: readonly ChartMark[];
}

/** A line, and whether it is drawn. */
export interface LiveLine {
  series: ChartSeries;
  /** What it counts, in a sentence. */
  meaning: string;
  isShown: boolean;
}

export interface LiveScene {
  scene: ChartScene;
  lines: LiveLine[];
}

/** In place of a value that is not known. */
export const UNREAD = '–';

const DASHES: readonly (readonly number[])[] = [[], [6, 3], [2, 2], [8, 3, 2, 3], [3, 4], [12, 3]];

const formatRate = (bytes: number): string => `${formatBytes(bytes)}/s`;

/** Five colours of its own world for the definitions of memory. */
function colourOf(kind: RuntimeKind, at: number): string {
  return `--${kind === 'container' ? 'c' : 'w'}${String((at % 4) + 1)}`;
}

export function cpuScene(series: InstanceSeries, kind: RuntimeKind, stretch: Stretch): LiveScene {
  const read = series.values.points('cpuPercent');
  const line = lineOf('cpuPercent', t('CPU'), read, stretch, colourOf(kind, 0), [], formatPercent);
  const yMax = percentSpan(highest([line.points]) || 10);
  return sceneOf(
    [{ series: line, meaning: t('Percent of one core.'), isShown: true }],
    stretch,
    yMax,
    percentTicks(yMax),
  );
}

/** Every definition that was read; `first` as a whole line, and never hidden in a first look. */
export function memoryScene(
  series: InstanceSeries,
  kind: RuntimeKind,
  first: MemoryName,
  hidden: ReadonlySet<string>,
  stretch: Stretch,
): LiveScene {
  const present = MEMORY_DEFINITIONS.filter(
    ({ name }) =>
      name !== 'limitBytes' && name !== 'linearMaxBytes' && series.values.points(name).length > 0,
  );
  const ordered = [
    ...present.filter(({ name }) => name === first),
    ...present.filter(({ name }) => name !== first),
  ];
  const lines = ordered.map(({ name, label, meaning }, at): LiveLine => {
    const read = series.values.points(name);
    const colour = colourOf(kind, at);
    return {
      series: lineOf(name, said(label), read, stretch, colour, DASHES[at] ?? [], formatBytes),
      meaning: said(meaning),
      isShown: !hidden.has(name),
    };
  });
  const limits = limitLines(series);
  const top = highest(lines.filter(({ isShown }) => isShown).map((line) => line.series.points));
  // A limit far above what is used would press all lines to the floor: then it is only named.
  const near = limits.filter(({ value }) => top === 0 || value <= top * 8);
  const yMax = Math.max(1024 ** 2, top * 1.15, ...near.map(({ value }) => value * 1.18));
  return sceneOf(lines, stretch, yMax, byteTicks(yMax, 3), near);
}

/** The last limits that were read, with their names. */
export function limitLines(series: InstanceSeries): LimitLine[] {
  const last = series.values.latest?.memory;
  const { limitBytes, linearMaxBytes } = last ?? {};
  const short = (bytes: number): string => formatBytes(bytes).replace(/[.,]0 /, ' ');
  return [
    ...(limitBytes === undefined
      ? []
      : [{ value: limitBytes, label: t('limit {{bytes}}', { bytes: short(limitBytes) }) }]),
    ...(linearMaxBytes === undefined
      ? []
      : [
          {
            value: linearMaxBytes,
            label: t('linear maximum {{bytes}}', { bytes: short(linearMaxBytes) }),
          },
        ]),
  ];
}

export interface RateNames {
  name: RateName;
  label: Words;
  meaning: Words;
}
export const NETWORK: readonly RateNames[] = [
  { name: 'rxBytes', label: 'Received', meaning: 'Bytes a second in, all its interfaces.' },
  { name: 'txBytes', label: 'Sent', meaning: 'Bytes a second out, all its interfaces.' },
];
export const DISK: readonly RateNames[] = [
  { name: 'readBytes', label: 'Read|bytes', meaning: 'Bytes a second from block devices.' },
  { name: 'writtenBytes', label: 'Written', meaning: 'Bytes a second to block devices.' },
];

/** Undefined where none of them was ever read. */
export function rateScene(
  series: InstanceSeries,
  kind: RuntimeKind,
  names: readonly RateNames[],
  stretch: Stretch,
): LiveScene | undefined {
  const known = names.filter(({ name }) => series.rates.points(name).length > 0);
  if (known.length === 0) return undefined;
  const lines = known.map(({ name, label, meaning }, at): LiveLine => {
    const read = series.rates.points(name);
    const colour = colourOf(kind, at);
    return {
      series: lineOf(name, t(label), read, stretch, colour, DASHES[at] ?? [], formatRate),
      meaning: t(meaning),
      isShown: true,
    };
  });
  const yMax = Math.max(1024, highest(lines.map((line) => line.series.points)) * 1.15);
  const ticks = byteTicks(yMax, 2).map((tick) => ({ ...tick, label: `${tick.label}/s` }));
  return sceneOf(lines, stretch, yMax, ticks);
}

function sceneOf(
  lines: LiveLine[],
  { fromMs, toMs, epochMs, marks }: Stretch,
  yMax: number,
  yTicks: readonly Tick[],
  limits: readonly LimitLine[] = [],
): LiveScene {
  return {
    lines,
    scene: {
      series: lines.filter(({ isShown }) => isShown).map(({ series }) => series),
      limits,
      marks,
      xMin: fromMs,
      xMax: toMs,
      xTicks: clockTicks(fromMs, toMs, epochMs),
      yMax,
      yTicks,
      isBare: true,
    },
  };
}

function lineOf(
  id: string,
  label: string,
  read: readonly Point[],
  { fromMs, toMs }: Stretch,
  color: string,
  dash: readonly number[],
  format: (value: number) => string,
): ChartSeries {
  const points = thinPoints(read, fromMs, toMs);
  return { id, label, detail: '', points, whole: read, color, dash, format };
}

function highest(lines: readonly (readonly Point[])[]): number {
  let top = 0;
  for (const points of lines) for (const { y } of points) if (y > top) top = y;
  return top;
}
