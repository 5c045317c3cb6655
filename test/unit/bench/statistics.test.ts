import { describe, expect, test } from 'vitest';
import {
  median,
  medianWithInterval,
  quantile,
  ratioOfMedians,
} from '../../bench/lib/statistics.js';

describe('the statistics of the benchmarks', () => {
  test('the median of an even number of values lies between the two in the middle', () => {
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(median([10, 2, 3])).toBe(3);
  });

  test('a quantile is linear between ranks', () => {
    expect(quantile([0, 10], 0.25)).toBe(2.5);
    expect(quantile([7], 0.95)).toBe(7);
  });

  test('there is no median of nothing', () => {
    expect(() => median([])).toThrow(RangeError);
  });

  test('the interval holds the median, and is the same each time', () => {
    const values = [5, 6, 7, 8, 9, 30];
    const { value, ci95 } = medianWithInterval(values);
    expect(value).toBe(7.5);
    expect(ci95[0]).toBeLessThan(value);
    expect(ci95[1]).toBeGreaterThan(value);
    expect(medianWithInterval(values)).toEqual({ value, ci95 });
  });

  test('a ratio of constants has no width', () => {
    expect(ratioOfMedians([2, 2, 2], [4, 4])).toEqual({ value: 0.5, ci95: [0.5, 0.5] });
  });

  test('the interval of a median covers the true one about 95 times in 100', () => {
    let state = 1;
    const uniform = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
    let covered = 0;
    for (let trial = 0; trial < 40; trial += 1) {
      const { ci95 } = medianWithInterval(Array.from({ length: 31 }, uniform));
      if (ci95[0] <= 0.5 && 0.5 <= ci95[1]) covered += 1;
    }
    expect(covered).toBeGreaterThanOrEqual(34);
  });
});
