import { describe, expect, it } from 'vitest';
import { ExperimentPlanSchema, asksTheSame, validate } from '../../../src-main/contract/index.js';
import type { ExperimentPlanInput } from '../../../src-main/contract/index.js';

const plan = (input: ExperimentPlanInput) => validate(ExperimentPlanSchema, input, 'plan');
const memory = plan({ experiment: 'memory', runtimes: ['v8'] });

describe('two plans ask the same', () => {
  it('whoever was asked, how often and in which order', () => {
    const other = { runs: 5, warmUps: 0, seed: 9, stop: { kind: 'time', ms: 50 } } as const;
    const runtimes = ['wazero', 'v8'];
    expect(asksTheSame(memory, plan({ experiment: 'memory', runtimes, ...other }))).toBe(true);
  });

  it('whatever the order of their words', () => {
    const limits = plan({ ...memory, limits: { memoryBytes: 4096, cpus: 1 } });
    expect(asksTheSame(limits, plan({ ...memory, limits: { cpus: 1, memoryBytes: 4096 } }))).toBe(
      true,
    );
  });

  it('not where the guest did something else, or under other limits', () => {
    expect(
      asksTheSame(
        memory,
        plan({ experiment: 'memory', runtimes: ['v8'], toBytes: 64 * 1024 ** 2 }),
      ),
    ).toBe(false);
    expect(asksTheSame(memory, plan({ ...memory, limits: { cpus: 1 } }))).toBe(false);
    const startup = plan({ experiment: 'startup', runtimes: ['v8'] });
    expect(asksTheSame(memory, startup)).toBe(false);
  });
});
