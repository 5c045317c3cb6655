import { monotonicMs } from '../../metrics/index.js';
import type { Sampler } from '../sampler.js';

/** How long a round holds up everything else before it lets others go on. */
const SLICE_MS = 15;

/**
 * Reads every instance once a period, all on the sampler's one timer. A round that is not done when the
 * next one is due goes on instead: many slow ones are read less often, and block nobody for longer than a slice.
 */
export class Rounds {
  #stop: (() => void) | undefined;
  #periodMs: number | undefined;
  #waiting: string[] = [];
  #next: NodeJS.Immediate | undefined;

  constructor(
    private readonly sampler: Sampler,
    private readonly ids: () => Iterable<string>,
    private readonly read: (id: string) => void,
  ) {}

  /** Undefined stops. The same period again changes nothing. */
  run(periodMs: number | undefined): void {
    if (periodMs === this.#periodMs) return;
    this.#stop?.();
    this.#stop = undefined;
    this.#periodMs = periodMs;
    if (periodMs === undefined) this.#abandon();
    else this.#stop = this.sampler.add(periodMs, () => this.#begin());
  }

  /** One that is new does not wait for the next round. */
  readSoon(id: string): void {
    if (this.#periodMs === undefined) return;
    this.#waiting.push(id);
    this.#next ??= setImmediate(this.#slice);
  }

  #begin(): void {
    if (this.#waiting.length > 0) return;
    this.#waiting = [...this.ids()];
    this.#slice();
  }

  readonly #slice = (): void => {
    this.#next = undefined;
    const untilMs = monotonicMs() + SLICE_MS;
    for (let id = this.#waiting.pop(); id !== undefined; id = this.#waiting.pop()) {
      this.read(id);
      if (monotonicMs() > untilMs && this.#waiting.length > 0) {
        this.#next = setImmediate(this.#slice);
        return;
      }
    }
  };

  #abandon(): void {
    clearImmediate(this.#next);
    this.#next = undefined;
    this.#waiting = [];
  }
}
