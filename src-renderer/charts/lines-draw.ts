import type { Pen } from './pen.js';
import { AXIS_HEIGHT_PX, drawValueAxis, segment } from './plot.js';
import type { Draw, PlotSize } from './plot.js';
import type { StripBox } from './strip.js';
import type { ChartTheme } from './types.js';
import type { ValueScale } from './value-scale.js';

export interface LinePoint {
  x: number;
  y: number;
  low?: number;
  high?: number;
}

export interface LineRow {
  /** Name of a CSS custom property: `--c1`. */
  color: string;
  points: readonly LinePoint[];
}

export interface LinesScene {
  rows: readonly LineRow[];
  x: ValueScale;
  y: ValueScale;
  xTitle: string;
  /** A step stands until the next. */
  isStepped: boolean;
  /** Each point was measured by itself: it is a dot with its own interval, and nothing is known between two. */
  isDotted?: boolean;
  /** At these x something changed. */
  marks?: readonly number[];
}

const LEFT_PX = 58;
const RIGHT_PX = 14;
const TOP_PX = 8;
const BAND = 0.15;
const DOT_PX = 3.5;

export function linesBox({ width, height }: PlotSize): StripBox {
  return {
    left: LEFT_PX,
    top: TOP_PX,
    width: Math.max(10, width - LEFT_PX - RIGHT_PX),
    height: height - AXIS_HEIGHT_PX - TOP_PX,
  };
}

/** Lines over values, each with the band of its intervals where there is one. */
export function drawLines(scene: LinesScene): Draw {
  const { rows, x, y, xTitle, isStepped, isDotted = false, marks = [] } = scene;
  return (context, size, theme) => {
    const box = linesBox(size);
    drawHeights(context, box, y, theme);
    drawValueAxis(context, box, x, xTitle, theme);
    context.save();
    context.beginPath();
    context.rect(box.left, box.top - 2, box.width, box.height + 4);
    context.clip();
    drawMarks(context, box, x, marks, theme);
    const placed = (point: LinePoint, value = point.y): [number, number] => [
      box.left + x.at(point.x) * box.width,
      box.top + (1 - y.at(value)) * box.height,
    ];
    for (const row of rows) {
      context.fillStyle = context.strokeStyle = theme.color(row.color);
      if (isDotted) drawDots(context, row, placed);
      else drawBand(context, row, placed);
      drawLine(context, row, placed, isStepped, box);
    }
    context.restore();
  };
}

function drawHeights(
  context: Pen,
  { left, top, width, height }: StripBox,
  scale: ValueScale,
  theme: ChartTheme,
): void {
  context.font = `400 11px ${theme.font}`;
  context.textBaseline = 'middle';
  context.textAlign = 'right';
  context.lineWidth = 1;
  for (const { value, label } of scale.ticks) {
    const y = Math.round(top + (1 - scale.at(value)) * height) + 0.5;
    context.strokeStyle = theme.line;
    segment(context, left, y, left + width, y);
    context.fillStyle = theme.mute;
    context.fillText(label, left - 8, y);
  }
}

function drawMarks(
  context: Pen,
  { left, top, width, height }: StripBox,
  scale: ValueScale,
  marks: readonly number[],
  theme: ChartTheme,
): void {
  context.setLineDash([4, 3]);
  context.lineWidth = 1;
  context.strokeStyle = theme.limit;
  for (const mark of marks) {
    const x = Math.round(left + scale.at(mark) * width) + 0.5;
    segment(context, x, top, x, top + height);
  }
  context.setLineDash([]);
}

type Placed = (point: LinePoint, value?: number) => [number, number];

function drawBand(context: Pen, { points }: LineRow, placed: Placed): void {
  const banded = points.filter(({ low, high }) => low !== undefined && high !== undefined);
  if (banded.length < 2) return;
  context.beginPath();
  for (const point of banded) context.lineTo(...placed(point, point.high));
  for (const point of [...banded].reverse()) context.lineTo(...placed(point, point.low));
  context.globalAlpha = BAND;
  context.fill();
  context.globalAlpha = 1;
}

function drawDots(context: Pen, { points }: LineRow, placed: Placed): void {
  context.lineWidth = 1.5;
  for (const point of points) {
    const [x, y] = placed(point);
    if (Number.isNaN(x) || Number.isNaN(y)) continue;
    const [low, high] = [placed(point, point.low ?? point.y)[1], placed(point, point.high)[1]];
    segment(context, x, low, x, high);
    segment(context, x - DOT_PX, low, x + DOT_PX, low);
    segment(context, x - DOT_PX, high, x + DOT_PX, high);
    context.beginPath();
    context.arc(x, y, DOT_PX, 0, 2 * Math.PI);
    context.fill();
  }
}

function drawLine(
  context: Pen,
  { points }: LineRow,
  placed: Placed,
  isStepped: boolean,
  { left, top, width, height }: StripBox,
): void {
  context.lineWidth = 1.75;
  context.beginPath();
  let lastY = top + height;
  if (isStepped) context.moveTo(left, lastY);
  for (const point of points) {
    const [x, y] = placed(point);
    if (Number.isNaN(x) || Number.isNaN(y)) continue;
    if (isStepped) context.lineTo(x, lastY);
    context.lineTo(x, y);
    lastY = y;
  }
  if (isStepped) context.lineTo(left + width, lastY);
  context.stroke();
}
