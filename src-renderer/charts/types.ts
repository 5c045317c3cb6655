import type { Point } from '../state/series.js';
import type { Tick } from './ticks.js';

export type MarkerShape = 'circle' | 'diamond' | 'cross';

/** One line. `points` is read as it is and may grow between two draws. */
export interface ChartSeries {
  id: string;
  /** Beside the line: who, cut where there is no room… */
  label: string;
  /** …then what, in full. */
  detail: string;
  /** Name of a CSS custom property: `--c1`. */
  color: string;
  dash: readonly number[];
  points: readonly Point[];
  /** Every reading, where `points` are fewer. */
  whole?: readonly Point[];
  /** At the last point, once the run is over. */
  end?: MarkerShape;
  /** The value as it is written beside the label. */
  format: (value: number) => string;
}

export interface LimitLine {
  value: number;
  label: string;
}

/** Something that happened at one moment: a vertical line. */
export interface ChartMark {
  xMs: number;
  tone: 'harm' | 'limit' | 'quiet';
}

export interface ChartScene {
  series: readonly ChartSeries[];
  limits: readonly LimitLine[];
  marks?: readonly ChartMark[];
  /** Where the time axis begins: at 0 unless given. */
  xMin?: number;
  xMax: number;
  xTicks: readonly Tick[];
  yMax: number;
  yTicks: readonly Tick[];
  /** The lines' names and values stand elsewhere: no room is left for them right of the plot. */
  isBare?: boolean;
}

/** Left of every plot, for the labels of its values. */
export const AXIS_PX = 64;
/** Right of a bare plot. */
export const BARE_GUTTER_PX = 14;

/** Colours the canvas draws with, read from the page's tokens. */
export interface ChartTheme {
  text: string;
  mute: string;
  faint: string;
  line: string;
  lineStrong: string;
  card: string;
  limit: string;
  harm: string;
  font: string;
  color: (property: string) => string;
}

export function readTheme(element: Element): ChartTheme {
  const style = getComputedStyle(element);
  const known = new Map<string, string>();
  // A computed style is asked for once: each look at it makes the page lay itself out.
  const color = (property: string): string => {
    const value = known.get(property) ?? (style.getPropertyValue(property).trim() || '#888');
    known.set(property, value);
    return value;
  };
  return {
    text: color('--text'),
    mute: color('--mute'),
    faint: color('--faint'),
    line: color('--line'),
    lineStrong: color('--line-strong'),
    card: color('--card'),
    limit: color('--limit'),
    harm: color('--harm'),
    font: style.fontFamily || 'sans-serif',
    color,
  };
}
