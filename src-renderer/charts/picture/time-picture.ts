import { drawEnds, drawLabels, drawLimits, drawMarks, gutterPx } from '../draw.js';
import type { LaidOut } from '../draw.js';
import { segment } from '../plot.js';
import type { Draw, PlotSize } from '../plot.js';
import { thinPoints } from '../thin.js';
import { drawTimeLabels } from '../time-labels.js';
import { AXIS_PX } from '../types.js';
import type { ChartScene, ChartTheme } from '../types.js';

/** On the screen a chart may be flat, where others are beside it. */
const LEAST_SIZE = { width: 720, height: 240 };
const TOP_PX = 6;
const AXIS_HEIGHT_PX = 20;
const LINE_PX = 1.75;

export function timePictureSize({ width, height }: PlotSize): PlotSize {
  return {
    width: Math.max(width, LEAST_SIZE.width),
    height: Math.max(height, LEAST_SIZE.height),
  };
}

/** The scene of a time chart as a drawing: what Chart.js draws on the screen, with the names of the lines beside them. */
export function drawTimeScene(scene: ChartScene): Draw {
  return (pen, { width, height }, theme) => {
    const { xMin = 0, xMax, yMax } = scene;
    const chartArea = {
      ...{ left: AXIS_PX, right: width - gutterPx(width), top: TOP_PX },
      bottom: height - AXIS_HEIGHT_PX,
    };
    const { left, right, top, bottom } = chartArea;
    const xOf = (ms: number): number => left + ((ms - xMin) / (xMax - xMin)) * (right - left);
    const yOf = (value: number): number => bottom - (value / yMax) * (bottom - top);
    const laidOut: LaidOut = {
      ...{ ctx: pen, width, chartArea },
      scales: { x: { getPixelForValue: xOf }, y: { getPixelForValue: yOf } },
    };
    drawAxes(laidOut, scene, theme);
    drawTimeLabels(laidOut, scene, theme);
    drawMarks(laidOut, scene, theme);
    drawLimits(laidOut, scene, theme);
    pen.save();
    pen.beginPath();
    pen.rect(left, top - 2, right - left, bottom - top + 4);
    pen.clip();
    pen.lineWidth = LINE_PX;
    pen.lineJoin = 'round';
    for (const { points, color, dash } of scene.series) {
      pen.strokeStyle = theme.color(color);
      pen.setLineDash(dash);
      pen.beginPath();
      let isBroken = true;
      for (const { x, y } of thinPoints(points, xMin, xMax)) {
        if (!Number.isNaN(y)) pen[isBroken ? 'moveTo' : 'lineTo'](xOf(x), yOf(y));
        isBroken = Number.isNaN(y);
      }
      pen.stroke();
    }
    pen.restore();
    drawEnds(laidOut, scene, theme);
    drawLabels(laidOut, scene, theme, undefined);
  };
}

function drawAxes(
  { ctx: pen, chartArea, scales }: LaidOut,
  { xTicks, yTicks, xMin = 0, xMax }: ChartScene,
  theme: ChartTheme,
): void {
  const { left, right, top, bottom } = chartArea;
  pen.font = `400 11px ${theme.font}`;
  pen.lineWidth = 1;
  pen.setLineDash([]);
  pen.strokeStyle = theme.line;
  pen.fillStyle = theme.mute;
  pen.textBaseline = 'middle';
  pen.textAlign = 'right';
  for (const { value, label } of yTicks) {
    const y = Math.round(scales['y']?.getPixelForValue(value) ?? 0) + 0.5;
    segment(pen, left, y, right, y);
    pen.fillText(label, left - 8, y);
  }
  for (const { value } of xTicks.filter(({ value: at }) => at >= xMin && at <= xMax)) {
    const x = Math.round(scales['x']?.getPixelForValue(value) ?? 0) + 0.5;
    segment(pen, x, top, x, bottom);
  }
  pen.textAlign = 'left';
}
