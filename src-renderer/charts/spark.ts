import type { RingSeries, SampleRing } from '../state/sample-ring.js';
import { RING_SPAN_MS } from '../state/sample-ring.js';

/** What one small curve shows now. */
export interface SparkSource {
  ring: SampleRing | undefined;
  series: RingSeries | undefined;
  color: string;
  /** The right edge. */
  nowMs: number;
  /** More than this between two readings is a gap. */
  gapMs: number;
  /** The scale goes at least to here: noise around nothing stays flat. */
  leastTop: number;
  /** 0 to 1: quieter where it is of the past. */
  opacity: number;
}

export interface SparkBox {
  top: number;
  width: number;
  height: number;
}

/** A line that is wider than a pixel costs four times as much where no GPU draws it. */
const LINE_PX = 1;
const FILL = 0.14;

/** Draws straight from the ring, at the left edge of the canvas. */
export function drawSpark(
  context: CanvasRenderingContext2D,
  source: SparkSource,
  { top, width, height }: SparkBox,
): void {
  context.strokeStyle = source.color;
  context.fillStyle = source.color;
  context.lineWidth = LINE_PX;
  context.lineJoin = 'round';
  for (const points of piecesOf(source, width, height)) {
    context.globalAlpha = source.opacity;
    line(context, points, top);
    context.stroke();
    context.lineTo(points[points.length - 2] ?? 0, top + height);
    context.lineTo(points[0] ?? 0, top + height);
    context.globalAlpha = source.opacity * FILL;
    context.fill();
  }
}

function line(context: CanvasRenderingContext2D, points: readonly number[], top: number): void {
  const [firstX = 0, firstY = 0] = points;
  context.beginPath();
  context.moveTo(firstX, top + firstY);
  for (let at = 2; at < points.length; at += 2) {
    context.lineTo(points[at] ?? 0, top + (points[at + 1] ?? 0));
  }
  // A single reading is a dot.
  if (points.length === 2) context.lineTo(firstX + LINE_PX, top + firstY);
}

/** Unbroken runs of readings, as x and y in turn. */
export function piecesOf(source: SparkSource, width: number, height: number): number[][] {
  const { ring, series, nowMs, gapMs } = source;
  if (ring === undefined || series === undefined) return [];
  const fromMs = nowMs - RING_SPAN_MS;
  let highest = source.leastTop;
  ring.each(series, fromMs, (_, value) => {
    if (value > highest) highest = value;
  });
  const pieces: number[][] = [];
  let lastMs = Number.NEGATIVE_INFINITY;
  ring.each(series, fromMs, (tMs, value) => {
    if (Number.isNaN(value)) return;
    if (tMs - lastMs > gapMs) pieces.push([]);
    lastMs = tMs;
    const x = ((tMs - fromMs) / RING_SPAN_MS) * (width - LINE_PX);
    const y = height - LINE_PX - (value / highest) * (height - 2 * LINE_PX);
    pieces[pieces.length - 1]?.push(x, y);
  });
  return pieces;
}
