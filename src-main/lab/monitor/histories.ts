import type { Sample } from '../../contract/index.js';
import { SampleRing } from './sample-ring.js';

/** A sample with all its fields is about 400 bytes: 12 MB. */
const MOST_IN_ALL = 30_000;
const MOST_OF_ONE = 600;
/** A minute at one a second, however many there are. */
const LEAST_OF_ONE = 60;

/** The newest samples of every instance. The more there are, the fewer of each. */
export class Histories {
  readonly #rings = new Map<string, SampleRing>();
  #mostOfEach = MOST_OF_ONE;

  push(id: string, sample: Sample): void {
    let ring = this.#rings.get(id);
    if (ring === undefined) {
      ring = new SampleRing(this.#mostOfEach);
      this.#rings.set(id, ring);
      this.#share();
    }
    ring.push(sample);
  }

  of(id: string): Sample[] {
    return this.#rings.get(id)?.all() ?? [];
  }

  since(id: string, tMs: number): Sample[] {
    return this.#rings.get(id)?.since(tMs) ?? [];
  }

  latest(id: string): Sample | undefined {
    return this.#rings.get(id)?.latest;
  }

  forget(id: string): void {
    if (this.#rings.delete(id)) this.#share();
  }

  ids(): string[] {
    return [...this.#rings.keys()];
  }

  /** How many samples are kept of all together. */
  get size(): number {
    let size = 0;
    for (const ring of this.#rings.values()) size += ring.length;
    return size;
  }

  #share(): void {
    const most = mostOfEach(this.#rings.size);
    if (most === this.#mostOfEach) return;
    this.#mostOfEach = most;
    for (const ring of this.#rings.values()) ring.resize(most);
  }
}

/** In steps of a tenth, so that one more instance does not copy all histories. */
function mostOfEach(instances: number): number {
  const fair = MOST_IN_ALL / Math.max(1, instances);
  const stepped = Math.floor(1.1 ** Math.floor(Math.log(fair) / Math.log(1.1)));
  return Math.min(MOST_OF_ONE, Math.max(LEAST_OF_ONE, stepped));
}
