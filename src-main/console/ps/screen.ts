import { writeSync } from 'node:fs';
import { writeOut } from '../streams.js';

/** Another screen, no cursor, and lines that are cut instead of wrapped (xterm's control sequences). */
const ENTER = '\u001b[?1049h\u001b[?25l\u001b[?7l';
const LEAVE = '\u001b[?7h\u001b[?25h\u001b[?1049l';
const HOME = '\u001b[H';
const CLEAR_TO_END_OF_LINE = '\u001b[K';
const CLEAR_BELOW = '\u001b[J';

/** The terminal while a live table is on it. Whatever ends the program, the terminal is left as it was. */
export class Screen {
  #isOn = false;
  readonly #leave = (): void => this.close();

  open(): void {
    this.#isOn = true;
    process.on('exit', this.#leave);
    if (process.stdin.isTTY) process.stdin.setRawMode(true);
    writeOut(ENTER);
  }

  /** Over what is there, in one write: nothing is cleared first, so nothing flickers. */
  draw(lines: readonly string[]): void {
    if (!this.#isOn) return;
    const text = lines.map((line) => `${line}${CLEAR_TO_END_OF_LINE}`).join('\r\n');
    writeOut(`${HOME}${text}${CLEAR_BELOW}`);
  }

  get size(): { columns: number; rows: number } {
    // 0 by 0 is a terminal that does not know.
    return { columns: process.stdout.columns || 80, rows: process.stdout.rows || 24 };
  }

  close(): void {
    if (!this.#isOn) return;
    this.#isOn = false;
    process.off('exit', this.#leave);
    try {
      writeSync(1, LEAVE);
      if (process.stdin.isTTY) process.stdin.setRawMode(false);
    } catch {
      // The terminal is gone, and there is nothing to leave.
    }
  }
}
