import type { LogBuffer } from './log-buffer.js';

export const ROW_PX = 18;
const TAB_COLUMNS = 4;
/** All that is one column wide in a fixed font. */
const NARROW = /^[\u0020-\u02ff]*$/;

/** Where each line stands: one row a line, or as many as its text takes in `columns`. */
export class LogLayout {
  #tops: Uint32Array | undefined;
  #first = 0;
  #count = 0;

  /** `columns` undefined: lines are not wrapped. */
  measure(buffer: LogBuffer, columns: number | undefined): void {
    this.#first = buffer.first;
    this.#count = buffer.length;
    this.#tops = columns === undefined ? undefined : topsOf(buffer, Math.max(1, columns));
  }

  get heightPx(): number {
    return this.topPx(this.#first + this.#count);
  }

  /** Of the line with this number. */
  topPx(number: number): number {
    const index = Math.max(0, Math.min(this.#count, number - this.#first));
    return (this.#tops?.[index] ?? index) * ROW_PX;
  }

  /** The number of the line at this height. */
  lineAt(px: number): number {
    const row = Math.floor(px / ROW_PX);
    if (this.#tops === undefined) return this.#first + Math.max(0, Math.min(this.#count, row));
    let low = 0;
    let high = this.#count;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#tops[middle] ?? 0) <= row) low = middle;
      else high = middle - 1;
    }
    return this.#first + low;
  }
}

/** In rows, with one more for the end. */
function topsOf(buffer: LogBuffer, columns: number): Uint32Array {
  const tops = new Uint32Array(buffer.length + 1);
  let row = 0;
  buffer.lines(buffer.first, buffer.next).forEach(({ text }, index) => {
    tops[index] = row;
    row += Math.max(1, Math.ceil(columnsOf(text) / columns));
  });
  tops[buffer.length] = row;
  return tops;
}

function columnsOf(text: string): number {
  if (NARROW.test(text)) return text.length;
  let columns = 0;
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    if (char === '\t') columns += TAB_COLUMNS - (columns % TAB_COLUMNS);
    else columns += code >= 0x1100 ? widthOf(code) : 1;
  }
  return columns;
}

/** East Asian and pictures take two columns (Unicode UAX 11, roughly: an estimate for scrolling). */
function widthOf(code: number): number {
  const isWide =
    code <= 0x115f ||
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    (code >= 0x1f300 && code <= 0x1faff) ||
    (code >= 0x20000 && code <= 0x3fffd);
  return isWide ? 2 : 1;
}
