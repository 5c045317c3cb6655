import type { EnvironmentChange, Trend, TrendMeasure, TrendPoint } from '../../contract/index.js';
import { amount } from '../../export/text/amount.js';
import { printable } from '../streams.js';
import { formatTable } from './table.js';

const NAMES: Record<EnvironmentChange['what'], string> = {
  ...{ machine: 'machine', system: 'system', kernel: 'kernel', cgroup: 'cgroup' },
  ...{ governor: 'governor', engine: 'engine', paralelo: 'Paralelo', runtime: 'runtime' },
};

/** A row a time, a column a contender: its median and the 95 % interval; below, what had changed and when. */
export function formatTrend(trend: Trend, measure: TrendMeasure): string {
  const { experiment, runtimes, points, left } = trend;
  const header = ['ID', 'WHEN', ...runtimes, ''];
  const rows = points.map((point) => [
    point.id,
    moment(point),
    ...runtimes.map((runtime) => cell(point, runtime, measure)),
    point.changes.length === 0 ? '' : '*',
  ]);
  return [
    `${experiment}: ${measure.title.toLowerCase()}, median and 95 % interval.\n\n`,
    formatTable(header, rows, new Set(runtimes)),
    left === 0 ? '' : `\n${String(left)} older ones are not shown.\n`,
    changesOf(points),
  ].join('');
}

function cell({ contenders }: TrendPoint, runtime: string, { id, unit }: TrendMeasure): string {
  const value = contenders
    .find((one) => one.runtime === runtime)
    ?.values.find((one) => one.id === id);
  if (value === undefined) return '-';
  const [low, high] = value.ci95;
  return `${amount(value.median, unit)} (${amount(low, unit)} – ${amount(high, unit)})`;
}

function changesOf(points: readonly TrendPoint[]): string {
  const changed = points.filter(({ changes }) => changes.length > 0);
  if (changed.length === 0) return '';
  const lines = changed.flatMap((point) =>
    point.changes.map(
      ({ what, runtime, from, to }) =>
        `  ${moment(point)}  ${runtime ?? NAMES[what]}: ${printable(from)} -> ${printable(to)}\n`,
    ),
  );
  return `\n* What had changed since the one before:\n${lines.join('')}`;
}

function moment({ atIso }: TrendPoint): string {
  return `${atIso.slice(0, 19).replace('T', ' ')}Z`;
}
