import { applySgr, PLAIN_STYLE } from './ansi-style.js';
import type { AnsiStyle } from './ansi-style.js';
import { visibleName } from './escape.js';

/** A stretch of one look. */
export interface StyledPiece {
  text: string;
  style: AnsiStyle;
}

export interface StyledLine {
  /** What is read: without escape sequences, other controls made visible. */
  text: string;
  /** Absent where nothing of it is styled. */
  pieces?: StyledPiece[];
  /** The look that goes on in the next line. */
  after: AnsiStyle;
}

/* eslint-disable no-control-regex -- finding control characters is what these are for */
const CONTROLS = /[\u0000-\u0008\u000a-\u001f\u007f-\u009f]/;
const START = /[\u001b\u0090\u0098\u009b\u009d-\u009f]/g;
/** ECMA-48, 5.4: parameters, intermediates, one final byte. */
const CSI = /(?:\u001b\[|\u009b)([0-?]*)[ -/]*([@-~])/y;
/**
 * OSC, DCS, SOS, PM and APC: up to BEL or ST; nothing of them is looked at, links neither. None reaches over
 * the start of another, so that many without an end take no more time than one.
 */
const STRING =
  /(?:\u001b[\]PX^_]|[\u0090\u0098\u009d-\u009f])[^\u0007\u001b\u0090\u0098\u009b-\u009f]*(?:\u0007|\u001b\\|\u009c)/y;
/** Two or more characters: charsets, cursor keys, resets. */
const SHORT = /\u001b(?:[ -/]+[0-~]|[0-OQ-WYZ\\`-~])/y;
/* eslint-enable no-control-regex */

/**
 * One line as a program wrote it to a terminal. Colours and weights stay, every other complete
 * sequence is dropped; one that has no end is shown (␛), so that no text can be hidden behind it.
 * Takes time in proportion to the length, whatever is in it.
 */
export function styledLine(raw: string, before: AnsiStyle = PLAIN_STYLE): StyledLine {
  const line = raw.replace(/[\r\n]+$/, '');
  if (!CONTROLS.test(line)) return finish([{ text: line, style: before }], before);
  const pieces: StyledPiece[] = [];
  let style = before;
  let from = 0;
  const flush = (to: number): void => {
    if (to > from) pieces.push({ text: line.slice(from, to), style });
  };
  START.lastIndex = 0;
  for (let match = START.exec(line); match !== null; match = START.exec(line)) {
    const found = sequenceAt(line, match.index);
    if (found === undefined) continue;
    flush(match.index);
    from = found.end;
    START.lastIndex = found.end;
    if (found.sgr !== undefined) style = applySgr(style, found.sgr);
  }
  flush(line.length);
  return finish(pieces, style);
}

function sequenceAt(line: string, at: number): { end: number; sgr?: string } | undefined {
  CSI.lastIndex = at;
  const csi = CSI.exec(line);
  if (csi !== null) {
    const isSgr = csi[2] === 'm' && !csi[0].includes(' ');
    return { end: CSI.lastIndex, ...(isSgr && { sgr: csi[1] ?? '' }) };
  }
  for (const pattern of [STRING, SHORT]) {
    pattern.lastIndex = at;
    if (pattern.test(line)) return { end: pattern.lastIndex };
  }
  return undefined;
}

function finish(raw: readonly StyledPiece[], after: AnsiStyle): StyledLine {
  const pieces = raw.map(({ text, style }) => ({ text: shown(text), style }));
  const text = pieces.map((piece) => piece.text).join('');
  const isPlain = pieces.every(({ style }) => Object.keys(style).length === 0);
  return isPlain ? { text, after } : { text, pieces, after };
}

/** As `visibleName`, but a tab stays. */
function shown(text: string): string {
  return text.includes('\t') ? text.split('\t').map(visibleName).join('\t') : visibleName(text);
}
