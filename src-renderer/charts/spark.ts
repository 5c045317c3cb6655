import { FrameCommit } from '../state/frame.js';
import type { RingSeries, SampleRing } from '../state/sample-ring.js';
import { RING_SPAN_MS } from '../state/sample-ring.js';
import { readTheme } from './types.js';
import type { ChartTheme } from './types.js';

/** What one small curve shows now. */
export interface SparkSource {
  ring: SampleRing | undefined;
  series: RingSeries | undefined;
  /** Name of a CSS custom property. */
  color: string;
  /** The right edge. */
  nowMs: number;
  /** More than this between two readings is a gap. */
  gapMs: number;
  /** The scale goes at least to here: noise around nothing stays flat. */
  leastTop: number;
}

interface Spark {
  canvas: HTMLCanvasElement;
  read: () => SparkSource;
}

const LINE_PX = 1.25;

/** Draws every small curve that is in the page in one frame, straight from the rings. */
export class SparkPainter {
  readonly #sparks = new Set<Spark>();
  readonly #frame = new FrameCommit(() => this.#paint());
  #theme: ChartTheme | undefined;

  /** Returns what takes it out again. */
  add(canvas: HTMLCanvasElement, read: () => SparkSource): () => void {
    const spark = { canvas, read };
    this.#sparks.add(spark);
    this.request();
    return () => this.#sparks.delete(spark);
  }

  request(): void {
    this.#frame.request();
  }

  retheme(): void {
    this.#theme = undefined;
    this.request();
  }

  destroy(): void {
    this.#frame.cancel();
    this.#sparks.clear();
  }

  #paint(): void {
    for (const { canvas, read } of this.#sparks) {
      this.#theme ??= readTheme(canvas);
      drawSpark(canvas, read(), this.#theme);
    }
  }
}

function drawSpark(canvas: HTMLCanvasElement, source: SparkSource, theme: ChartTheme): void {
  const context = canvas.getContext('2d');
  if (context === null) return;
  const scale = window.devicePixelRatio;
  const width = canvas.clientWidth;
  const height = canvas.clientHeight;
  if (width === 0 || height === 0) return;
  if (canvas.width !== Math.round(width * scale)) canvas.width = Math.round(width * scale);
  if (canvas.height !== Math.round(height * scale)) canvas.height = Math.round(height * scale);
  context.setTransform(scale, 0, 0, scale, 0, 0);
  context.clearRect(0, 0, width, height);
  for (const points of piecesOf(source, width, height)) {
    drawPiece(context, points, height, theme.color(source.color));
  }
}

/** Unbroken runs of readings, as x and y in turn. */
export function piecesOf(source: SparkSource, width: number, height: number): number[][] {
  const { ring, series, nowMs, gapMs } = source;
  if (ring === undefined || series === undefined) return [];
  const fromMs = nowMs - RING_SPAN_MS;
  let top = source.leastTop;
  ring.each(series, fromMs, (_, value) => {
    if (value > top) top = value;
  });
  const pieces: number[][] = [];
  let lastMs = Number.NEGATIVE_INFINITY;
  ring.each(series, fromMs, (tMs, value) => {
    if (Number.isNaN(value)) return;
    if (tMs - lastMs > gapMs) pieces.push([]);
    lastMs = tMs;
    const x = ((tMs - fromMs) / RING_SPAN_MS) * (width - LINE_PX);
    const y = height - LINE_PX - (value / top) * (height - 2 * LINE_PX);
    pieces[pieces.length - 1]?.push(x, y);
  });
  return pieces;
}

function drawPiece(
  context: CanvasRenderingContext2D,
  points: readonly number[],
  height: number,
  color: string,
): void {
  const [firstX = 0, firstY = 0] = points;
  context.beginPath();
  context.moveTo(firstX, firstY);
  for (let at = 2; at < points.length; at += 2) {
    context.lineTo(points[at] ?? 0, points[at + 1] ?? 0);
  }
  // A single reading is a dot.
  if (points.length === 2) context.lineTo(firstX + LINE_PX, firstY);
  context.strokeStyle = color;
  context.lineWidth = LINE_PX;
  context.lineJoin = 'round';
  context.stroke();
  context.lineTo(points[points.length - 2] ?? firstX, height);
  context.lineTo(firstX, height);
  context.closePath();
  context.globalAlpha = 0.14;
  context.fillStyle = color;
  context.fill();
  context.globalAlpha = 1;
}
