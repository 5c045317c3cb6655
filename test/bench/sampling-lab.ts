import * as v from 'valibot';
import { ComparisonRequestSchema } from '../../src-main/contract/index.js';
import type { RunRequestInput } from '../../src-main/contract/index.js';
import type { RunEvents } from '../../src-main/lab/run/context.js';
import type { Run } from '../../src-main/lab/run/run.js';
import { openLab } from './lib/lab.js';

/**
 * The lab's side of the sampling benchmark, in a process of its own so that its CPU time can be read
 * from outside: so many containers of `grow`, each sampled. Tells its parent the containers' ids,
 * then the number of samples so far whenever asked; ends, and removes them, when told to.
 */
export type FromParent = { ask: 'samples' } | { ask: 'end' };
export type ToParent = { containers: string[] } | { samples: number } | { failed: string };

const LANES_AT_MOST = 12;

async function main(containers: number, periodMs: number): Promise<void> {
  const lab = await openLab();
  let samples = 0;
  const events: RunEvents = {
    changed: () => undefined,
    sampled: () => (samples += 1),
    wrote: () => undefined,
    ended: (_run, { outcome }) => tell({ failed: outcome.reason }),
  };
  const lane: RunRequestInput = {
    runtime: 'docker:runc',
    workload: {
      kind: 'twin',
      ref: 'grow',
      args: ['--to', '8m', '--pace', '0ms', '--hold', '1h'],
    },
    periodMs,
  };
  const runs: Run[] = [];
  for (let left = containers; left > 0; left -= LANES_AT_MOST) {
    const lanes = Array.from({ length: Math.min(left, LANES_AT_MOST) }, () => lane);
    const request = v.parse(ComparisonRequestSchema, { lanes });
    runs.push(...lab.comparisons.start(request, events).runs);
  }
  process.on('message', (message: FromParent) => {
    if (message.ask === 'samples') tell({ samples });
    else void lab.close().then(() => process.exit(0));
  });
  await untilSampled(() => samples >= containers && runs.every((run) => run.status().instance));
  tell({ containers: runs.map((run) => run.status().instance ?? '') });
}

function tell(message: ToParent): void {
  process.send?.(message);
}

async function untilSampled(isReady: () => unknown): Promise<void> {
  while (!isReady()) await new Promise((resolve) => setTimeout(resolve, 50));
}

main(Number(process.argv[2]), Number(process.argv[3])).catch((error: unknown) => {
  tell({ failed: String(error) });
});
