import type { Pen } from './pen.js';
import { fitText, segment } from './plot.js';
import { lastAtOrBefore } from '../state/series.js';
import type { Point } from '../state/series.js';
import { spreadLabels } from './spread.js';
import type { ChartScene, ChartSeries, ChartTheme, MarkerShape } from './types.js';

const LABEL_HEIGHT = 14;
const SWATCH_PX = 16;
/** Room right of the plot for the lines' names, by the width of the whole chart. */
export function gutterPx(widthPx: number): number {
  return Math.round(Math.min(320, Math.max(160, widthPx * 0.22)));
}

interface Axis {
  getPixelForValue(value: number): number;
}

/** A chart as it is laid out: one of Chart.js, or that of a picture. */
export interface LaidOut {
  ctx: Pen;
  /** Of the whole, in CSS pixels. */
  width: number;
  chartArea: { left: number; right: number; top: number; bottom: number };
  scales: Partial<Record<string, Axis>>;
}

function yOf(chart: LaidOut, value: number): number {
  return chart.scales.y?.getPixelForValue(value) ?? 0;
}
function xOf(chart: LaidOut, value: number): number {
  return chart.scales.x?.getPixelForValue(value) ?? 0;
}

/** Amber, dashed, with its name: above the line, or below where the top of the chart is near. */
export function drawLimits(chart: LaidOut, scene: ChartScene, theme: ChartTheme): void {
  const { ctx, chartArea } = chart;
  for (const { value, label } of scene.limits) {
    const y = yOf(chart, value);
    ctx.save();
    ctx.strokeStyle = theme.limit;
    ctx.setLineDash([6, 4]);
    ctx.lineWidth = 1;
    segment(ctx, chartArea.left, Math.round(y) + 0.5, chartArea.right, Math.round(y) + 0.5);
    ctx.font = `500 11px ${theme.font}`;
    ctx.textBaseline = 'middle';
    const above = y - chartArea.top > 18;
    const width = ctx.measureText(label).width;
    ctx.fillStyle = theme.card;
    ctx.globalAlpha = 0.85;
    ctx.fillRect(chartArea.left + 3, (above ? y - 9 : y + 9) - 7, width + 6, 14);
    ctx.globalAlpha = 1;
    ctx.fillStyle = theme.limit;
    ctx.fillText(label, chartArea.left + 6, above ? y - 9 : y + 9);
    ctx.restore();
  }
}

export function drawMarks(chart: LaidOut, scene: ChartScene, theme: ChartTheme): void {
  const { ctx, chartArea } = chart;
  ctx.save();
  ctx.lineWidth = 1;
  ctx.setLineDash([2, 3]);
  for (const { xMs, tone } of scene.marks ?? []) {
    const x = Math.round(xOf(chart, xMs)) + 0.5;
    if (x < chartArea.left || x > chartArea.right + 1) continue;
    ctx.strokeStyle = tone === 'quiet' ? theme.mute : theme[tone];
    segment(ctx, x, chartArea.top, x, chartArea.bottom);
  }
  ctx.restore();
}

export function drawCrosshair(
  chart: LaidOut,
  scene: ChartScene,
  theme: ChartTheme,
  ms: number,
): void {
  const { ctx, chartArea } = chart;
  const x = Math.round(xOf(chart, ms)) + 0.5;
  if (x < chartArea.left || x > chartArea.right + 1) return;
  ctx.save();
  ctx.strokeStyle = theme.mute;
  ctx.lineWidth = 1;
  segment(ctx, x, chartArea.top, x, chartArea.bottom);
  for (const series of scene.series) {
    const point = pointAt(series.points, ms);
    if (point !== undefined) {
      marker(
        ctx,
        'circle',
        xOf(chart, point.x),
        yOf(chart, point.y),
        3,
        theme.color(series.color),
        theme.card,
      );
    }
  }
  ctx.restore();
}

export function drawEnds(chart: LaidOut, scene: ChartScene, theme: ChartTheme): void {
  for (const series of scene.series) {
    const last = lastReal(series.points);
    if (series.end === undefined || last === undefined || !isWithin(scene, last)) continue;
    marker(
      chart.ctx,
      series.end,
      xOf(chart, last.x),
      yOf(chart, last.y),
      4,
      theme.color(series.color),
      theme.card,
    );
  }
}

/** Each line's value and name at the height of its last value, none over another. */
export function drawLabels(
  chart: LaidOut,
  scene: ChartScene,
  theme: ChartTheme,
  cursorMs: number | undefined,
): void {
  const { ctx, chartArea } = chart;
  const shown = scene.series.flatMap((series) => {
    const last = lastReal(series.points, scene.xMax);
    return last === undefined ? [] : [{ series, last }];
  });
  const ys = spreadLabels(
    shown.map(({ last }) => yOf(chart, last.y)),
    LABEL_HEIGHT,
    chartArea.top - 6,
    chartArea.bottom + 8,
  );
  const left = chartArea.right + 8;
  ctx.save();
  ctx.textBaseline = 'middle';
  shown.forEach(({ series, last }, at) => {
    const value = cursorMs === undefined ? last : pointAt(series.points, cursorMs);
    drawLabel(chart, series, theme, left, ys[at] ?? 0, value);
  });
  ctx.restore();
}

function drawLabel(
  chart: LaidOut,
  series: ChartSeries,
  theme: ChartTheme,
  left: number,
  y: number,
  point: Point | undefined,
): void {
  const { ctx } = chart;
  const color = theme.color(series.color);
  ctx.strokeStyle = color;
  ctx.lineWidth = 2;
  ctx.setLineDash([...series.dash]);
  segment(ctx, left, y, left + SWATCH_PX, y);
  ctx.setLineDash([]);
  const value = point === undefined ? '–' : series.format(point.y);
  ctx.font = `600 11px ${theme.font}`;
  const valueWidth = ctx.measureText(value).width;
  const right = left + gutterPx(chart.width) - 20;
  ctx.fillStyle = theme.text;
  ctx.textAlign = 'right';
  ctx.fillText(value, right, y);
  ctx.textAlign = 'left';
  ctx.font = `400 11px ${theme.font}`;
  ctx.fillStyle = color;
  const textLeft = left + SWATCH_PX + 6;
  const detail = series.detail === '' ? '' : ` ${series.detail}`;
  const room = right - valueWidth - 8 - textLeft - ctx.measureText(detail).width;
  ctx.fillText(fitText(ctx, series.label, room) + detail, textLeft, y);
}

function marker(
  ctx: Pen,
  shape: MarkerShape,
  x: number,
  y: number,
  radius: number,
  color: string,
  halo: string,
): void {
  ctx.save();
  ctx.translate(x, y);
  ctx.setLineDash([]);
  ctx.lineWidth = shape === 'cross' ? 5 : 2;
  ctx.strokeStyle = halo;
  ctx.fillStyle = color;
  ctx.beginPath();
  trace(ctx, shape, radius);
  ctx.stroke();
  if (shape === 'cross') {
    ctx.lineWidth = 2.25;
    ctx.strokeStyle = color;
    ctx.stroke();
  } else {
    ctx.fill();
  }
  ctx.restore();
}

function trace(ctx: Pen, shape: MarkerShape, r: number): void {
  if (shape === 'circle') {
    ctx.arc(0, 0, r, 0, Math.PI * 2);
  } else if (shape === 'diamond') {
    const d = r * 1.3;
    ctx.moveTo(0, -d);
    ctx.lineTo(d, 0);
    ctx.lineTo(0, d);
    ctx.lineTo(-d, 0);
    ctx.closePath();
  } else {
    ctx.moveTo(-r, -r);
    ctx.lineTo(r, r);
    ctx.moveTo(r, -r);
    ctx.lineTo(-r, r);
  }
}

function isWithin({ xMin = 0, xMax }: ChartScene, { x }: Point): boolean {
  return x >= xMin && x <= xMax;
}

/** The last that was read, of those that are not after `xMax`. */
function lastReal(points: readonly Point[], xMax = Infinity): Point | undefined {
  return points.findLast(({ x, y }) => x <= xMax && !Number.isNaN(y));
}

/** The point under the crosshair; none before the first and well after the last. */
function pointAt(points: readonly Point[], ms: number): Point | undefined {
  const index = lastAtOrBefore(points, ms);
  const point = points[index];
  if (point === undefined || Number.isNaN(point.y)) return undefined;
  const step = index > 0 ? point.x - (points[index - 1]?.x ?? point.x) : 100;
  const beyond = index === points.length - 1 && ms - point.x > Math.max(50, step * 2.5);
  return beyond ? undefined : point;
}
