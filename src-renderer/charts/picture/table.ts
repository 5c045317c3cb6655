import { lastAtOrBefore } from '../../state/series.js';
import type { LinePoint } from '../lines-draw.js';
import type { ChartScene } from '../types.js';

/** What a chart shows, as rows. */
export interface ChartTable {
  columns: readonly string[];
  rows: readonly (readonly string[])[];
}

const SEPARATORS = /[",\r\n]/;
/** A spreadsheet would take them for the beginning of a formula. */
const FORMULA = /^[=+\-@\t\r]/;
const NUMBER = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/;

export function csvOf({ columns, rows }: ChartTable): string {
  const line = (cells: readonly string[]): string => `${cells.map(cell).join(',')}\r\n`;
  return line(columns) + rows.map(line).join('');
}

function cell(text: string): string {
  const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return SEPARATORS.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Tidy: one row a reading, every one of those on the axis, in base units (RFC 4180). */
export function readingsTable({ series, xMin = 0, xMax }: ChartScene): ChartTable {
  return {
    columns: ['series', 'time_ms', 'value'],
    rows: series.flatMap(({ label, detail, points, whole = points }) =>
      whole
        .filter(({ x, y }) => x >= xMin && x <= xMax && !Number.isNaN(y))
        .map(({ x, y }) => [`${label} ${detail}`.trim(), String(x), String(y)]),
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
  x: (value: number) => string;
  y: (value: number) => string;
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
        ...(hasInterval ? [low, high].map((end) => (end === undefined ? '' : yText(end))) : []),
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
  return pointsTable(rows, { columns, x: String, y: String });
}
