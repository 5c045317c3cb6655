/** 0 to 15: a colour of the theme; else `#rrggbb`. */
export type AnsiColour = number | string;

/** How a piece of text is to look; what is absent is as usual. */
export interface AnsiStyle {
  fg?: AnsiColour;
  bg?: AnsiColour;
  bold?: true;
  dim?: true;
  italic?: true;
  underline?: true;
  strike?: true;
  inverse?: true;
}

export const PLAIN_STYLE: AnsiStyle = {};

/** More parameters than any program writes: such a sequence means nothing. */
const MOST_PARAMETERS = 64;

/** The style after `ESC [ parameters m` (ECMA-48, 8.3.117, with the 256 and true colours of ISO 8613-6). */
export function applySgr(style: AnsiStyle, parameters: string): AnsiStyle {
  if (!/^[\d;:]*$/.test(parameters) || parameters.length > MOST_PARAMETERS * 4) return style;
  const words = parameters.split(';').slice(0, MOST_PARAMETERS);
  let now = style;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (word.includes(':')) {
      now = withSubParameters(now, word.split(':').map(numberOf));
      continue;
    }
    const code = numberOf(word);
    if (code !== 38 && code !== 48) {
      now = withCode(now, code);
      continue;
    }
    const { colour, used } = extended(words.slice(at + 1, at + 5).map(numberOf));
    now = colour === undefined ? now : { ...now, [code === 38 ? 'fg' : 'bg']: colour };
    at += used;
  }
  return now;
}

const numberOf = (text: string): number => (text === '' ? 0 : Number(text));

function withCode(style: AnsiStyle, code: number): AnsiStyle {
  switch (code) {
    case 0:
      return PLAIN_STYLE;
    case 1:
      return { ...style, bold: true };
    case 2:
      return { ...style, dim: true };
    case 3:
      return { ...style, italic: true };
    case 4:
    case 21:
      return { ...style, underline: true };
    case 7:
      return { ...style, inverse: true };
    case 9:
      return { ...style, strike: true };
    case 22:
      return without(style, 'bold', 'dim');
    case 23:
      return without(style, 'italic');
    case 24:
      return without(style, 'underline');
    case 27:
      return without(style, 'inverse');
    case 29:
      return without(style, 'strike');
    case 39:
      return without(style, 'fg');
    case 49:
      return without(style, 'bg');
    default:
      return withThemeColour(style, code);
  }
}

/** Blinking, hidden text and fonts are left out: what was written is to be read. */
function withThemeColour(style: AnsiStyle, code: number): AnsiStyle {
  const within = (from: number): boolean => code >= from && code <= from + 7;
  if (within(30)) return { ...style, fg: code - 30 };
  if (within(40)) return { ...style, bg: code - 40 };
  if (within(90)) return { ...style, fg: code - 90 + 8 };
  if (within(100)) return { ...style, bg: code - 100 + 8 };
  return style;
}

/** `38:5:n`, `38:2::r:g:b`, `38:2:r:g:b`, `4:3`. */
function withSubParameters(style: AnsiStyle, parts: readonly number[]): AnsiStyle {
  const [code = 0, mode = 0] = parts;
  if (code === 4) return mode === 0 ? without(style, 'underline') : { ...style, underline: true };
  if (code !== 38 && code !== 48) return style;
  const rest = mode === 2 ? [2, ...parts.slice(-3)] : parts.slice(1);
  const { colour } = extended(rest);
  return colour === undefined ? style : { ...style, [code === 38 ? 'fg' : 'bg']: colour };
}

function extended(rest: readonly number[]): { colour?: AnsiColour; used: number } {
  const [mode, ...values] = rest;
  if (mode === 5) {
    const colour = indexed(values[0]);
    return { used: 2, ...(colour !== undefined && { colour }) };
  }
  if (mode !== 2) return { used: 1 };
  const rgb = values.slice(0, 3);
  if (rgb.length < 3 || rgb.some((value) => value > 255)) return { used: 4 };
  return { used: 4, colour: hex(rgb) };
}

/** xterm's 256: 16 of the theme, a cube of 6 × 6 × 6, 24 greys. */
function indexed(index: number | undefined): AnsiColour | undefined {
  if (index === undefined || index > 255) return undefined;
  if (index < 16) return index;
  if (index >= 232) {
    const grey = (index - 232) * 10 + 8;
    return hex([grey, grey, grey]);
  }
  const cube = index - 16;
  const level = (step: number): number => (step === 0 ? 0 : 55 + step * 40);
  return hex([Math.floor(cube / 36), Math.floor(cube / 6) % 6, cube % 6].map(level));
}

function hex(rgb: readonly number[]): string {
  return `#${rgb.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

function without(style: AnsiStyle, ...names: (keyof AnsiStyle)[]): AnsiStyle {
  return Object.fromEntries(
    Object.entries(style).filter(([name]) => !names.includes(name as keyof AnsiStyle)),
  );
}
