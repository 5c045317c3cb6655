import { visibleText } from '../text/escape.js';

export type StreamName = 'stdout' | 'stderr';

/** A piece of output as it is shown; `id` is stable while it exists, so only the last piece changes. */
export interface OutputBlock {
  id: number;
  stream: StreamName;
  text: string;
  /** False where it goes on in the line of the piece before it. */
  opensLine: boolean;
}

const BLOCK_CHARS = 4096;
/** From here on it ends with its line: while a guest writes slowly, only a few lines are laid out anew. */
const BLOCK_ENOUGH_CHARS = 512;
const MOST_CHARS = 256 * 1024;
const MOST_LINES = 2000;

/** The newest output of one run, already made visible, and how much is not shown. */
export class OutputBuffer {
  #blocks: OutputBlock[] = [];
  #lines: number[] = [];
  #nextId = 0;
  #chars = 0;
  #lineCount = 0;
  #hiddenBytes = 0;

  get blocks(): readonly OutputBlock[] {
    return this.#blocks;
  }

  /** Bytes the lab skipped because the guest was too fast, and those dropped here (as UTF-8). */
  get hiddenBytes(): number {
    return this.#hiddenBytes;
  }

  get isEmpty(): boolean {
    return this.#blocks.length === 0;
  }

  add(stream: StreamName, text: string, skippedBytes = 0): void {
    this.#hiddenBytes += skippedBytes;
    const shown = visibleText(this.#newest(text));
    for (let at = 0; at < shown.length;) {
      const room = this.#openBlock(stream);
      const piece = wholeLines(shown.slice(at, at + room.left));
      this.#extend(room.index, piece);
      at += piece.length;
    }
    this.#trim();
  }

  /** By lines: a piece stands with those that go on in its line. */
  get rows(): readonly (readonly OutputBlock[])[] {
    const rows: OutputBlock[][] = [];
    for (const block of this.#blocks) {
      const row = rows.at(-1);
      if (row === undefined || block.opensLine) rows.push([block]);
      else row.push(block);
    }
    return rows;
  }

  clear(): void {
    this.#blocks = [];
    this.#lines = [];
    this.#chars = 0;
    this.#lineCount = 0;
    this.#hiddenBytes = 0;
  }

  /** A burst longer than the whole buffer is cut before it is looked at. */
  #newest(text: string): string {
    if (text.length <= MOST_CHARS) return text;
    this.#hiddenBytes += byteLength(text.slice(0, -MOST_CHARS));
    return text.slice(-MOST_CHARS);
  }

  #openBlock(stream: StreamName): { index: number; left: number } {
    const index = this.#blocks.length - 1;
    const last = this.#blocks[index];
    const opensLine = last?.text.endsWith('\n') !== false;
    const mostChars = opensLine ? BLOCK_ENOUGH_CHARS : BLOCK_CHARS;
    if (last?.stream === stream && last.text.length < mostChars) {
      return { index, left: BLOCK_CHARS - last.text.length };
    }
    this.#blocks = [...this.#blocks, { id: this.#nextId, stream, text: '', opensLine }];
    this.#lines.push(0);
    this.#nextId += 1;
    return { index: index + 1, left: BLOCK_CHARS };
  }

  #extend(index: number, piece: string): void {
    const block = this.#blocks[index];
    if (block === undefined) return;
    const lines = countLines(piece);
    this.#blocks = this.#blocks.with(index, { ...block, text: block.text + piece });
    this.#lines[index] = (this.#lines[index] ?? 0) + lines;
    this.#chars += piece.length;
    this.#lineCount += lines;
  }

  #trim(): void {
    let drop = 0;
    while (
      drop < this.#blocks.length - 1 &&
      (this.#chars > MOST_CHARS || this.#lineCount > MOST_LINES)
    ) {
      const text = this.#blocks[drop]?.text ?? '';
      this.#chars -= text.length;
      this.#lineCount -= this.#lines[drop] ?? 0;
      this.#hiddenBytes += byteLength(text);
      drop += 1;
    }
    if (drop === 0) return;
    this.#blocks = this.#blocks.slice(drop);
    this.#lines = this.#lines.slice(drop);
  }
}

/** Without the beginning of a line, unless that is all. */
function wholeLines(text: string): string {
  const end = text.lastIndexOf('\n') + 1;
  return end === 0 ? text : text.slice(0, end);
}

function countLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}
