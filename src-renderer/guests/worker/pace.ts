import { SHARED } from '../protocol.js';

/** So many characters of base64 may be under way to the lab before the guest's next write waits. */
const MOST_UNSENT = 4 * 1024 ** 2;
/** What a message costs besides its text: a guest that writes byte by byte is held back too. */
const MESSAGE_COST = 256;

/** Thrown into the guest when it is to end: it passes through the module like a trap. */
export class Stopped extends Error {}

export function costOf(base64: string): number {
  return base64.length + MESSAGE_COST;
}

/**
 * How a guest waits, which blocks its worker: with Atomics.wait on memory shared with the page, so that
 * it costs nothing and can be woken to be stopped. Where the page is not isolated there is no shared
 * memory: then it sleeps by looking at the clock, and its output is not held back (the page bounds it).
 */
export class Pace {
  readonly #shared: Int32Array | undefined;

  constructor(shared: SharedArrayBuffer | undefined) {
    this.#shared = shared === undefined ? undefined : new Int32Array(shared);
  }

  sleepUntil(deadlineMs: number): void {
    for (
      let left = deadlineMs - performance.now();
      left > 0;
      left = deadlineMs - performance.now()
    ) {
      if (this.#shared === undefined) continue;
      Atomics.wait(this.#shared, SHARED.stop, 0, left);
      this.check();
    }
  }

  /** Waits until the lab has taken enough of what was written before, then counts this as under way. */
  waitForRoom(base64: string): void {
    const shared = this.#shared;
    if (shared === undefined) return;
    for (;;) {
      this.check();
      const unsent = Atomics.load(shared, SHARED.unsent);
      if (unsent < MOST_UNSENT) break;
      Atomics.wait(shared, SHARED.unsent, unsent);
    }
    Atomics.add(shared, SHARED.unsent, costOf(base64));
  }

  /** Throws when the guest is to end. */
  check(): void {
    if (this.#shared !== undefined && Atomics.load(this.#shared, SHARED.stop) !== 0)
      throw new Stopped();
  }
}
