import type { LaidOut } from './draw.js';
import type { Pen } from './pen.js';
import type { ChartScene, ChartTheme } from './types.js';

const GAP_PX = 5;

/** Under its mark each, in the middle of it; at the edges of the plot within them. */
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
  for (const { value, label } of xTicks) {
    if (value < xMin || value > xMax) continue;
    const x = Math.round(scales['x']?.getPixelForValue(value) ?? 0) + 0.5;
    pen.textAlign = alignAt(pen, label, x, left, right);
    pen.fillText(label, x, bottom + GAP_PX);
  }
  pen.restore();
}

function alignAt(
  pen: Pen,
  label: string,
  x: number,
  left: number,
  right: number,
): 'left' | 'center' | 'right' {
  const half = pen.measureText(label).width / 2;
  if (x - half < left) return 'left';
  return x + half > right ? 'right' : 'center';
}
