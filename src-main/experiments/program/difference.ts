import type { Printed } from './printed.js';

/** Where two outputs part, and what each has from there on. */
export interface Difference {
  /** Of the first byte that differs, from 0; absent where it is beyond what was kept of them. */
  atByte?: number;
  here: string;
  there: string;
  /** Whether what is to be ignored was taken out of both before. */
  isOfRest: boolean;
}

const SHOWN_BYTES = 24;
const BACKSLASH = 0x5c;
const [FIRST_PRINTABLE, LAST_PRINTABLE] = [0x20, 0x7e];
const SHORT: Record<number, string> = { 9: '\\t', 10: '\\n', 13: '\\r', [BACKSLASH]: '\\\\' };

/** Undefined when they are the same. With `asPrinted` nothing is ignored. */
export function differenceOf(
  one: Printed,
  other: Printed,
  asPrinted: boolean,
): Difference | undefined {
  if (one.sha256 === other.sha256) return undefined;
  const [here, there] = [one.rest, other.rest];
  if (asPrinted || here === undefined || there === undefined) {
    return { ...parting(one.kept, other.kept, one.bytes, other.bytes), isOfRest: false };
  }
  if (here.sha256 === there.sha256) return undefined;
  const lengths = [here.kept.length, there.kept.length] as const;
  return { ...parting(here.kept, there.kept, ...lengths), isOfRest: true };
}

/** The `bytes` are how long each is in all. */
function parting(
  here: Uint8Array,
  there: Uint8Array,
  hereBytes: number,
  thereBytes: number,
): Omit<Difference, 'isOfRest'> {
  const at = firstDifference(here, there);
  const isKnown = (kept: Uint8Array, bytes: number) => at < kept.length || bytes === at;
  if (!isKnown(here, hereBytes) || !isKnown(there, thereBytes)) return { here: '', there: '' };
  return { atByte: at, here: escaped(here, at), there: escaped(there, at) };
}

function firstDifference(one: Uint8Array, other: Uint8Array): number {
  const shorter = Math.min(one.length, other.length);
  let at = 0;
  while (at < shorter && one[at] === other[at]) at += 1;
  return at;
}

/** A few bytes from there on, as they would be written in C; `(its end)` where there is none. */
export function escaped(bytes: Uint8Array, at: number): string {
  const shown = bytes.subarray(at, at + SHOWN_BYTES);
  if (shown.length === 0) return '(its end)';
  const more = bytes.length > at + SHOWN_BYTES ? '…' : '';
  return `"${[...shown].map(escapedByte).join('')}${more}"`;
}

function escapedByte(byte: number): string {
  const short = SHORT[byte];
  if (short !== undefined) return short;
  if (byte >= FIRST_PRINTABLE && byte <= LAST_PRINTABLE) return String.fromCharCode(byte);
  return `\\x${byte.toString(16).padStart(2, '0')}`;
}
