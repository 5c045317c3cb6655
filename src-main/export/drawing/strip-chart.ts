import { at, colorOf, label, line, picture } from './frame.js';
import { rangeOf, scale, ticksOf } from './scale.js';

export interface Strip {
  label: string;
  /** Every value, in the order of the runs. */
  values: readonly number[];
  median: number;
  ci95: readonly [number, number];
}

export interface StripChart {
  title: string;
  unit: string;
  strips: readonly Strip[];
  format: (value: number) => string;
}

const WIDTH = 760;
const ROW = 34;
const TOP = 34;
const LEFT = 190;
const RIGHT = WIDTH - 24;
const MOST_LETTERS = 26;

/** Every value of each contender as a dot, its median as a stroke, the 95 % interval of that as a bar. */
export function stripChart({ title, unit, strips, format }: StripChart): string {
  const range = rangeOf(
    strips.flatMap(({ values, ci95 }) => [...values, ...ci95]),
    { fromZero: true },
  );
  const x = scale(range, LEFT, RIGHT);
  const bottom = TOP + strips.length * ROW;
  return picture(WIDTH, bottom + 28, title, [
    label(12, 18, title),
    ...ticksOf(range, 6, unit).flatMap((value) => [
      line(x(value), TOP, x(value), bottom),
      label(x(value), bottom + 16, format(value), { anchor: 'middle', faint: true }),
    ]),
    ...strips.flatMap((strip, place) => row(strip, TOP + (place + 0.5) * ROW, colorOf(place), x)),
  ]);
}

function row(
  { label: name, values, median, ci95 }: Strip,
  y: number,
  color: string,
  x: (value: number) => number,
): string[] {
  const [low, high] = ci95;
  const shown = name.length > MOST_LETTERS ? `${name.slice(0, MOST_LETTERS - 1)}…` : name;
  return [
    label(LEFT - 12, y + 4, shown, { anchor: 'end' }),
    `<rect x="${at(x(low))}" y="${at(y - 10)}" width="${at(Math.max(1, x(high) - x(low)))}" height="20" fill="${color}" fill-opacity="0.2"/>`,
    ...values.map(
      (value, run) =>
        `<circle cx="${at(x(value))}" cy="${at(y + spread(run))}" r="2" fill="${color}" fill-opacity="0.55"/>`,
    ),
    `<rect x="${at(x(median) - 1)}" y="${at(y - 12)}" width="2" height="24" fill="${color}"/>`,
  ];
}

/** Dots of the same value lie beside each other: by the golden ratio, so that it is the same each time. */
function spread(run: number): number {
  return ((run * 0.618_034) % 1) * 14 - 7;
}
