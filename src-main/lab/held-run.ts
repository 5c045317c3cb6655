import { RunRequestSchema, validate } from '../contract/index.js';
import type { RunRequestInput } from '../contract/index.js';
import type { Held } from '../experiments/index.js';
import { monotonicMs } from '../metrics/index.js';
import type { Comparisons } from './comparisons.js';
import { HeardOutput } from './heard-output.js';
import type { Run } from './run/run.js';

const nothing = (): void => undefined;

/**
 * One run that no window hears of, until its guest has written its first line: then it is held, and goes on until it
 * is released. Throws an Error with what became of it when it ended before; aborted before, it is stopped. Once held
 * it is its holder's to end, and the lab's at the latest, when that closes.
 */
export async function heldRun(
  comparisons: Comparisons,
  request: RunRequestInput,
  signal: AbortSignal,
): Promise<Held> {
  const asked = validate(RunRequestSchema, request, 'run');
  const output = new HeardOutput();
  const { run, launched } = comparisons.startQuietly(asked, {
    changed: nothing,
    sampled: nothing,
    ended: nothing,
    wrote: (_run, stream, chunk) => {
      if (stream === 'stdout') output.add(chunk);
    },
  });
  const stop = (): void => void run.stop();
  signal.addEventListener('abort', stop);
  if (signal.aborted) stop();
  try {
    const said = await Promise.race([output.firstLine, run.ended.then(() => undefined)]);
    const zeroMs = await launched;
    if (said === undefined) throw new Error((await run.ended).outcome.reason);
    return {
      said: said.text,
      startMs: said.atMs - zeroMs,
      ...instanceOf(run.status().instance),
      ended: run.ended,
      pause: async () => {
        await run.freeze('pause');
        await output.silence();
      },
      unpause: () => heardAgain(run, output),
      release: async () => {
        await run.stop();
        return await run.ended;
      },
    };
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

async function heardAgain(run: Run, output: HeardOutput): Promise<number> {
  const next = output.next();
  const askedMs = monotonicMs();
  await run.freeze('unpause');
  const atMs = await Promise.race([next, run.ended.then(({ outcome }) => outcome.reason)]);
  if (typeof atMs === 'string') throw new Error(atMs);
  return atMs - askedMs;
}

function instanceOf(instance: string | undefined): Pick<Held, 'instance'> {
  return instance === undefined ? {} : { instance };
}
