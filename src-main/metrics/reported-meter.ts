import type { Memory } from '../contract/index.js';
import { monotonicMs } from './clock.js';
import type { Meter, Reading } from './meter.js';

/** For a guest that shares its process with others: only the size of its linear memory, as its host tells it. */
export class ReportedMeter implements Meter {
  #bytes: number | undefined;
  #highestBytes: number | undefined;

  constructor(private readonly linearMaxBytes: number | undefined) {}

  report(bytes: number): void {
    this.#bytes = bytes;
    this.#highestBytes = Math.max(bytes, this.#highestBytes ?? 0);
  }

  read(): Reading | undefined {
    return this.#memory(this.#bytes, (memory) => ({ atMs: monotonicMs(), memory }));
  }

  peak(): Memory {
    return this.#memory(this.#highestBytes, (memory) => memory) ?? {};
  }

  close(): void {
    // Nothing is open.
  }

  #memory<T>(linearBytes: number | undefined, use: (memory: Memory) => T): T | undefined {
    if (linearBytes === undefined) return undefined;
    const { linearMaxBytes } = this;
    return use({ linearBytes, ...(linearMaxBytes === undefined ? {} : { linearMaxBytes }) });
  }
}
