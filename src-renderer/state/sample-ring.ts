import type { MemoryName, Sample } from '../../src-main/contract/index.js';

export type RingSeries = 'cpuPercent' | Exclude<MemoryName, 'limitBytes' | 'linearMaxBytes'>;

/** What a small curve shows; a second is about one pixel of it. */
export const RING_SPAN_MS = 120_000;
const SLOT_MS = 1000;
const SLOTS = RING_SPAN_MS / SLOT_MS + 4;

/**
 * The last two minutes of one instance in typed arrays: one slot a second, which keeps the highest of
 * what was read in it. A series that was never read has no array; NaN is a reading without it.
 */
export class SampleRing {
  readonly #timesMs = new Float64Array(SLOTS);
  readonly #columns = new Map<RingSeries, Float64Array>();
  /** Slots ever begun; the newest is `#begun - 1`, modulo their number. */
  #begun = 0;

  get length(): number {
    return Math.min(this.#begun, SLOTS);
  }

  add(sample: Sample): void {
    const at = this.#slotFor(sample.tMs);
    const { cpuPercent, memory } = sample;
    this.#raise('cpuPercent', at, cpuPercent);
    for (const [name, bytes] of Object.entries(memory) as [MemoryName, number | undefined][]) {
      if (name !== 'limitBytes' && name !== 'linearMaxBytes') this.#raise(name, at, bytes);
    }
  }

  clear(): void {
    this.#begun = 0;
  }

  /** Oldest first, of those that are not older than `fromMs`. */
  each(name: RingSeries, fromMs: number, visit: (tMs: number, value: number) => void): void {
    const column = this.#columns.get(name);
    if (column === undefined) return;
    for (let nth = this.#begun - this.length; nth < this.#begun; nth += 1) {
      const tMs = this.#timesMs[nth % SLOTS] ?? 0;
      if (tMs >= fromMs) visit(tMs, column[nth % SLOTS] ?? Number.NaN);
    }
  }

  #slotFor(tMs: number): number {
    const newest = (this.#begun - 1 + SLOTS) % SLOTS;
    const startMs = this.#timesMs[newest] ?? 0;
    if (this.#begun > 0 && Math.floor(tMs / SLOT_MS) === Math.floor(startMs / SLOT_MS)) {
      return newest;
    }
    const at = this.#begun % SLOTS;
    this.#begun += 1;
    this.#timesMs[at] = tMs;
    for (const column of this.#columns.values()) column[at] = Number.NaN;
    return at;
  }

  #raise(name: RingSeries, at: number, value: number | undefined): void {
    if (value === undefined) return;
    const column = this.#columns.get(name) ?? this.#begin(name);
    const known = column[at] ?? Number.NaN;
    column[at] = Number.isNaN(known) ? value : Math.max(known, value);
  }

  #begin(name: RingSeries): Float64Array {
    const column = new Float64Array(SLOTS).fill(Number.NaN);
    this.#columns.set(name, column);
    return column;
  }
}
