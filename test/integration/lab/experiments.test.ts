import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ExperimentPlanSchema, validate } from '../../../src-main/contract/index.js';
import type { ExperimentPlanInput, ExperimentStatus } from '../../../src-main/contract/index.js';
import type { Lab } from '../../../src-main/lab/lab.js';
import { openLab } from '../../bench/lib/lab.js';

let lab: Lab;
beforeEach(async () => {
  lab = await openLab();
});
afterEach(() => lab.close());

const plan = (more: Partial<ExperimentPlanInput> = {}) =>
  validate(
    ExperimentPlanSchema,
    { experiment: 'startup', runtimes: ['v8'], runs: 2, warmUps: 0, ...more },
    'experiment',
  );

describe('experiments', () => {
  it('asked for at once run one after the other', async () => {
    const states: string[] = [];
    const listener = {
      status: ({ id, state }: ExperimentStatus) => states.push(`${id} ${state}`),
      result: () => undefined,
    };
    const first = lab.experiments.start(plan(), listener);
    const second = lab.experiments.start(plan(), listener);
    expect(second.status.state).toBe('waiting');
    await second.ended;
    expect(first.status.state).toBe('ended');
    const at = ({ status }: { status: ExperimentStatus }, state: string) =>
      states.indexOf(`${status.id} ${state}`);
    expect(at(first, 'ended')).toBeLessThan(at(second, 'running'));
  });

  it('that waits can be taken back, and the next one runs', async () => {
    const first = lab.experiments.start(plan());
    const second = lab.experiments.start(plan());
    const third = lab.experiments.start(plan());
    expect(second.stop()).toBe(true);
    expect(second.status.state).toBe('ended');
    expect((await third.ended)?.contenders[0]?.n).toBe(2);
    expect((await first.ended)?.contenders[0]?.n).toBe(2);
    expect(await second.ended).toBeUndefined();
  });

  it('that is paused waits, and goes on to its end when resumed', async () => {
    const states: string[] = [];
    const one = lab.experiments.start(plan({ runs: 4 }), {
      status: ({ state }) => {
        states.push(state);
        if (states.length === 1) one.pause();
        if (states.length === 2) setImmediate(() => one.resume());
      },
      result: () => undefined,
    });
    expect((await one.ended)?.contenders[0]?.n).toBe(4);
    const changes = states.filter((state, at) => state !== states[at - 1]);
    expect(changes).toEqual(['running', 'paused', 'running', 'ended']);
    expect(() => one.pause()).toThrow('This experiment has ended.');
  });

  it('with a runtime that is not known ends with the reason', async () => {
    const one = lab.experiments.start(plan({ runtimes: ['nothing'] }));
    expect(await one.ended).toBeUndefined();
    expect(one.status).toMatchObject({ state: 'ended', problem: { code: 'unknown-runtime' } });
  });

  it('do not show their runs among those of the Lab', async () => {
    await lab.experiments.start(plan()).ended;
    expect(lab.comparisons.visible()).toEqual([]);
  });

  it('end with the lab, and keep what was measured', async () => {
    const one = lab.experiments.start(plan({ runs: 100_000 }), {
      status: () => undefined,
      result: () => void lab.close(),
    });
    expect(await one.ended).toMatchObject({ isPartial: true });
  });
});
