import { PLAIN_STYLE } from '../../../../text/ansi-style.js';
import type { AnsiStyle } from '../../../../text/ansi-style.js';
import type { ShownLine } from './log-buffer.js';
import type { Match } from './log-search.js';

export interface Segment {
  text: string;
  style: AnsiStyle;
  /** Part of what was searched for. */
  hit?: 'one' | 'current';
}

/** A line in pieces of one look each, with what was searched for set apart. */
export function segmentsOf(
  line: ShownLine,
  matches: readonly Match[],
  current: Match | undefined,
): Segment[] {
  const pieces = line.pieces ?? [{ text: line.text, style: PLAIN_STYLE }];
  if (matches.length === 0) return pieces;
  const segments: Segment[] = [];
  let at = 0;
  for (const { text, style } of pieces) {
    const end = at + text.length;
    let from = at;
    for (const match of matches) {
      if (match.to <= from || match.from >= end) continue;
      const cut = Math.max(from, match.from);
      if (cut > from) segments.push({ text: text.slice(from - at, cut - at), style });
      const to = Math.min(end, match.to);
      const hit = match === current ? 'current' : 'one';
      segments.push({ text: text.slice(cut - at, to - at), style, hit });
      from = to;
    }
    if (from < end) segments.push({ text: text.slice(from - at), style });
    at = end;
  }
  return segments;
}

/** Colours of the theme as classes, all others as custom properties. */
export function lookOf(style: AnsiStyle): { classes: string[]; fg?: string; bg?: string } {
  const [fg, bg] = style.inverse === true ? [style.bg, style.fg] : [style.fg, style.bg];
  const classes = [
    ...(style.bold === true ? ['bold'] : []),
    ...(style.dim === true ? ['dim'] : []),
    ...(style.italic === true ? ['italic'] : []),
    ...(style.underline === true ? ['underline'] : []),
    ...(style.strike === true ? ['strike'] : []),
    ...(style.inverse === true && fg === undefined ? ['fg-inverse'] : []),
    ...(style.inverse === true && bg === undefined ? ['bg-inverse'] : []),
    ...classOf('fg', fg),
    ...classOf('bg', bg),
  ];
  return {
    classes,
    ...(typeof fg === 'string' && { fg }),
    ...(typeof bg === 'string' && { bg }),
  };
}

function classOf(part: 'fg' | 'bg', colour: string | number | undefined): string[] {
  if (colour === undefined) return [];
  return typeof colour === 'number' ? [`${part}-${String(colour)}`] : [`${part}-rgb`];
}
