import type { Pen } from './pen.js';
import { AXIS_HEIGHT_PX, drawValueAxis, fitText, segment } from './plot.js';
import type { Draw, PlotSize } from './plot.js';
import { dotRadius, stripPlaces } from './strip.js';
import type { StripBox } from './strip.js';
import type { ChartTheme } from './types.js';
import type { ValueScale } from './value-scale.js';

/** All values of one contender. */
export interface StripRow {
  label: string;
  /** Name of a CSS custom property: `--c1`. */
  color: string;
  values: readonly number[];
  /** Places in `values`. */
  outliers: readonly number[];
  median: number;
  ci95: readonly [number, number];
}

export const STRIP_ROW_PX = 46;
const ROW_GAP_PX = 10;
const MOST_NAME_PX = 150;
const NAME_GAP_PX = 12;

const RIGHT_PX = 14;
const MOST_ROUND = 2000;
const OUTLIER_PX = 3.5;
const MEDIAN_OVER_PX = 3;

export function stripHeight(rows: number): number {
  return rows * STRIP_ROW_PX + AXIS_HEIGHT_PX;
}

export interface StripPicture {
  draw: Draw;
  /** Where the strips begin, in CSS pixels: behind the longest name, as it was drawn last. */
  left: () => number;
}

export function stripRowBox(row: number, left: number, { width }: PlotSize): StripBox {
  return {
    left,
    top: row * STRIP_ROW_PX + ROW_GAP_PX / 2,
    width: Math.max(10, width - left - RIGHT_PX),
    height: STRIP_ROW_PX - ROW_GAP_PX,
  };
}

/** A strip a contender, one above the other on one scale. */
export function drawStrips(
  rows: readonly StripRow[],
  scale: ValueScale | undefined,
  title: string,
): StripPicture {
  let left = NAME_GAP_PX;
  const draw: Draw = (context, size, theme) => {
    context.font = nameFont(theme);
    const names = rows.map(({ label }) => context.measureText(label).width);
    left = Math.min(MOST_NAME_PX, Math.max(0, ...names)) + NAME_GAP_PX;
    const plot = { ...stripRowBox(0, left, size), top: 0, height: size.height - AXIS_HEIGHT_PX };
    if (scale !== undefined) drawValueAxis(context, plot, scale, title, theme);
    rows.forEach((row, at) => {
      const box = stripRowBox(at, left, size);
      drawName(context, row, box, theme);
      if (scale !== undefined) drawRow(context, row, scale, box, theme);
    });
  };
  return { draw, left: () => left };
}

function drawName(
  context: Pen,
  { label, color }: StripRow,
  { top, height }: StripBox,
  theme: ChartTheme,
): void {
  context.font = nameFont(theme);
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  context.fillStyle = theme.color(color);
  context.fillText(fitText(context, label, MOST_NAME_PX), 0, top + height / 2);
}

function nameFont({ font }: ChartTheme): string {
  return `500 12px ${font}`;
}

function drawRow(
  context: Pen,
  row: StripRow,
  scale: ValueScale,
  box: StripBox,
  theme: ChartTheme,
): void {
  const color = theme.color(row.color);
  const xOf = (value: number): number => box.left + scale.at(value) * box.width;
  const [low, high] = [xOf(row.ci95[0]), xOf(row.ci95[1])];
  context.fillStyle = color;
  context.globalAlpha = 0.2;
  if (!Number.isNaN(low)) context.fillRect(low, box.top, Math.max(2, high - low), box.height);
  context.globalAlpha = 0.6;
  drawDots(context, row, scale, box);
  context.globalAlpha = 1;
  drawOutliers(context, row, scale, box, theme);
  const x = xOf(row.median);
  if (Number.isNaN(x)) return;
  const [top, bottom] = [box.top - MEDIAN_OVER_PX, box.top + box.height + MEDIAN_OVER_PX];
  context.lineWidth = 4;
  context.strokeStyle = theme.card;
  segment(context, x, top, x, bottom);
  context.lineWidth = 2;
  context.strokeStyle = theme.text;
  segment(context, x, top, x, bottom);
}

/** Many small ones as squares: at this size they look the same, and take a tenth of the time. */
function drawDots(
  context: Pen,
  { values, outliers }: StripRow,
  scale: ValueScale,
  box: StripBox,
): void {
  const { xs, ys } = stripPlaces(values, scale, box);
  const apart = new Set(outliers);
  const radius = dotRadius(values.length);
  const isRound = values.length <= MOST_ROUND;
  for (let at = 0; at < values.length; at += 1) {
    const [x = Number.NaN, y = 0] = [xs[at], ys[at]];
    if (Number.isNaN(x) || apart.has(at)) continue;
    if (isRound) disc(context, x, y, radius);
    else context.fillRect(x - radius, y - radius, 2 * radius, 2 * radius);
  }
}

function disc(context: Pen, x: number, y: number, radius: number): void {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fill();
}

/** Told apart by shape: hollow diamonds. */
function drawOutliers(
  context: Pen,
  { values, outliers }: StripRow,
  scale: ValueScale,
  box: StripBox,
  theme: ChartTheme,
): void {
  const { xs, ys } = stripPlaces(values, scale, box);
  context.beginPath();
  for (const at of outliers) {
    const [x = Number.NaN, y = 0] = [xs[at], ys[at]];
    if (Number.isNaN(x)) continue;
    context.moveTo(x, y - OUTLIER_PX);
    context.lineTo(x + OUTLIER_PX, y);
    context.lineTo(x, y + OUTLIER_PX);
    context.lineTo(x - OUTLIER_PX, y);
    context.closePath();
  }
  context.lineWidth = 1.25;
  context.strokeStyle = theme.text;
  context.stroke();
}
