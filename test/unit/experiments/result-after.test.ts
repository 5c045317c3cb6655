import { describe, expect, it } from 'vitest';
import { resultAfter } from '../../../src-main/experiments/results/result-after.js';
import { anExperiment } from '../export/recorded.js';

const { result } = await anExperiment('startup');
if (result === undefined) throw new Error('no result');
const counts = (count: number): number[] => result.contenders.map(() => count);

describe('a recorded result after so many values', () => {
  it('has the first values of each measure, and the figures of these', () => {
    const after = resultAfter(result, counts(3));
    expect(after.contenders).toHaveLength(result.contenders.length);
    for (const [at, { measures, n, median }] of after.contenders.entries()) {
      const raw = result.contenders[at]?.measures[0]?.raw.slice(0, 3) ?? [];
      expect(measures[0]?.raw).toEqual(raw);
      expect(n).toBe(3);
      expect(median).toBe([...raw].sort((one, other) => one - other)[1]);
    }
    expect(after.isPartial).toBe(true);
  });

  it('has the order of these values', () => {
    const contenders = result.contenders.map((one) => ({
      ...one,
      order: one.raw.map((_, at) => at),
    }));
    const after = resultAfter({ ...result, contenders }, counts(3));
    expect(after.contenders.map(({ order }) => order)).toEqual(contenders.map(() => [0, 1, 2]));
  });

  it('leaves out contenders before their first value, and tells ratios of the others', () => {
    const [first, second] = result.contenders;
    const after = resultAfter(
      result,
      result.contenders.map((_, at) => (at < 2 ? 5 : 0)),
    );
    expect(after.contenders.map(({ runtime }) => runtime)).toEqual([
      first?.runtime,
      second?.runtime,
    ]);
    expect(after.ratios).toHaveLength(1);
    expect(after.ratios[0]?.sentence).toMatch(/came out .*x lower than|No difference was found/);
  });

  it('has the recorded medians when all values are there', () => {
    const after = resultAfter(result, counts(100_000));
    expect(after.contenders.map(({ median }) => median)).toEqual(
      result.contenders.map(({ median }) => median),
    );
    expect(after.contenders.map(({ measures }) => measures.map(({ n }) => n))).toEqual(
      result.contenders.map(({ measures }) => measures.map(({ n }) => n)),
    );
  });
});
