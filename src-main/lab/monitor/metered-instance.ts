import type { Sample } from '../../contract/index.js';
import { monotonicMs, toSample } from '../../metrics/index.js';
import type { Meter, Reading } from '../../metrics/index.js';
import type { FoundInstance } from '../../runtimes/instances.js';

/** A kernel file can block whoever reads it, and nothing can end that: one reading as slow as this is not repeated soon. */
const SLOW_MS = 50;
/** A slow one rests nine times as long as it took: a tenth of the time at most is lost to it. */
const REST_FACTOR = 9;
/** Sooner than this after the one before, a rate would be noise: a period that changes begins at once. */
const SOONEST_MS = 40;
/** One that failed where it must not is not tried at every tick. */
const FAILED_REST_MS = 5000;

/** An instance with the meter of its present life. Never throws. */
export class MeteredInstance {
  #meter: Meter | undefined;
  #isFine = false;
  #previous: Reading | undefined;
  #restsUntilMs = -Infinity;
  #lastAtMs = -Infinity;
  #found: FoundInstance;

  constructor(found: FoundInstance) {
    this.#found = found;
  }

  get found(): FoundInstance {
    return this.#found;
  }

  /** True for another life: another process, another cgroup, and nothing of the one before is compared with it. */
  update(found: FoundInstance): boolean {
    const isAnother = found.life !== this.#found.life;
    if (isAnother) this.close();
    this.#found = found;
    return isAnother;
  }

  /** Undefined when it does not run, when nothing new can be read, or while it rests. */
  take(epochMs: number, fineMemory: boolean): Sample | undefined {
    if (this.#found.life === undefined) return undefined;
    const beganMs = monotonicMs();
    if (beganMs < this.#restsUntilMs || beganMs - this.#lastAtMs < SOONEST_MS) return undefined;
    this.#lastAtMs = beganMs;
    try {
      return this.#sample(epochMs, fineMemory);
    } catch {
      this.close();
      this.#restsUntilMs = monotonicMs() + FAILED_REST_MS;
      return undefined;
    } finally {
      const endedMs = monotonicMs();
      const tookMs = endedMs - beganMs;
      if (tookMs > SLOW_MS) {
        this.#restsUntilMs = Math.max(this.#restsUntilMs, endedMs + tookMs * REST_FACTOR);
      }
    }
  }

  /** Processes of it that the kernel killed for want of memory, as of the latest sample. */
  oomKills(): number | undefined {
    return this.#meter?.oomKills?.();
  }

  /** May be read again: that opens another meter. */
  close(): void {
    this.#closeMeter();
    this.#previous = undefined;
    this.#restsUntilMs = this.#lastAtMs = -Infinity;
  }

  #sample(epochMs: number, fineMemory: boolean): Sample | undefined {
    // Another kind of meter of the same life: its counters go on.
    if (this.#meter !== undefined && this.#isFine !== fineMemory) this.#closeMeter();
    this.#isFine = fineMemory;
    this.#meter ??= this.#found.openMeter({ fineMemory });
    const reading = this.#meter.read();
    if (reading === undefined) return undefined;
    const sample = toSample(this.#previous, reading, epochMs);
    this.#previous = reading;
    return sample;
  }

  #closeMeter(): void {
    const meter = this.#meter;
    this.#meter = undefined;
    try {
      meter?.close();
    } catch {
      // What a meter fails to release is its own; the instance goes on without it.
    }
  }
}
