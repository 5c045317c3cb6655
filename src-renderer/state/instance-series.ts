import type { Sample } from '../../src-main/contract/index.js';
import { RateStore } from './rates.js';
import { SeriesStore } from './series.js';

/** Steps longer than this many periods are a hole… */
const HOLE_PERIODS = 2.5;
/** …but for the pace at which the monitor reads while nobody looks. */
const SLOW_PACE = { least: 9, most: 11.5 };

/** All readings of one instance: its values, and the rates of its counters. Holes are gaps in both. */
export class InstanceSeries {
  readonly values = new SeriesStore();
  readonly rates = new RateStore();
  firstMs: number | undefined;

  add(samples: readonly Sample[], periodMs: number): void {
    for (const sample of samples) {
      const { lastMs } = this.values;
      if (lastMs !== undefined && sample.tMs <= lastMs) continue;
      this.firstMs ??= sample.tMs;
      const isAfterGap = lastMs !== undefined && isHole(sample.tMs - lastMs, periodMs);
      if (isAfterGap) this.values.add([{ tMs: lastMs + Math.min(1, periodMs / 2), memory: {} }]);
      this.values.add([sample]);
      this.rates.add(sample, isAfterGap);
    }
  }

  clear(): void {
    this.values.clear();
    this.rates.clear();
    this.firstMs = undefined;
  }
}

function isHole(stepMs: number, periodMs: number): boolean {
  const periods = stepMs / periodMs;
  if (periods >= SLOW_PACE.least && periods <= SLOW_PACE.most) return false;
  return periods > HOLE_PERIODS;
}
