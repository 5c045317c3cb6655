import {
  MEMORY_DEFINITIONS,
  formatBytes,
  formatDuration,
  formatPercent,
} from '../../contract/index.js';
import type { Sample } from '../../contract/index.js';
import { colorOf, lineChart } from '../drawing/index.js';
import { section } from './blocks.js';
import type { Block } from './blocks.js';

/** More lines than this in one picture cannot be told apart. */
const MOST_LINES = 8;

/** A sample, or a step with its lowest and highest. */
export interface Reading {
  xMs: number;
  mean: Sample;
  min?: Sample;
  max?: Sample;
}
export interface Followed {
  label: string;
  readings: readonly Reading[];
}

interface Words {
  xTitle: string;
  leftOut: (shown: number, left: number) => string;
  level?: 2 | 3;
}

type Read = (sample: Sample) => number | undefined;

/** One for each definition of memory that was read, and one of the CPU; the same colour for the same in each. */
export function pictures(
  followed: readonly Followed[],
  { xTitle, leftOut, level = 2 }: Words,
): Block[] {
  const shown = followed.slice(0, MOST_LINES);
  const chart = (
    title: string,
    yUnit: string,
    formatY: (value: number) => string,
    read: Read,
  ): Block[] => {
    const series = shown
      .map(({ label, readings }, place) => ({
        ...{ label, color: colorOf(place) },
        points: readings.map((reading) => pointOf(reading, read)),
      }))
      .filter(({ points }) => points.some(({ y }) => y !== undefined));
    if (series.length === 0) return [];
    const axes = { xTitle, xUnit: 'ms', formatX: formatDuration };
    return [{ kind: 'picture', svg: lineChart({ title, ...axes, yUnit, formatY, series }) }];
  };
  const found = [
    ...MEMORY_DEFINITIONS.flatMap(({ name, label }) =>
      chart(label, 'B', formatBytes, ({ memory }) => memory[name]),
    ),
    ...chart('CPU, percent of one core', '%', formatPercent, ({ cpuPercent }) => cpuPercent),
  ];
  const left = followed.length - shown.length;
  const note = leftOut(MOST_LINES, left);
  const text = found.length > 0 && left > 0 ? [{ kind: 'text', spans: [note] } as const] : [];
  return section('Memory and CPU over time', [...text, ...found], level);
}

function pointOf({ xMs, mean, min, max }: Reading, read: Read) {
  const [low, high] = [min && read(min), max && read(max)];
  return {
    ...{ x: xMs, y: read(mean) },
    ...(low === undefined ? {} : { low }),
    ...(high === undefined ? {} : { high }),
  };
}
