import type { FileHandle } from 'node:fs/promises';
import type { LogLine } from '../../../contract/index.js';

const BLOCK_BYTES = 64 * 1024;
/** So far back the last lines are looked for. */
const MOST_BACK_BYTES = 8 * 1024 * 1024;
const MOST_LINE_CHARACTERS = 16 * 1024;
const NEWLINE = 0x0a;

type Deliver = (lines: LogLine[]) => Promise<void> | void;

/** The last lines of a file, then each new one. Bytes are joined to characters over the borders of readings. */
export class FileTail {
  private position = 0;
  private decoder = new TextDecoder();
  private rest = '';
  private readonly buffer = Buffer.allocUnsafe(BLOCK_BYTES);

  constructor(
    private readonly file: FileHandle,
    private readonly stream: LogLine['stream'],
  ) {}

  /** Goes to the beginning of the last so many lines and delivers what is there. */
  async last(lines: number, deliver: Deliver): Promise<void> {
    const { size } = await this.file.stat();
    this.position = await this.startOf(lines, size);
    await this.news(undefined, deliver);
  }

  async news(signal: AbortSignal | undefined, deliver: Deliver): Promise<void> {
    const { size } = await this.file.stat();
    // Cut to begin anew (logrotate with copytruncate).
    if (size < this.position) this.begin();
    while (signal?.aborted !== true) {
      const { bytesRead } = await this.file.read(this.buffer, 0, BLOCK_BYTES, this.position);
      if (bytesRead === 0) return;
      this.position += bytesRead;
      const text = this.decoder.decode(this.buffer.subarray(0, bytesRead), { stream: true });
      const lines = this.split(text);
      if (lines.length > 0) await deliver(lines);
    }
  }

  /** A last line without its end. */
  async end(deliver: Deliver): Promise<void> {
    if (this.rest !== '') await deliver([this.line(this.rest)]);
    this.rest = '';
  }

  close(): Promise<void> {
    return this.file.close();
  }

  private begin(): void {
    this.position = 0;
    this.decoder = new TextDecoder();
    this.rest = '';
  }

  private split(text: string): LogLine[] {
    const parts = (this.rest + text).split('\n');
    this.rest = (parts.pop() ?? '').slice(0, MOST_LINE_CHARACTERS);
    return parts.map((part) => this.line(part));
  }

  private line(text: string): LogLine {
    return { stream: this.stream, text: text.slice(0, MOST_LINE_CHARACTERS) };
  }

  private async startOf(lines: number, size: number): Promise<number> {
    if (lines === 0) return size;
    let left = lines;
    let end = size;
    while (end > 0 && size - end < MOST_BACK_BYTES) {
      const start = Math.max(0, end - BLOCK_BYTES);
      const { bytesRead } = await this.file.read(this.buffer, 0, end - start, start);
      for (let at = bytesRead - 1; at >= 0; at -= 1) {
        // The newline at the very end belongs to the last line.
        if (this.buffer[at] !== NEWLINE || start + at === size - 1) continue;
        left -= 1;
        if (left <= 0) return start + at + 1;
      }
      end = start;
    }
    return end;
  }
}
