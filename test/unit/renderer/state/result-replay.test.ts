import { describe, expect, it, vi } from 'vitest';
import type { ExperimentResult } from '../../../../src-main/contract/index.js';
import { ResultReplay } from '../../../../src-renderer/state/result-replay.svelte.js';
import { countsAt, resultSteps } from '../../../../src-renderer/state/result-steps.js';
import { aStartup } from '../../../support/fake-records.js';

function startup(...raws: number[][]): ExperimentResult {
  const { result } = aStartup(0);
  if (result === undefined) throw new Error('no result');
  const contenders = result.contenders.slice(0, raws.length).map((contender, at) => ({
    ...contender,
    raw: raws[at] ?? [],
  }));
  return { ...result, contenders, durationMs: 1000 };
}

describe('the steps of a recorded result', () => {
  it('go from contender to contender, and each takes its part of the whole time', () => {
    const steps = resultSteps(startup([300, 100], [50, 50]));
    expect(steps).toEqual([
      { of: 0, atMs: 600 },
      { of: 1, atMs: 700 },
      { of: 0, atMs: 900 },
      { of: 1, atMs: 1000 },
    ]);
    expect(countsAt(steps, 2, 0)).toEqual([0, 0]);
    expect(countsAt(steps, 2, 750)).toEqual([1, 1]);
    expect(countsAt(steps, 2, 1000)).toEqual([2, 2]);
  });

  it('go in the order that was recorded', () => {
    const result = startup([300, 100], [50, 50]);
    const orders = [
      [3, 6],
      [4, 5],
    ];
    const contenders = result.contenders.map((one, at) => ({ ...one, order: orders[at] ?? [] }));
    expect(resultSteps({ ...result, contenders }).map(({ of }) => of)).toEqual([0, 1, 1, 0]);
  });

  it('go in turns where the order of one is not known', () => {
    const result = startup([300, 100], [50, 50]);
    const [first, ...others] = result.contenders;
    if (first === undefined) throw new Error('no contender');
    const contenders = [{ ...first, order: [1] }, ...others];
    expect(resultSteps({ ...result, contenders }).map(({ of }) => of)).toEqual([0, 1, 0, 1]);
  });

  it('go on with the others where one had enough', () => {
    const steps = resultSteps(startup([10], [10, 10, 10]));
    expect(steps.map(({ of }) => of)).toEqual([0, 1, 1, 1]);
  });
});

describe('the replay of a recorded result', () => {
  const result = startup([300, 100], [50, 50]);

  it('stands at its end, as it was recorded, until it is played', () => {
    const replay = new ResultReplay(result, () => Promise.resolve(undefined));
    expect(replay.shown).toBe(result);
    expect(replay.isOver).toBe(true);
  });

  it('asks for the figures of one moment at a time, and of moments passed meanwhile for the newest only', async () => {
    const asked: number[][] = [];
    let answer: (found: ExperimentResult) => void = () => undefined;
    const replay = new ResultReplay(result, (counts) => {
      asked.push(counts);
      return new Promise((resolve) => (answer = resolve));
    });
    replay.seek(650);
    replay.seek(750);
    replay.seek(950);
    expect(asked).toEqual([[1, 0]]);
    const first = { ...result, durationMs: 1 };
    answer(first);
    await vi.waitFor(() =>
      expect(asked).toEqual([
        [1, 0],
        [2, 1],
      ]),
    );
    expect(replay.shown).toBe(first);
  });

  it('at its end shows what was recorded, whatever is still on its way', async () => {
    let answer: (found: ExperimentResult) => void = () => undefined;
    const replay = new ResultReplay(result, () => new Promise((resolve) => (answer = resolve)));
    replay.seek(650);
    replay.seek(1000);
    answer({ ...result, durationMs: 1 });
    await Promise.resolve();
    await Promise.resolve();
    expect(replay.shown).toBe(result);
  });

  it('stops where a moment cannot be read', async () => {
    const replay = new ResultReplay(result, () => Promise.resolve(undefined));
    replay.isPlaying = true;
    replay.seek(650);
    await vi.waitFor(() => expect(replay.isPlaying).toBe(false));
  });
});
