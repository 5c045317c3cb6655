import type { LaidOut } from './draw.js';
import type { ChartScene, ChartTheme } from './types.js';

const GAP_PX = 5;

/** Under its mark each, in the middle of it, but within the plot. */
export function drawTimeLabels(
  { ctx: pen, chartArea, scales }: LaidOut,
  { xTicks, xMin = 0, xMax }: ChartScene,
  theme: ChartTheme,
): void {
  const { left, right, bottom } = chartArea;
  pen.save();
  pen.font = `400 11px ${theme.font}`;
  pen.fillStyle = theme.mute;
  pen.textBaseline = 'top';
  pen.textAlign = 'center';
  for (const { value, label } of xTicks) {
    if (value < xMin || value > xMax) continue;
    const x = Math.round(scales['x']?.getPixelForValue(value) ?? 0) + 0.5;
    const half = pen.measureText(label).width / 2;
    pen.fillText(label, Math.min(Math.max(x, left + half), right - half), bottom + GAP_PX);
  }
  pen.restore();
}
