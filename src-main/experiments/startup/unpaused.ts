import type { ExperimentContext } from '../experiment.js';
import type { Start } from './start.js';

/** It writes a line each time, and takes a byte for it: for longer than any run lasts. */
const WRITES_ON = {
  kind: 'twin' as const,
  ref: 'grow',
  args: ['--to', '1GiB', '--step', '1', '--pace', '2ms'],
};

type Context = Pick<ExperimentContext<'startup'>, 'plan' | 'hold' | 'signal'>;

/** A container of its own that is paused, until it goes on. Rejects with why it did not; nothing of it is left in any case. */
export async function unpaused(
  runtime: string,
  { plan: { limits, grants }, hold, signal }: Context,
): Promise<Start> {
  const held = await hold(
    {
      ...{ runtime, workload: WRITES_ON, limits, unsampled: true },
      ...(grants === undefined ? {} : { grants }),
    },
    signal,
  );
  const release = (): void => void held.release();
  signal.addEventListener('abort', release);
  try {
    await held.pause();
    return { totalMs: await held.unpause(), phases: [] };
  } finally {
    signal.removeEventListener('abort', release);
    await held.release();
  }
}
