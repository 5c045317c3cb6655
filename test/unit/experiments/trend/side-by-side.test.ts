import { describe, expect, it } from 'vitest';
import type { RecordedExperiment } from '../../../../src-main/contract/index.js';
import { sideBySide } from '../../../../src-main/experiments/trend/index.js';
import { anExperiment } from '../../export/recorded.js';

const startup = await anExperiment('startup');

/** The same, so many times as slow, under another id. */
function times(factor: number, id: string): RecordedExperiment {
  const copy = structuredClone(startup);
  copy.entry.id = id;
  for (const { measures } of copy.result?.contenders ?? []) {
    for (const measure of measures) measure.raw = measure.raw.map((value) => value * factor);
  }
  return copy;
}

describe('results side by side', () => {
  it('tell of each contender how many times the first it took, with an interval', () => {
    const { ratios, measure } = sideBySide(
      [startup, times(2, 'e-slow'), times(1, 'e-same')],
      undefined,
    );
    expect(measure).toBe(startup.result?.contenders[0]?.measures[0]?.id);
    const count = startup.result?.contenders.length ?? 0;
    expect(ratios).toHaveLength(2 * count);
    for (const { id, value, ci95, differs } of ratios) {
      expect(value).toBeCloseTo(id === 'e-slow' ? 2 : 1, 6);
      expect(ci95[0]).toBeLessThanOrEqual(value);
      expect(ci95[1]).toBeGreaterThanOrEqual(value);
      expect(differs).toBe(id === 'e-slow');
    }
  });

  it('say whether the plans asked the same, and what else is otherwise', () => {
    const other = times(1, 'e-other');
    if (other.result === undefined) throw new Error('no result');
    other.result.plan = { ...other.result.plan, limits: { memoryBytes: 1024 ** 2 }, seed: 7 };
    other.result.environment.kernel = '99.0';
    const [told] = sideBySide([startup, other], undefined).others;
    expect(told).toMatchObject({ id: 'e-other', asksTheSame: false });
    expect(told?.changes).toMatchObject([{ what: 'kernel', to: '99.0' }]);
  });

  it('are compared by the measure that is asked for', () => {
    const id = startup.result?.contenders[0]?.measures[1]?.id;
    expect(sideBySide([startup, times(2, 'e-2')], id).measure).toBe(id);
  });

  it('refuse experiments of different kinds, and those without a result', async () => {
    const memory = await anExperiment('memory');
    expect(() => sideBySide([startup, memory], undefined)).toThrow('of different kinds');
    const none = { ...startup, result: undefined } as unknown as RecordedExperiment;
    expect(() => sideBySide([startup, none], undefined)).toThrow('came to no result');
  });
});
