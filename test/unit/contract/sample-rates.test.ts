import { describe, expect, it } from 'vitest';
import { ratesBetween } from '../../../src-main/contract/index.js';
import type { Sample } from '../../../src-main/contract/index.js';

const at = (tMs: number, counters: Partial<Sample>): Sample => ({ tMs, memory: {}, ...counters });

describe('rates between two samples', () => {
  it('divide by the time measured between them, not by a nominal period', () => {
    const rates = ratesBetween(at(1000, { rxBytes: 0 }), at(3500, { rxBytes: 5000 }));
    expect(rates).toEqual({ rxBytesPerSecond: 2000 });
  });

  it('are absent where a counter was read only once', () => {
    expect(ratesBetween(at(0, { rxBytes: 1 }), at(1000, { txBytes: 2 }))).toEqual({});
  });

  it('are absent where a counter went back: it began anew', () => {
    const before = at(0, { readBytes: 900, writtenBytes: 10 });
    const after = at(1000, { readBytes: 100, writtenBytes: 10 });
    expect(ratesBetween(before, after)).toEqual({ writtenBytesPerSecond: 0 });
  });

  it('are absent between samples of one moment', () => {
    expect(ratesBetween(at(5, { rxBytes: 1 }), at(5, { rxBytes: 2 }))).toEqual({});
  });
});
