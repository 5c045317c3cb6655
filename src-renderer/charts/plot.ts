import type { Pen } from './pen.js';
import type { StripBox } from './strip.js';
import type { ChartTheme } from './types.js';
import type { ValueScale } from './value-scale.js';

export interface PlotSize {
  width: number;
  height: number;
}

/** Draws everything anew on cleared ground, in CSS pixels. */
export type Draw = (context: Pen, size: PlotSize, theme: ChartTheme) => void;

/** Below every plot, for the labels of its values and what they are. */
export const AXIS_HEIGHT_PX = 34;
const LABEL_GAP_PX = 14;

/** Lines at the ticks, their labels below, the title of the axis below these; labels that would touch are left out. */
export function drawValueAxis(
  context: Pen,
  { left, top, width, height }: StripBox,
  scale: ValueScale,
  title: string,
  theme: ChartTheme,
): void {
  const bottom = top + height;
  context.font = `400 11px ${theme.font}`;
  context.textBaseline = 'top';
  context.textAlign = 'center';
  context.lineWidth = 1;
  let freeFrom = Number.NEGATIVE_INFINITY;
  for (const { value, label } of scale.ticks) {
    const x = Math.round(left + scale.at(value) * width) + 0.5;
    context.strokeStyle = theme.line;
    segment(context, x, top, x, bottom + 3);
    const half = context.measureText(label).width / 2;
    if (x - half < freeFrom) continue;
    freeFrom = x + half + LABEL_GAP_PX;
    context.fillStyle = theme.mute;
    context.fillText(label, x, bottom + 5);
  }
  context.strokeStyle = theme.lineStrong;
  segment(context, left, bottom + 0.5, left + width, bottom + 0.5);
  context.textAlign = 'right';
  context.fillStyle = theme.mute;
  context.fillText(title, left + width, bottom + 20);
  context.textAlign = 'left';
}

export function segment(context: Pen, x1: number, y1: number, x2: number, y2: number): void {
  context.beginPath();
  context.moveTo(x1, y1);
  context.lineTo(x2, y2);
  context.stroke();
}

/** Cut at its end where it is too wide. */
export function fitText(context: Pen, text: string, room: number): string {
  if (context.measureText(text).width <= room) return text;
  let kept = text.length;
  while (kept > 1 && context.measureText(`${text.slice(0, kept)}…`).width > room) kept -= 1;
  return `${text.slice(0, kept)}…`;
}
