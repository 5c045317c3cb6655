import { describe, expect, it } from 'vitest';
import { grownOf } from '../../../src-main/experiments/guests/grown.js';
import { theilSen } from '../../../src-main/experiments/statistics/index.js';

describe('what grow said', () => {
  it('is read line by line, each at the time when its end came', () => {
    const heard = [
      { tMs: 1, text: '512 Ki' },
      { tMs: 2, text: 'B\n1 MiB\n' },
      { tMs: 3, text: 'refused at 1048576 bytes\n' },
    ];
    expect(grownOf(heard)).toEqual({
      steps: [
        { heldBytes: 524_288, tMs: 2 },
        { heldBytes: 1_048_576, tMs: 2 },
      ],
      refusedAtBytes: 1_048_576,
    });
  });

  it('has when it had freed all of it', () => {
    const heard = [
      { tMs: 1, text: '1 MiB\n' },
      { tMs: 5, text: 'freed 1 MiB\n' },
    ];
    expect(grownOf(heard)).toEqual({ steps: [{ heldBytes: 1_048_576, tMs: 1 }], freedAtMs: 5 });
  });

  it('leaves out what is no step, and a line that never ended', () => {
    expect(grownOf([{ tMs: 1, text: 'hello\n3 MiB\n4 M' }]).steps).toEqual([
      { heldBytes: 3 * 1024 ** 2, tMs: 1 },
    ]);
  });
});

describe('a line by Theil and Sen', () => {
  it('goes through points that are on one', () => {
    const points = [0, 1, 2, 5].map((x) => ({ x, y: 3 + 2 * x }));
    expect(theilSen(points)).toEqual({ slope: 2, intercept: 3 });
  });

  it('is not bent by one that stands apart', () => {
    const points = [0, 1, 2, 3, 4, 5, 6].map((x) => ({ x, y: x === 1 ? 500 : 3 + 2 * x }));
    expect(theilSen(points)?.slope).toBeCloseTo(2, 6);
  });

  it('is none of fewer than two places', () => {
    expect(theilSen([{ x: 1, y: 1 }])).toBeUndefined();
    expect(theilSen([1, 2].map((y) => ({ x: 1, y })))).toBeUndefined();
  });
});
