import { describe, expect, it } from 'vitest';
import { Gate } from '../../../../src-main/experiments/trials/gate.js';
import { runTrials } from '../../../../src-main/experiments/trials/run-trials.js';
import type {
  TrialOptions,
  TrialProgress,
  TrialRules,
} from '../../../../src-main/experiments/trials/run-trials.js';

const RULES: TrialRules = {
  contenders: ['a', 'b', 'c'],
  runs: 4,
  warmUps: 1,
  seed: 1,
  stop: { kind: 'runs' },
};

/** Numbers the runs, and writes down their order. */
function numbered(more: Partial<TrialOptions<number>> = {}) {
  const order: string[] = [];
  const options: TrialOptions<number> = {
    measure: (contender) => {
      order.push(contender);
      return Promise.resolve(order.length);
    },
    numberOf: (value) => value,
    signal: new AbortController().signal,
    ...more,
  };
  return { order, options };
}

describe('trials', () => {
  it('run each contender once in every block, in an order of the seed', async () => {
    const first = numbered();
    await runTrials(RULES, first.options);
    const inBlocks = Array.from({ length: 5 }, (_, at) => first.order.slice(3 * at, 3 * at + 3));
    expect(inBlocks.map((block) => block.toSorted())).toEqual(
      Array.from({ length: 5 }, () => ['a', 'b', 'c']),
    );
    const again = numbered();
    await runTrials(RULES, again.options);
    expect(again.order).toEqual(first.order);
    const other = numbered();
    await runTrials({ ...RULES, seed: 2 }, other.options);
    expect(other.order).not.toEqual(first.order);
  });

  it('run a contender in every third block only, once it is warm, where that is asked for', async () => {
    const { order, options } = numbered();
    const totals: number[] = [];
    const { values } = await runTrials(
      { ...RULES, runs: 7, every: new Map([['c', 3]]) },
      { ...options, onTrial: (_trial, { total }) => totals.push(total) },
    );
    expect(values.get('a')).toHaveLength(7);
    expect(values.get('c')).toHaveLength(3);
    // A block of warm-ups; then c is in the first, fourth and seventh of seven.
    const sizes = [3, 3, 2, 2, 3, 2, 2, 3];
    const firsts = sizes.map((_, block) =>
      sizes.slice(0, block).reduce((sum, one) => sum + one, 0),
    );
    const inBlocks = firsts.map((first, block) => order.slice(first, first + (sizes[block] ?? 0)));
    const both = ['a', 'b'];
    expect(inBlocks.map((block) => block.toSorted())).toEqual(
      sizes.map((size) => (size === 3 ? [...both, 'c'] : both)),
    );
    expect(new Set(totals)).toEqual(new Set([8 + 8 + 4]));
  });

  it('do not count warm-ups, and keep every value that counts', async () => {
    const { order, options } = numbered();
    const { values, isPartial } = await runTrials({ ...RULES, warmUps: 2 }, options);
    expect(order).toHaveLength(18);
    for (const id of RULES.contenders) {
      const all = order.flatMap((one, at) => (one === id ? [at + 1] : []));
      expect(values.get(id)).toEqual(all.slice(2));
    }
    expect(isPartial).toBe(false);
  });

  it('tell of each value the how manieth run of all it was, failures and warm-ups among them', async () => {
    let nth = 0;
    const { options } = numbered({
      measure: () => {
        nth += 1;
        return nth === 5 ? Promise.reject(new Error('no')) : Promise.resolve(nth);
      },
    });
    const heard: number[] = [];
    options.onTrial = (trial) => {
      if (trial !== undefined && !trial.isWarmUp) heard.push(trial.nth);
    };
    const { values, order } = await runTrials(RULES, options);
    // Each run gives its own number.
    expect(order).toEqual(values);
    expect(heard).toEqual([...values.values()].flat().sort((one, other) => one - other));
    expect(heard).not.toContain(5);
  });

  it('drop a contender that fails three times in a row, with its reason, and go on with the rest', async () => {
    const { order, options } = numbered({
      measure: (contender) =>
        contender === 'b' ? Promise.reject(new Error('no such image')) : Promise.resolve(1),
    });
    const { values, dropped, failures } = await runTrials(RULES, options);
    expect(order).toEqual([]);
    expect(values.get('a')).toHaveLength(4);
    expect(values.get('c')).toHaveLength(4);
    expect(dropped).toEqual([
      expect.objectContaining({
        runtime: 'b',
        why: 'It failed 3 times in a row, last: no such image',
      }),
    ]);
    expect(failures.get('b')?.map(({ run }) => run)).toEqual([1, 2, 3]);
  });

  it('keep a contender that fails now and then, and run it until it has its values', async () => {
    let asked = 0;
    const { options } = numbered({
      measure: (contender) => {
        if (contender === 'a') asked += 1;
        return contender === 'a' && asked % 3 === 2
          ? Promise.reject(new Error('busy'))
          : Promise.resolve(1);
      },
    });
    const { values, failures, dropped } = await runTrials(RULES, options);
    expect(values.get('a')).toHaveLength(4);
    expect(failures.get('a')?.map(({ run }) => run)).toEqual([2, 5]);
    expect(dropped).toEqual([]);
  });

  it('that are stopped keep what was measured, without the run that was cut short', async () => {
    const stop = new AbortController();
    const { order, options } = numbered({ signal: stop.signal });
    const { measure } = options;
    options.measure = async (contender) => {
      const value = await measure(contender);
      if (value === 8) stop.abort();
      return value;
    };
    const { values, isPartial } = await runTrials(RULES, options);
    expect(order).toHaveLength(8);
    expect([...values.values()].flat().toSorted()).toEqual([4, 5, 6, 7]);
    expect(isPartial).toBe(true);
  });

  it('wait while they are paused, after the run under way, and go on after', async () => {
    const gate = new Gate();
    const { order, options } = numbered({ gate });
    const { measure } = options;
    options.measure = async (contender) => {
      const value = await measure(contender);
      if (value === 2) {
        gate.shut();
        setTimeout(() => {
          order.push('opened');
          gate.open();
        }, 5);
      }
      return value;
    };
    await runTrials(RULES, options);
    expect(order[2]).toBe('opened');
    expect(order).toHaveLength(16);
  });

  it('can be stopped while they are paused', async () => {
    const gate = new Gate();
    gate.shut();
    const stop = new AbortController();
    const { order, options } = numbered({ gate, signal: stop.signal });
    const ended = runTrials(RULES, options);
    stop.abort();
    expect((await ended).isPartial).toBe(true);
    expect(order).toEqual([]);
  });

  it('end when the interval of each median is narrow enough, each contender by itself', async () => {
    let turn = 0;
    const { options } = numbered({
      measure: (contender) => {
        turn += 1;
        return Promise.resolve(contender === 'a' ? 100 : 100 + 60 * (turn % 7));
      },
    });
    const { values } = await runTrials(
      { ...RULES, runs: 40, stop: { kind: 'interval', relativeWidth: 0.02 } },
      options,
    );
    expect(values.get('a')).toHaveLength(10);
    expect(values.get('b')).toHaveLength(40);
  });

  it('end when their time is over', async () => {
    let nowMs = 0;
    const { options } = numbered({
      nowMs: () => nowMs,
      measure: () => {
        nowMs += 10;
        return Promise.resolve(1);
      },
    });
    const { values } = await runTrials(
      { ...RULES, runs: 1000, warmUps: 0, stop: { kind: 'time', ms: 95 } },
      options,
    );
    // Four blocks of three: the last one begins before the time is over.
    expect([...values.values()].map(({ length }) => length)).toEqual([4, 4, 4]);
  });

  it('tell how far they are and how long the rest takes, at the pace of each contender', async () => {
    let nowMs = 0;
    const told: TrialProgress[] = [];
    const { options } = numbered({
      nowMs: () => nowMs,
      measure: (contender) => {
        nowMs += contender === 'a' ? 100 : 10;
        return Promise.resolve(1);
      },
      onTrial: (_, progress) => told.push(progress),
    });
    await runTrials(RULES, options);
    expect(told[0]).toEqual({ done: 0, total: 15, next: expect.any(String) as string });
    // After the first block: four runs of each are left.
    const afterBlock = told.find(({ done, next }) => done === 3 && next !== undefined);
    expect(afterBlock?.remainingMs).toBe(4 * (100 + 10 + 10));
    expect(told.at(-1)).toEqual({ done: 15, total: 15, remainingMs: 0 });
  });
});
