import { describe, expect, it } from 'vitest';
import { ExperimentPlanSchema, LabError, validate } from '../../../src-main/contract/index.js';

const startup = (more: object) => ({ experiment: 'startup', runtimes: ['v8'], ...more });

function refusal(plan: object): LabError {
  try {
    validate(ExperimentPlanSchema, plan, 'experiment');
  } catch (thrown) {
    return thrown as LabError;
  }
  throw new Error('it was taken');
}

describe('an absurd plan', () => {
  it.each([
    ['a milliard runs', startup({ runs: 1e9 }), 'runs'],
    ['no run', startup({ runs: 0 }), 'runs'],
    ['half a run', startup({ runs: 1.5 }), 'runs'],
    ['as many runs as there are not', startup({ runs: Number.NaN }), 'runs'],
    ['fewer than no warm-ups', startup({ warmUps: -1 }), 'warmUps'],
    ['no contender', startup({ runtimes: [] }), 'runtimes'],
    [
      'more contenders than there are',
      startup({ runtimes: Array.from({ length: 49 }, () => 'v8') }),
      'runtimes',
    ],
    ['one contender twice', startup({ runtimes: ['v8', 'v8'] }), 'each contender once'],
    ['no memory', startup({ limits: { memoryBytes: 0 } }), 'limits.memoryBytes'],
    ['no core', startup({ limits: { cpus: 0 } }), 'limits.cpus'],
    ['no process', startup({ limits: { pids: 0 } }), 'limits.pids'],
    ['no time', startup({ limits: { timeoutMs: 0 } }), 'limits.timeoutMs'],
    ['no fuel', startup({ limits: { fuel: 0 } }), 'limits.fuel'],
    [
      'an interval without a width',
      startup({ stop: { kind: 'interval', relativeWidth: 0 } }),
      'stop.relativeWidth',
    ],
    ['a year of measuring', startup({ stop: { kind: 'time', ms: 365 * 86_400_000 } }), 'stop.ms'],
    ['what is not asked for', startup({ speed: 'fast' }), 'speed'],
    [
      'a million steps',
      { experiment: 'memory', runtimes: ['v8'], toBytes: 1e6, stepBytes: 1 },
      'experiment does not fit: a step of at least',
    ],
    ['no experiment', { experiment: 'magic', runtimes: ['v8'] }, 'experiment'],
  ])('with %s is refused, and the reason names the field', (_, plan, field) => {
    const { code, message, hint } = refusal(plan);
    expect(code).toBe('bad-request');
    expect(`${message} ${hint}`).toContain(field);
  });

  it('is told apart from one that is only large', () => {
    const plan = validate(ExperimentPlanSchema, startup({ runs: 100_000 }), 'experiment');
    expect(plan.runs).toBe(100_000);
  });
});
