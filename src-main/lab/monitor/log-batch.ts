import type { LogLine } from '../../contract/index.js';

const EVERY_MS = 100;
const MOST_LINES = 2000;
const MOST_CHARACTERS = 1024 * 1024;

/**
 * Lines on their way to a client, ten pushes a second at most. The last lines there are (`tail`) come
 * whole, and whoever delivers them waits for it; of what is written faster than that the oldest are left out.
 */
export class LogBatch {
  #lines: LogLine[] = [];
  #characters = 0;
  #skippedLines = 0;
  #isClosed = false;
  #timer: NodeJS.Timeout | undefined;
  readonly #waiting = new Set<() => void>();

  constructor(
    private tailLeft: number,
    private readonly send: (lines: LogLine[], skippedLines: number) => void,
  ) {}

  /** Resolves when more may come. */
  async add(lines: readonly LogLine[]): Promise<void> {
    for (const line of lines) {
      if (this.#isClosed) return;
      if (this.#isFull() && this.tailLeft > 0) await this.#sent();
      this.#keep(line);
    }
    // A writer that never rests lets everybody else have a turn.
    await new Promise((resolve) => setImmediate(resolve));
  }

  /** What has not been sent yet. */
  take(): { lines: LogLine[]; skippedLines: number } {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const taken = { lines: this.#lines, skippedLines: this.#skippedLines };
    this.#lines = [];
    this.#characters = this.#skippedLines = 0;
    return taken;
  }

  close(): void {
    this.#isClosed = true;
    this.take();
    this.#release();
  }

  #keep(line: LogLine): void {
    this.#lines.push(line);
    this.#characters += line.text.length;
    this.tailLeft -= 1;
    while (this.#lines.length > 1 && this.#isOverfull()) {
      this.#characters -= this.#lines.shift()?.text.length ?? 0;
      this.#skippedLines += 1;
    }
    this.#timer ??= setTimeout(() => this.#flush(), EVERY_MS);
  }

  #isFull(): boolean {
    return this.#lines.length >= MOST_LINES || this.#characters >= MOST_CHARACTERS;
  }

  #isOverfull(): boolean {
    return this.#lines.length > MOST_LINES || this.#characters > MOST_CHARACTERS + 16 * 1024;
  }

  #sent(): Promise<void> {
    return new Promise((resolve) => this.#waiting.add(resolve));
  }

  #flush(): void {
    const { lines, skippedLines } = this.take();
    this.send(lines, skippedLines);
    this.#release();
  }

  #release(): void {
    for (const resolve of this.#waiting) resolve();
    this.#waiting.clear();
  }
}
