import { ratesBetween } from '../../src-main/contract/index.js';
import type { Sample, SampleRates } from '../../src-main/contract/index.js';
import type { Point } from './series.js';

export const RATE_NAMES = ['rxBytes', 'txBytes', 'readBytes', 'writtenBytes'] as const;
export type RateName = (typeof RATE_NAMES)[number];

const MOST_POINTS = 24_000;

/**
 * Bytes per second from counters, by measured time between two readings. Where a counter was not read,
 * or began anew, there is a gap.
 */
export class RateStore {
  readonly #columns = new Map<RateName, Point[]>();
  #before: Sample | undefined;

  points(name: RateName): readonly Point[] {
    return this.#columns.get(name) ?? [];
  }

  /** Newer ones only, in order; `isAfterGap`: what lies between it and the one before is not known. */
  add(sample: Sample, isAfterGap: boolean): void {
    const before = isAfterGap ? undefined : this.#before;
    this.#before = sample;
    const rates = before === undefined ? {} : ratesBetween(before, sample);
    for (const name of RATE_NAMES) this.#append(name, sample.tMs, rates[`${name}PerSecond`]);
  }

  clear(): void {
    this.#columns.clear();
    this.#before = undefined;
  }

  #append(name: RateName, tMs: number, rate: SampleRates[`${RateName}PerSecond`]): void {
    const known = this.#columns.get(name);
    if (rate === undefined) {
      if (known !== undefined) known.push({ x: tMs, y: Number.NaN });
      return;
    }
    const points = known ?? [];
    if (known === undefined) this.#columns.set(name, points);
    points.push({ x: tMs, y: rate });
    if (points.length > MOST_POINTS) points.splice(0, MOST_POINTS / 4);
  }
}
