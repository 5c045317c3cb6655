import type { Memory, Sample } from '../../contract/index.js';
import type { Meter, Reading } from '../../metrics/index.js';
import { mergePeak, toSample } from '../../metrics/index.js';

/** Above this many, every second sample of the older half goes; peaks are kept apart. */
const MOST_SAMPLES = 36_000;

/** The samples of one run and its highest values. */
export class SampleSeries {
  readonly #meter: Meter;
  readonly #zeroMs: number;
  #samples: Sample[] = [];
  #previous: Reading | undefined;
  #peak: Memory = {};
  #thinned = false;
  #closed = false;

  constructor(meter: Meter, zeroMs: number) {
    this.#meter = meter;
    this.#zeroMs = zeroMs;
  }

  /** Takes one reading; undefined when there was nothing new to read. */
  take(): Sample | undefined {
    const reading = this.#meter.read();
    if (reading === undefined) return undefined;
    const sample = toSample(this.#previous, reading, this.#zeroMs);
    this.#previous = reading;
    this.#peak = mergePeak(this.#peak, sample.memory);
    this.#samples.push(sample);
    if (this.#samples.length > MOST_SAMPLES) this.#thin();
    return sample;
  }

  /** True once older samples were thinned out to bound memory. */
  get thinned(): boolean {
    return this.#thinned;
  }

  all(): Sample[] {
    return [...this.#samples];
  }

  latest(): Sample | undefined {
    return this.#samples.at(-1);
  }

  /** The highest of the samples; once closed, of the kernel's own high-water marks as well. */
  peak(): Memory {
    return { ...this.#peak };
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#peak = mergePeak(this.#peak, this.#meter.peak());
    this.#meter.close();
  }

  #thin(): void {
    const half = this.#samples.length >> 1;
    this.#samples = this.#samples.filter((_, index) => index >= half || index % 2 === 0);
    this.#thinned = true;
  }
}
