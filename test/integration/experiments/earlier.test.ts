import { describe, expect, it } from 'vitest';
import { ExperimentPlanSchema, validate } from '../../../src-main/contract/index.js';
import type { ExperimentPlanInput, ExperimentResult } from '../../../src-main/contract/index.js';
import { fromKept, toKept } from '../../../src-main/experiments/index.js';
import type { EndedTrial } from '../../../src-main/experiments/index.js';
import { resultOfEarlier } from '../../../src-main/lab/experiments/earlier.js';
import type { Ground } from '../../../src-main/lab/experiments/earlier.js';
import { openLab } from '../../bench/lib/lab.js';

const MIB = 1024 ** 2;
const LONG_MS = 300_000;
const runtimes = ['docker:runc', 'v8'];

/** Small, and with what each of them keeps in a way of its own. */
const PLANS: ExperimentPlanInput[] = [
  { experiment: 'startup', runtimes, runs: 3, also: ['new-instance'] },
  { experiment: 'memory', runtimes, runs: 2, toBytes: 8 * MIB, stepBytes: 2 * MIB },
  { experiment: 'speed', runtimes, runs: 2, kernels: ['sha256', 'files'] },
  { experiment: 'density', runtimes, runs: 1, instances: 2, holdBytes: MIB },
  { experiment: 'limits', runtimes, runs: 1 },
  { experiment: 'portability', runtimes, runs: 2 },
];

/** What is of the machine and the moment, and not of the values. */
function saidBy(result: ExperimentResult) {
  const { contenders, ratios, curves, tables, findings, dropped, method } = result;
  return { contenders, ratios, curves, tables, findings, dropped, method };
}

describe('what is kept of the runs of an experiment', () => {
  it.each(PLANS)(
    'is all that its result is made of: $experiment',
    { timeout: LONG_MS },
    async (plan) => {
      const lab = await openLab();
      const trials: string[] = [];
      let ground = '';
      try {
        const one = lab.experiments.start(validate(ExperimentPlanSchema, plan, 'experiment'), {
          status: () => undefined,
          result: () => undefined,
          trial: (_, trial, groundOf) => {
            trials.push(toKept(trial));
            ground = toKept(groundOf());
            return Promise.resolve();
          },
        });
        const result = await one.ended;
        if (result === undefined) throw new Error(one.status.problem?.message);
        expect(result.contenders.length).toBeGreaterThan(1);
        const again = await resultOfEarlier({
          ...{ plan: result.plan, result },
          ground: fromKept(ground) as Ground,
          trials: trials.map((text) => fromKept(text) as EndedTrial),
        });
        expect(saidBy(again)).toEqual(saidBy(result));
      } finally {
        await lab.close();
      }
    },
  );
});
