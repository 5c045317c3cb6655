import { csvOf } from '../../../src-main/contract/index.js';
import type { CsvCell } from '../../../src-main/contract/index.js';
import { lastAtOrBefore } from '../../state/series.js';
import type { LinePoint } from '../lines-draw.js';
import type { ChartScene } from '../types.js';

/** What a chart shows, as rows. */
export interface ChartTable {
  columns: readonly string[];
  rows: readonly (readonly CsvCell[])[];
}

/** Its values as a file (RFC 4180). */
export function csvTable({ columns, rows }: ChartTable): string {
  return csvOf(
    columns.map((name, at) => [name, (row: readonly CsvCell[]) => row[at]] as const),
    rows,
  );
}

/** Tidy: one row a reading, every one of those on the axis, in base units (RFC 4180). */
export function readingsTable({ series, xMin = 0, xMax }: ChartScene): ChartTable {
  return {
    columns: ['series', 'time_ms', 'value'],
    rows: series.flatMap(({ label, detail, points, whole = points }) =>
      whole
        .filter(({ x, y }) => x >= xMin && x <= xMax && !Number.isNaN(y))
        .map(({ x, y }) => [`${label} ${detail}`.trim(), x, y]),
    ),
  };
}

/** For people: at so many moments, evenly apart, what each line shows there. */
export function momentsTable(
  { series, xMin = 0, xMax }: ChartScene,
  timeTitle: string,
  timeText: (ms: number) => string,
  moments = 50,
): ChartTable {
  const at = Array.from(
    { length: moments + 1 },
    (_, nth) => xMin + ((xMax - xMin) * nth) / moments,
  );
  return {
    columns: [timeTitle, ...series.map(({ label, detail }) => `${label} ${detail}`.trim())],
    rows: at.map((ms) => [
      timeText(ms),
      ...series.map(({ points, format }) => {
        const point = points[lastAtOrBefore(points, ms)];
        const isOver = point !== undefined && point === points.at(-1) && point.x < ms;
        return point === undefined || isOver || Number.isNaN(point.y) ? '–' : format(point.y);
      }),
    ]),
  };
}

interface Row {
  label: string;
  points: readonly LinePoint[];
}

/** How numbers are written: for programs as they are. */
interface Written {
  columns: readonly [series: string, x: string, y: string, low: string, high: string];
  x: (value: number) => CsvCell;
  y: (value: number) => CsvCell;
}

/** One row a point; its interval where there is one. */
export function pointsTable(rows: readonly Row[], written: Written): ChartTable {
  const hasInterval = rows.some(({ points }) => points.some(({ low }) => low !== undefined));
  const { columns, x: xText, y: yText } = written;
  return {
    columns: hasInterval ? columns : columns.slice(0, 3),
    rows: rows.flatMap(({ label, points }) =>
      points.map(({ x, y, low, high }) => [
        ...[label, xText(x), yText(y)],
        ...(hasInterval
          ? [low, high].map((end) => (end === undefined ? undefined : yText(end)))
          : []),
      ]),
    ),
  };
}

/** `value_ms`: the unit is in the name of its column. */
export function columnOf(name: string, unit: string): string {
  const words = unit.replace(/[^A-Za-z0-9]+/g, '_').replace(/^_+|_+$/g, '');
  return words === '' ? name : `${name}_${words}`;
}

/** For programs. */
export function pointValues(rows: readonly Row[], x: string, y: string): ChartTable {
  const columns = ['series', x, y, `${y}_low`, `${y}_high`] as const;
  const asIs = (value: number): CsvCell => value;
  return pointsTable(rows, { columns, x: asIs, y: asIs });
}
