import { describe, expect, it } from 'vitest';
import { measuredEarlier } from '../../../../src-main/experiments/trials/earlier.js';
import { Slept, runTrials } from '../../../../src-main/experiments/trials/run-trials.js';
import type {
  EndedTrial,
  TrialOptions,
  TrialRules,
} from '../../../../src-main/experiments/trials/run-trials.js';

const RULES: TrialRules = {
  ...{ contenders: ['a', 'b', 'c'], runs: 4, warmUps: 1, seed: 3 },
  stop: { kind: 'runs' },
};

/** `b` fails always, `c` sleeps once. */
async function carriedOut(most: number) {
  const ended: EndedTrial<number>[] = [];
  const stop = new AbortController();
  let [runs, ofC] = [0, 0];
  const result = await runTrials<number>(RULES, {
    measure: (contender) => {
      runs += 1;
      if (runs > most) stop.abort();
      if (contender === 'b') return Promise.reject(new Error('no such image'));
      if (contender === 'c' && (ofC += 1) === 2) return Promise.reject(new Slept());
      return Promise.resolve(runs);
    },
    numberOf: (value) => value,
    onEnded: (trial) => {
      ended.push(trial);
      return Promise.resolve();
    },
    signal: stop.signal,
  });
  return { ended, result };
}

function again(trials: readonly EndedTrial[]) {
  const options: Omit<TrialOptions<number>, 'measure' | 'signal'> = { numberOf: (value) => value };
  return runTrials<number>(RULES, { ...options, ...measuredEarlier<number>(trials) });
}

describe('trials of a process that was killed', () => {
  it.each([1, 2, 5, 8, 100])(
    'come to the same values, failures and warnings after %i runs',
    async (most) => {
      const { ended, result } = await carriedOut(most);
      expect(await again(ended)).toEqual({ ...result, isPartial: most < 100 });
    },
  );

  it('are told in the order of all contenders, whatever each came to', async () => {
    const { ended } = await carriedOut(100);
    expect(ended.map(({ sequence }) => sequence)).toEqual(ended.map((_, at) => at + 1));
    const tally = (to: string) => ended.filter(({ came }) => came.to === to).length;
    expect([tally('value'), tally('failure'), tally('slept')]).toEqual([10, 3, 1]);
    expect(ended.filter(({ isWarmUp }) => isWarmUp).map(({ contender }) => contender)).toEqual(
      expect.arrayContaining(['a', 'c']),
    );
  });

  it('hear that each is kept before the next one begins', async () => {
    const events: string[] = [];
    await runTrials<number>(
      { ...RULES, contenders: ['a'], runs: 2 },
      {
        measure: () => {
          events.push('runs');
          return Promise.resolve(1);
        },
        numberOf: (value) => value,
        onEnded: async () => {
          await Promise.resolve();
          await Promise.resolve();
          events.push('kept');
        },
        signal: new AbortController().signal,
      },
    );
    expect(events).toEqual(['runs', 'kept', 'runs', 'kept', 'runs', 'kept']);
  });
});
