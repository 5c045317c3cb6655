import type { Sample } from '../../contract/index.js';

/** The newest samples of one instance, in the place of the oldest once it is full. */
export class SampleRing {
  #samples: Sample[] = [];
  /** Where the oldest is, once it is full. */
  #oldestAt = 0;
  #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  get length(): number {
    return this.#samples.length;
  }

  get latest(): Sample | undefined {
    const { length } = this.#samples;
    return length === 0 ? undefined : this.#samples[(this.#oldestAt + length - 1) % length];
  }

  push(sample: Sample): void {
    if (this.#samples.length < this.#most) {
      this.#samples.push(sample);
      return;
    }
    this.#samples[this.#oldestAt] = sample;
    this.#oldestAt = (this.#oldestAt + 1) % this.#most;
  }

  /** Oldest first. */
  all(): Sample[] {
    return [...this.#samples.slice(this.#oldestAt), ...this.#samples.slice(0, this.#oldestAt)];
  }

  since(tMs: number): Sample[] {
    const all = this.all();
    const first = all.findIndex((sample) => sample.tMs >= tMs);
    return first < 0 ? [] : all.slice(first);
  }

  /** Keeps the newest of what it has. */
  resize(most: number): void {
    if (most === this.#most) return;
    this.#samples = this.all().slice(-most);
    this.#oldestAt = 0;
    this.#most = most;
  }
}
