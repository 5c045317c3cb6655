import type { Sample } from './sample.js';

/** Bytes a second; absent where a counter was not read twice. */
export interface SampleRates {
  rxBytesPerSecond?: number;
  txBytesPerSecond?: number;
  readBytesPerSecond?: number;
  writtenBytesPerSecond?: number;
}

const COUNTERS = [
  ['rxBytes', 'rxBytesPerSecond'],
  ['txBytes', 'txBytesPerSecond'],
  ['readBytes', 'readBytesPerSecond'],
  ['writtenBytes', 'writtenBytesPerSecond'],
] as const;

/**
 * Network and disk between two samples of one life, by the time measured between them. A counter that
 * went back began anew: nobody knows what it did in between.
 */
export function ratesBetween(before: Sample, after: Sample): SampleRates {
  const seconds = (after.tMs - before.tMs) / 1000;
  const rates: SampleRates = {};
  if (seconds <= 0) return rates;
  for (const [counter, rate] of COUNTERS) {
    const from = before[counter];
    const to = after[counter];
    if (from !== undefined && to !== undefined && to >= from) rates[rate] = (to - from) / seconds;
  }
  return rates;
}
