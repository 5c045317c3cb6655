import { at, colorOf, keyOf, label, line, picture } from './frame.js';
import { rangeOf, scale, ticksOf } from './scale.js';

export interface LineSeries {
  label: string;
  /** By default one of our own, by its place. */
  color?: string;
  /** Without `y` nothing was read: the line has a gap there. */
  points: readonly { x: number; y?: number | undefined; low?: number; high?: number }[];
}

export interface LineChart {
  title: string;
  xTitle: string;
  xUnit: string;
  yUnit: string;
  series: readonly LineSeries[];
  formatX: (value: number) => string;
  formatY: (value: number) => string;
}

const WIDTH = 760;
const PLOT_HEIGHT = 240;
const AREA = { left: 76, right: WIDTH - 16, top: 34, bottom: 34 + PLOT_HEIGHT };

/** Lines, both axes from 0, with a key. Pure: the same data give the same picture. */
export function lineChart({
  title,
  xTitle,
  xUnit,
  yUnit,
  series,
  formatX,
  formatY,
}: LineChart): string {
  const points = series.flatMap((one) => one.points);
  const xRange = rangeOf(
    points.map(({ x }) => x),
    { fromZero: true },
  );
  const yRange = rangeOf(
    points.flatMap(({ y, high }) => [y, high].filter((value) => value !== undefined)),
    { fromZero: true },
  );
  const x = scale(xRange, AREA.left, AREA.right);
  const y = scale(yRange, AREA.bottom, AREA.top);
  const key = keyOf(
    series.map((one, place) => ({ label: one.label, color: one.color ?? colorOf(place) })),
    { ...AREA, top: AREA.bottom + 58 },
  );
  return picture(WIDTH, AREA.bottom + 46 + key.height, title, [
    label(12, 18, title),
    ...ticksOf(yRange, 5, yUnit).flatMap((value) => [
      line(AREA.left, y(value), AREA.right, y(value)),
      label(AREA.left - 8, y(value) + 4, formatY(value), { anchor: 'end', faint: true }),
    ]),
    ...ticksOf(xRange, 6, xUnit).map((value) =>
      label(x(value), AREA.bottom + 16, formatX(value), { anchor: 'middle', faint: true }),
    ),
    label(AREA.right, AREA.bottom + 32, xTitle, { anchor: 'end', faint: true }),
    ...series.flatMap((one, place) => drawn(one, one.color ?? colorOf(place), x, y)),
    ...key.parts,
  ]);
}

type Place = (value: number) => number;

function drawn({ points }: LineSeries, color: string, x: Place, y: Place): string[] {
  const bars = points.flatMap((point) =>
    point.low === undefined || point.high === undefined
      ? []
      : [
          `<line x1="${at(x(point.x))}" y1="${at(y(point.low))}" x2="${at(x(point.x))}" y2="${at(y(point.high))}" stroke="${color}" stroke-opacity="0.5"/>`,
        ],
  );
  return [
    ...bars,
    `<path d="${pathOf(points, x, y)}" fill="none" stroke="${color}" stroke-width="1.8" stroke-linejoin="round" stroke-linecap="round"/>`,
  ];
}

function pathOf(points: LineSeries['points'], x: Place, y: Place): string {
  let isOpen = false;
  return points
    .map((point) => {
      if (point.y === undefined) {
        isOpen = false;
        return '';
      }
      const step = `${isOpen ? 'L' : 'M'}${at(x(point.x))} ${at(y(point.y))}`;
      // A reading between two gaps is a dot, not nothing.
      const dot = isOpen ? '' : 'h0';
      isOpen = true;
      return step + dot;
    })
    .join('');
}
