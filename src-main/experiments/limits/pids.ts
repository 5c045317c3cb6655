import { PATIENCE_MS, signed } from './limit-case.js';
import type { LimitCase } from './limit-case.js';

/** Such that a limit nobody holds is seen to be passed. */
const BEYOND = 8;
const REFUSED = /^refused fork-until-refused \S+ fork (\d+)$/m;
const ALLOWED = /^allowed fork-until-refused .*?(\d+)$/m;

export const PIDS: LimitCase = {
  limit: 'pids',
  measure: { id: 'pids', title: 'Processes at once', unit: 'processes' },
  ask: ({ pids }) => ({
    workload: {
      kind: 'twin',
      ref: 'probe',
      args: ['try', 'fork-until-refused', String(pids + BEYOND)],
    },
    limits: { pids, timeoutMs: PATIENCE_MS },
  }),
  see: ({ outcome, stdout }) => {
    const made = REFUSED.exec(stdout)?.[1] ?? ALLOWED.exec(stdout)?.[1];
    if (made === undefined) throw new Error(outcome.reason);
    // The one that made them is a process, too.
    return Number(made) + 1;
  },
  words: (count, { pids }) => ({
    asked: `${String(pids)} processes`,
    seen: `${String(count)} at once`,
    difference: signed(count - pids, String),
  }),
};
