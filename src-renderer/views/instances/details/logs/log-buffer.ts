import type { LogLine } from '../../../../../src-main/contract/index.js';
import { styledLine } from '../../../../text/ansi.js';
import type { StyledPiece } from '../../../../text/ansi.js';
import { PLAIN_STYLE } from '../../../../text/ansi-style.js';
import type { AnsiStyle } from '../../../../text/ansi-style.js';

/** A line as it is shown; `number` counts from the first one that came and never changes. */
export interface ShownLine {
  number: number;
  stream: LogLine['stream'];
  atIso?: string;
  text: string;
  pieces?: StyledPiece[];
}

export const MOST_LINES = 20_000;
/** A whole buffer of the longest lines would fill the memory of the window. */
const MOST_CHARS = 24 * 1024 ** 2;
const MOST_LINE_CHARS = 16 * 1024;

/** The newest lines of a log, and how many are not there any more. */
export class LogBuffer {
  #lines: ShownLine[] = [];
  /** Of `#lines`: what stands before it was dropped, and goes when it is worth the copying. */
  #start = 0;
  #next = 0;
  #chars = 0;
  #skipped = 0;
  readonly #looks: Record<LogLine['stream'], AnsiStyle> = {
    stdout: PLAIN_STYLE,
    stderr: PLAIN_STYLE,
  };

  get length(): number {
    return this.#lines.length - this.#start;
  }

  /** The number of the first line that is kept. */
  get first(): number {
    return this.#next - this.length;
  }

  /** The number that the next line will have. */
  get next(): number {
    return this.#next;
  }

  /** Lines dropped here for want of room. */
  get droppedLines(): number {
    return this.first;
  }

  /** Lines the lab left out because they came too fast. */
  get skippedLines(): number {
    return this.#skipped;
  }

  /** By its number. */
  line(number: number): ShownLine | undefined {
    return number < this.first ? undefined : this.#lines[this.#start + number - this.first];
  }

  lines(from: number, to: number): ShownLine[] {
    const { first } = this;
    const at = (number: number): number => this.#start + Math.max(0, number - first);
    return this.#lines.slice(at(from), at(to));
  }

  add(lines: readonly LogLine[], skippedLines = 0): void {
    this.#skipped += skippedLines;
    for (const line of lines) this.#append(line);
    this.#trim();
  }

  clear(): void {
    this.#lines = [];
    this.#start = 0;
    this.#next = 0;
    this.#chars = 0;
    this.#skipped = 0;
    this.#looks.stdout = PLAIN_STYLE;
    this.#looks.stderr = PLAIN_STYLE;
  }

  #append({ stream, atIso, text: raw }: LogLine): void {
    const isLong = raw.length > MOST_LINE_CHARS;
    const cut = isLong ? raw.slice(0, MOST_LINE_CHARS) : raw;
    const { text, pieces, after } = styledLine(cut, this.#looks[stream]);
    this.#looks[stream] = after;
    this.#lines.push({
      number: this.#next,
      stream,
      ...(atIso !== undefined && { atIso }),
      text,
      ...(pieces !== undefined && { pieces }),
    });
    this.#next += 1;
    this.#chars += text.length;
  }

  #trim(): void {
    while (this.length > 1 && (this.length > MOST_LINES || this.#chars > MOST_CHARS)) {
      this.#chars -= this.#lines[this.#start]?.text.length ?? 0;
      this.#start += 1;
    }
    if (this.#start < MOST_LINES / 2) return;
    this.#lines = this.#lines.slice(this.#start);
    this.#start = 0;
  }
}
