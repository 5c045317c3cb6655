import type { Phase, PhaseName, PhasePart } from '../../../src-main/contract/index.js';
import { t } from '../../i18n/index.js';
import { formatMs } from '../../text/format.js';
import { phaseName } from '../../text/phases.js';

const START_PHASES: readonly PhaseName[] = [
  'create',
  'start',
  'spawn',
  'load',
  'compile',
  'instantiate',
];
/** Widths of the 11 px font, generous: a label that nearly fits goes outside. */
const CHAR_PX = 6.4;
const SEGMENT_PADDING_PX = 12;
const LEAST_SEGMENT_PX = 2;
const GAP_PX = 8;
const LEAST_BAR_SHARE = 0.5;

export interface Segment {
  name: PhaseName;
  bound: string;
  ms: number;
  parts: readonly PhasePart[];
  unseen?: string;
  leftPx: number;
  widthPx: number;
  /** Inside the segment, when it fits. */
  label?: string;
  /** 0 to 2: neighbours differ. */
  shade: number;
}

export interface WaterfallRow {
  segments: Segment[];
  /** Ends of the segments that have no room for their label. */
  outside: string[];
  mainMs?: number;
  /** Where the text after the bar begins. */
  textLeftPx: number;
}

/** Milliseconds from the request to main, once main was reached. */
export function mainAt(phases: readonly Phase[]): number | undefined {
  return phases.find(({ name }) => name === 'main')?.startMs;
}

/** What the axis must cover: the latest main, or the latest phase that lasts. */
export function axisMs(lanes: readonly (readonly Phase[])[]): number {
  const ends = lanes.flatMap((phases) =>
    startPhases(phases).map(({ startMs, durationMs }) => startMs + (durationMs ?? 0)),
  );
  return Math.max(1, ...ends);
}

function startPhases(phases: readonly Phase[]): Phase[] {
  return phases.filter(({ name }) => START_PHASES.includes(name));
}

/**
 * All rows on one axis of `trackPx`. The bars share a scale and leave room for the text behind the
 * longest; where that would take more than half the track, the small phases' names are left to hover.
 */
export function layoutRows(lanes: readonly (readonly Phase[])[], trackPx: number): WaterfallRow[] {
  const spanMs = axisMs(lanes);
  let barPx = trackPx;
  let rows: WaterfallRow[] = [];
  for (let pass = 0; pass < 4; pass += 1) {
    rows = lanes.map((phases) => layoutRow(phases, spanMs, barPx));
    const overflow = Math.max(0, ...rows.map((row) => row.textLeftPx + textPx(row) - trackPx));
    if (overflow === 0) return rows;
    barPx = Math.max(trackPx * LEAST_BAR_SHARE, barPx - overflow);
  }
  return rows.map((row) =>
    row.textLeftPx + textPx(row) > trackPx ? { ...row, outside: [] } : row,
  );
}

function textPx(row: WaterfallRow): number {
  if (row.segments.length === 0) return 0;
  const gaps = 2 * GAP_PX;
  const main =
    row.mainMs === undefined ? '' : t('main at {{time}}', { time: `${formatMs(row.mainMs)} ms` });
  return [...row.outside, main].join(' · ').length * CHAR_PX + gaps;
}

function layoutRow(phases: readonly Phase[], spanMs: number, barPx: number): WaterfallRow {
  const scale = barPx / Math.max(spanMs, 0.001);
  const segments: Segment[] = [];
  const outside: string[] = [];
  let leftPx = 0;
  for (const phase of startPhases(phases)) {
    if (phase.durationMs === undefined) continue;
    leftPx = Math.max(leftPx, phase.startMs * scale);
    const widthPx = Math.max(LEAST_SEGMENT_PX, phase.durationMs * scale - 1);
    const text = `${phaseName(phase.name)} ${formatMs(phase.durationMs)}`;
    const fits = text.length * CHAR_PX + SEGMENT_PADDING_PX <= widthPx;
    if (!fits) outside.push(text);
    segments.push({
      name: phase.name,
      bound: phase.bound,
      ms: phase.durationMs,
      parts: phase.parts ?? [],
      ...(phase.unseen !== undefined && { unseen: phase.unseen }),
      leftPx,
      widthPx,
      shade: segments.length % 3,
      ...(fits && { label: text }),
    });
    leftPx += widthPx + 1;
  }
  const mainMs = mainAt(phases);
  return {
    segments,
    outside,
    textLeftPx: leftPx,
    ...(mainMs !== undefined && { mainMs }),
  };
}
