import { formatBytes } from '../../contract/index.js';
import { grownOf } from '../guests/grown.js';
import { PATIENCE_MS, signed } from './limit-case.js';
import type { LimitCase } from './limit-case.js';

/** How finely it is seen where the guest was stopped. */
const STEP_BYTES = 256 * 1024;
/** Such that a limit nobody holds is seen to be passed. */
const BEYOND = 2;
const SELDOM_MS = 1000;

export const MEMORY: LimitCase = {
  limit: 'memory',
  measure: { id: 'memory-left', title: 'Memory limit less what the guest held', unit: 'B' },
  ask: ({ memoryBytes }) => ({
    workload: {
      kind: 'twin',
      ref: 'grow',
      args: [
        ...['--to', String(BEYOND * memoryBytes), '--step', String(STEP_BYTES)],
        ...['--pace', '0ms'],
      ],
    },
    limits: { memoryBytes, timeoutMs: PATIENCE_MS },
    periodMs: SELDOM_MS,
  }),
  see: ({ outcome }, heard, { memoryBytes }) => {
    const isTelling = ['memory-refused', 'oom-killed', 'exited'].includes(outcome.kind);
    const { steps, refusedAtBytes } = grownOf(heard);
    const heldBytes = refusedAtBytes ?? steps.at(-1)?.heldBytes;
    if (!isTelling || heldBytes === undefined) throw new Error(outcome.reason);
    return memoryBytes - heldBytes;
  },
  words: (leftBytes, { memoryBytes }) => ({
    asked: formatBytes(memoryBytes),
    seen: `the guest held ${formatBytes(memoryBytes - leftBytes)}`,
    difference: signed(-leftBytes, formatBytes),
  }),
};
