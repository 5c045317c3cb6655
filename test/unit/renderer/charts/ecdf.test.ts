import { describe, expect, it } from 'vitest';
import { ecdfPoints } from '../../../../src-renderer/charts/ecdf.js';

describe('the empirical distribution function', () => {
  it('rises by one share at each value, in order', () => {
    expect(ecdfPoints([3, 1, 4, 2])).toEqual([
      { x: 1, share: 0.25 },
      { x: 2, share: 0.5 },
      { x: 3, share: 0.75 },
      { x: 4, share: 1 },
    ]);
  });

  it('has one step for values that are equal', () => {
    expect(ecdfPoints([2, 1, 2, 2])).toEqual([
      { x: 1, share: 0.25 },
      { x: 2, share: 1 },
    ]);
  });

  it('keeps exact steps of many values, the first and the last among them', () => {
    const values = Array.from({ length: 10_000 }, (_, at) => ((at * 7919) % 10_000) + 1);
    const points = ecdfPoints(values, 100);
    expect(points).toHaveLength(100);
    expect(points[0]).toEqual({ x: 1, share: 1 / 10_000 });
    expect(points[99]).toEqual({ x: 10_000, share: 1 });
    expect(points.every(({ x, share }) => share === x / 10_000)).toBe(true);
  });

  it('is empty without values, and one step with a single one', () => {
    expect(ecdfPoints([])).toEqual([]);
    expect(ecdfPoints([5])).toEqual([{ x: 5, share: 1 }]);
  });

  it('leaves the values as they were given', () => {
    const values = [3, 1, 2];
    ecdfPoints(values);
    expect(values).toEqual([3, 1, 2]);
  });
});
