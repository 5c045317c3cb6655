import { StringDecoder } from 'node:string_decoder';
import { setTimeout as pause } from 'node:timers/promises';
import { monotonicMs } from '../metrics/index.js';

/** What was written before a freeze is through when nothing has come for so long; a line takes a millisecond or two. */
const QUIET_MS = 50;

/** What a held guest writes to stdout, by the lab's clock. */
export class HeardOutput {
  /** Without its end. */
  readonly firstLine: Promise<{ text: string; atMs: number }>;
  #comes!: (line: { text: string; atMs: number }) => void;
  readonly #decoder = new StringDecoder('utf8');
  #text = '';
  #lastAtMs = monotonicMs();
  #waiting: ((atMs: number) => void)[] = [];

  constructor() {
    this.firstLine = new Promise((resolve) => (this.#comes = resolve));
  }

  add(chunk: Uint8Array): void {
    this.#lastAtMs = monotonicMs();
    for (const resolve of this.#waiting.splice(0)) resolve(this.#lastAtMs);
    if (this.#text.includes('\n')) return;
    this.#text += this.#decoder.write(Buffer.from(chunk));
    const end = this.#text.indexOf('\n');
    if (end >= 0) this.#comes({ text: this.#text.slice(0, end), atMs: this.#lastAtMs });
  }

  /** Resolves with when something came, from now on. */
  next(): Promise<number> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** Resolves when nothing has come for a while. */
  async silence(): Promise<void> {
    this.#lastAtMs = monotonicMs();
    for (let left = QUIET_MS; left > 0; left = this.#lastAtMs + QUIET_MS - monotonicMs()) {
      await pause(left);
    }
  }
}
