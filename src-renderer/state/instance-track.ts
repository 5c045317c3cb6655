import { ratesBetween } from '../../src-main/contract/index.js';
import type { Sample, SampleRates } from '../../src-main/contract/index.js';
import { SampleRing } from './sample-ring.js';

/** A rate over less than this would flicker when samples come ten times a second. */
const RATE_SPAN_MS = 900;
const NO_RATES: SampleRates = {};

/** What was read of one instance: the newest sample, rates, and the last two minutes. */
export class InstanceTrack {
  readonly ring = new SampleRing();
  latest: Sample | undefined;
  rates: SampleRates = NO_RATES;
  #rateFrom: Sample | undefined;

  /** Those already known are left out: a listing repeats them. */
  add(samples: readonly Sample[]): void {
    for (const sample of samples) {
      if (this.latest !== undefined && sample.tMs <= this.latest.tMs) continue;
      if (beganAnew(this.latest, sample)) this.restart();
      this.latest = sample;
      this.ring.add(sample);
      this.#rate(sample);
    }
  }

  /** It does not run any more: its last numbers are not those of now. The curve stays. */
  restart(): void {
    this.latest = undefined;
    this.rates = NO_RATES;
    this.#rateFrom = undefined;
  }

  #rate(sample: Sample): void {
    this.#rateFrom ??= sample;
    if (sample.tMs - this.#rateFrom.tMs < RATE_SPAN_MS) return;
    this.rates = ratesBetween(this.#rateFrom, sample);
    this.#rateFrom = sample;
  }
}

function beganAnew(before: Sample | undefined, { cpuTimeMs }: Sample): boolean {
  return before?.cpuTimeMs !== undefined && cpuTimeMs !== undefined && cpuTimeMs < before.cpuTimeMs;
}
