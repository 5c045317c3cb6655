import { monotonicMs } from '../metrics/index.js';

interface Entry {
  periodMs: number;
  dueAtMs: number;
  take: () => void;
}

/**
 * One timer for everything that is sampled. A tick that comes late is not made up for: rates are
 * divided by measured time, so a gap is honest and a burst would be noise.
 */
export class Sampler {
  readonly #entries = new Set<Entry>();
  #timer: NodeJS.Timeout | undefined;
  #timerAtMs = Number.POSITIVE_INFINITY;

  /**
   * Calls `take` at once and then every `periodMs`, together with all others of that period: waking
   * up costs more than a reading. Its first interval is half to one and a half periods long therefore.
   * Returns the function that stops it.
   */
  add(periodMs: number, take: () => void): () => void {
    const entry: Entry = { periodMs, dueAtMs: this.#firstDueMs(periodMs), take };
    this.#entries.add(entry);
    take();
    this.#arm();
    return () => {
      this.#entries.delete(entry);
      if (this.#entries.size === 0) this.#disarm();
    };
  }

  #firstDueMs(periodMs: number): number {
    const nowMs = monotonicMs();
    for (const other of this.#entries) {
      if (other.periodMs !== periodMs) continue;
      const isSoon = other.dueAtMs - nowMs < periodMs / 2;
      return isSoon ? other.dueAtMs + periodMs : other.dueAtMs;
    }
    return nowMs + periodMs;
  }

  #arm(): void {
    let earliest = Number.POSITIVE_INFINITY;
    for (const entry of this.#entries) earliest = Math.min(earliest, entry.dueAtMs);
    if (earliest >= this.#timerAtMs || earliest === Number.POSITIVE_INFINITY) return;
    this.#disarm();
    this.#timerAtMs = earliest;
    this.#timer = setTimeout(this.#tick, Math.max(0, earliest - monotonicMs()));
  }

  #disarm(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#timerAtMs = Number.POSITIVE_INFINITY;
  }

  readonly #tick = (): void => {
    this.#disarm();
    const nowMs = monotonicMs();
    // Half a millisecond early counts as due: timers are rounded to milliseconds.
    for (const entry of this.#entries) {
      if (entry.dueAtMs > nowMs + 0.5) continue;
      const missed = Math.ceil((nowMs - entry.dueAtMs) / entry.periodMs);
      entry.dueAtMs += entry.periodMs * Math.max(1, missed);
      entry.take();
    }
    this.#arm();
  };
}
