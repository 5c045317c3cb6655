import { describe, expect, test } from 'vitest';
import { describeHolders, holdLimits } from '../../../../src-main/runtimes/module/limits.js';
import type { Holders } from '../../../../src-main/runtimes/module/limits.js';
import { readModule } from '../../../../src-main/isolation/module/index.js';
import { encodeModule } from '../../../support/wasm/encoder.js';

const HOLDERS: Holders = {
  memory: {
    by: 'engine-flag',
    how: 'by a flag',
    flags: (bytes) => [`--max=${bytes}`],
    unless: ({ memories }) => (memories.length > 1 ? 'there are several memories' : undefined),
  },
  cpus: { none: 'nobody can' },
  pids: { by: 'interface', how: 'no such call' },
  time: { by: 'lab-kill', how: 'the lab ends it' },
  fuel: { none: 'it does not count' },
};
const RUNTIME = { id: 'engine:aot', name: 'Engine aot' };
const ONE_MEMORY = readModule(encodeModule({ memories: [{ min: 1 }] }));
const TWO_MEMORIES = readModule(encodeModule({ memories: [{ min: 1 }, { min: 1 }] }));

const hold = (limits: object, bestEffort = false, profile = ONE_MEMORY) =>
  holdLimits({ limits, bestEffort }, profile, HOLDERS, RUNTIME);

describe('the limits of a run', () => {
  test('are held by whom the runtime says, with the flags for it', () => {
    expect(hold({ memoryBytes: 65_536, pids: 3, timeoutMs: 10 })).toEqual({
      enforcedBy: { memory: 'engine-flag', pids: 'interface', time: 'lab-kill' },
      warnings: [],
      flags: ['--max=65536'],
    });
  });

  test('that nobody holds are refused by name, with what to do', () => {
    expect(() => hold({ fuel: 7 })).toThrow(
      'Engine aot (engine:aot) cannot hold the fuel limit: it does not count.',
    );
  });

  test('that nobody holds are each a doubt with best effort', () => {
    const { enforcedBy, warnings } = hold({ fuel: 7, cpus: 1 }, true);
    expect(enforcedBy).toEqual({ cpus: 'none', fuel: 'none' });
    expect(warnings).toHaveLength(2);
  });

  test('that do not hold for this module are not said to hold', () => {
    expect(() => hold({ memoryBytes: 65_536 }, false, TWO_MEMORIES)).toThrow(/several memories/);
    const { enforcedBy } = hold({ memoryBytes: 65_536 }, true, TWO_MEMORIES);
    expect(enforcedBy).toEqual({ memory: 'none' });
  });

  test('stand in the table of runtimes with how, or none', () => {
    expect(describeHolders(HOLDERS)).toMatchObject({ memory: 'by a flag', cpus: 'none' });
  });
});
