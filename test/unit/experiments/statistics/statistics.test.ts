import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  medianWithInterval,
  ratioOfMedians,
} from '../../../../src-main/experiments/statistics/bootstrap.js';
import {
  median,
  quantile,
  quantileOfCounted,
} from '../../../../src-main/experiments/statistics/order.js';
import { randomSource, shuffled } from '../../../../src-main/experiments/statistics/random.js';
import {
  mean,
  medianAbsoluteDeviation,
  outliers,
} from '../../../../src-main/experiments/statistics/spread.js';

interface Reference {
  sets: {
    name: string;
    values: number[];
    mean: number;
    medianAbsoluteDeviation: number;
    quantiles: Record<string, number>;
    ci95?: [number, number];
  }[];
  ratioOfMice: { value: number; ci95: [number, number] };
}
const reference = JSON.parse(
  readFileSync(new URL('../../../fixtures/statistics/reference.json', import.meta.url), 'utf8'),
) as Reference;
const mice = (name: string) => reference.sets.find((set) => set.name === name)?.values ?? [];

describe.each(reference.sets)('of the values "$name"', (set) => {
  it.each(Object.entries(set.quantiles))('the quantile %s is that of NumPy', (share, expected) => {
    expect(quantile(set.values, Number(share))).toBeCloseTo(expected, 10);
  });

  it('mean and median absolute deviation are those of NumPy and SciPy', () => {
    expect(mean(set.values)).toBeCloseTo(set.mean, 10);
    expect(medianAbsoluteDeviation(set.values)).toBeCloseTo(set.medianAbsoluteDeviation, 10);
  });
});

describe('a quantile of values that are counted', () => {
  const values = Float64Array.of(5, 1, 3);
  const counts = [2, 1, 4];

  it.each([0, 0.025, 0.3, 0.5, 0.75, 0.975, 1])('is that of all of them at %d', (share) => {
    expect(quantileOfCounted({ values, counts }, share)).toBeCloseTo(
      quantile([5, 5, 1, 3, 3, 3, 3], share),
      12,
    );
  });

  it('is not given of nothing', () => {
    expect(() => quantileOfCounted({ values: new Float64Array(0), counts: [] }, 0.5)).toThrow(
      RangeError,
    );
  });
});

describe('the interval of a median', () => {
  it.each(reference.sets.filter(({ ci95 }) => ci95 !== undefined))(
    'of "$name" is that of SciPy’s percentile bootstrap, but for what drawing leaves to chance',
    ({ values, ci95 = [0, 0] }) => {
      const found = medianWithInterval(values, { resamples: 100_000 });
      const width = ci95[1] - ci95[0];
      expect(Math.abs(found.ci95[0] - ci95[0])).toBeLessThanOrEqual(0.02 * width);
      expect(Math.abs(found.ci95[1] - ci95[1])).toBeLessThanOrEqual(0.02 * width);
    },
  );

  // The median of a draw lies above the k-th of n values exactly when fewer than half of the draw come from the first k.
  it('has the ends that follow exactly from the binomial distribution', () => {
    const ascending = mice('mice treated').sort((a, b) => a - b);
    const n = ascending.length;
    const atMost = (k: number) => 1 - binomialBelow((n + 1) / 2, n, k / n);
    const end = (share: number) => ascending.find((_, at) => atMost(at + 1) >= share) ?? Number.NaN;
    expect(medianWithInterval(ascending).ci95).toEqual([end(0.025), end(0.975)]);
  });

  it('covers the true one about 95 times in 100', () => {
    const random = randomSource(3);
    let covered = 0;
    for (let trial = 0; trial < 400; trial += 1) {
      const values = Array.from({ length: 31 }, random);
      const { ci95 } = medianWithInterval(values, { resamples: 1000, seed: trial });
      if (ci95[0] <= 0.5 && 0.5 <= ci95[1]) covered += 1;
    }
    // 95 % of 400 is 380; four standard deviations to each side.
    expect(covered).toBeGreaterThanOrEqual(362);
    expect(covered).toBeLessThanOrEqual(397);
  });

  // Two in the middle: each pair of ranks i <= j of a draw of two comes with 1/n^2, or 2/n^2 for i < j.
  it('of two values has the three medians that a draw of two can have, as often as it has them', () => {
    const { ci95 } = medianWithInterval([0, 1], { resamples: 1000 });
    expect(ci95).toEqual([0, 1]);
    const shareBelow = (resamples: number) => {
      let below = 0;
      for (let seed = 0; seed < resamples; seed += 1) {
        if (medianWithInterval([0, 1], { resamples: 1, seed }).ci95[0] === 0) below += 1;
      }
      return below / resamples;
    };
    // A quarter; four standard deviations of 4000 draws are 0.027.
    expect(Math.abs(shareBelow(4000) - 0.25)).toBeLessThan(0.028);
  });

  it('of very many values has the ends that the binomial distribution gives', () => {
    const values = Array.from({ length: 100_000 }, (_, at) => at);
    const { ci95 } = medianWithInterval(values);
    // The ranks of the middle are binomial: 1.96 * sqrt(n) / 2 to each side.
    expect(Math.abs(ci95[0] - (50_000 - 310))).toBeLessThan(25);
    expect(Math.abs(ci95[1] - (50_000 + 310))).toBeLessThan(25);
  });

  it('is the same each time, and another with another seed', () => {
    const values = Array.from({ length: 200 }, randomSource(5));
    expect(medianWithInterval(values)).toEqual(medianWithInterval(values));
    const rough = { resamples: 20 };
    expect(medianWithInterval(values, { ...rough, seed: 2 })).not.toEqual(
      medianWithInterval(values, rough),
    );
  });

  it('does not depend on what else was drawn, nor how long ago', () => {
    const values = Array.from({ length: 60 }, randomSource(5));
    const first = medianWithInterval(values);
    for (let count = 1; count < 20; count += 1) medianWithInterval(values.slice(count));
    expect(medianWithInterval(values)).toEqual(first);
    const doubled = medianWithInterval(values.map((value) => 2 * value));
    expect(doubled.ci95).toEqual(first.ci95.map((end) => 2 * end));
  });

  it('of one value has no width', () => {
    expect(medianWithInterval([4])).toEqual({ value: 4, ci95: [4, 4] });
  });

  it('is not given of nothing', () => {
    expect(() => medianWithInterval([])).toThrow(RangeError);
    expect(() => median([])).toThrow(RangeError);
    expect(() => mean([])).toThrow(RangeError);
  });
});

describe('the ratio of medians', () => {
  it('of mice is that of SciPy’s bootstrap of both sides', () => {
    const { value, ci95 } = reference.ratioOfMice;
    const found = ratioOfMedians(mice('mice treated'), mice('mice untreated'), {
      resamples: 100_000,
    });
    expect(found.value).toBeCloseTo(value, 10);
    expect(Math.abs(found.ci95[0] - ci95[0])).toBeLessThanOrEqual(0.02 * (ci95[1] - ci95[0]));
    expect(Math.abs(found.ci95[1] - ci95[1])).toBeLessThanOrEqual(0.02 * (ci95[1] - ci95[0]));
  });

  it('of constants has no width', () => {
    expect(ratioOfMedians([2, 2, 2], [4, 4])).toEqual({ value: 0.5, ci95: [0.5, 0.5] });
  });
});

describe('the median absolute deviation', () => {
  // The worked example of the encyclopaedia's article on it: around 2 the distances are 1 1 0 0 2 4 7.
  it('of 1 1 2 2 4 6 9 is 1, and not scaled', () => {
    expect(medianAbsoluteDeviation([1, 1, 2, 2, 4, 6, 9])).toBe(1);
  });
});

describe('outliers', () => {
  it('are those far from the median in terms of the typical distance', () => {
    expect(outliers([10, 11, 9, 10.5, 9.5, 10, 30])).toEqual([6]);
    expect(outliers([10, 11, 9, 10.5, 9.5, 10, 12])).toEqual([]);
  });

  it('are found where more than half of the values are equal', () => {
    expect(outliers([...Array.from({ length: 30 }, () => 5), 40])).toEqual([30]);
  });

  it('are none among equal values, and none among two', () => {
    expect(outliers([5, 5, 5, 5])).toEqual([]);
    expect(outliers([1, 1000])).toEqual([]);
  });
});

describe('a shuffled order', () => {
  it('has each item once, is the same for one seed and another for another', () => {
    const items = Array.from({ length: 50 }, (_, at) => at);
    const order = shuffled(items, randomSource(1));
    expect(order.toSorted((a, b) => a - b)).toEqual(items);
    expect(order).toEqual(shuffled(items, randomSource(1)));
    expect(order).not.toEqual(shuffled(items, randomSource(2)));
  });

  it('gives each item each place about equally often', () => {
    const random = randomSource(11);
    const firsts = [0, 0, 0, 0];
    for (let trial = 0; trial < 4000; trial += 1) {
      const first = shuffled([0, 1, 2, 3], random)[0] ?? 0;
      firsts[first] = (firsts[first] ?? 0) + 1;
    }
    // 1000 each; five standard deviations are 137.
    for (const count of firsts) expect(Math.abs(count - 1000)).toBeLessThan(137);
  });
});

/** P(X < most) for X of `n` trials with probability `p`. */
function binomialBelow(most: number, n: number, p: number): number {
  let sum = 0;
  for (let k = 0; k < most; k += 1) sum += choose(n, k) * p ** k * (1 - p) ** (n - k);
  return sum;
}

function choose(n: number, k: number): number {
  return k === 0 ? 1 : (choose(n - 1, k - 1) * n) / k;
}
