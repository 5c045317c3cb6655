import { RunRequestSchema, validate } from '../contract/index.js';
import type { RunOne } from '../experiments/conformance/index.js';
import type { Comparisons } from './comparisons.js';
import type { Run } from './run/run.js';
import type { RunEvents } from './run/context.js';

/** Longer than any text that is waited for. */
const MOST_TAIL = 4096;
const nothing = (): void => undefined;

/** One run at a time for an experiment, through the very same path as every other run. */
export function runOneWith(comparisons: Comparisons): RunOne {
  return async (request, { stopAt } = {}) => {
    const lane = validate(RunRequestSchema, request, 'run');
    const comparison = comparisons.start({ lanes: [lane] }, stopper(comparisons, stopAt));
    const [run] = comparison.runs;
    const [record] = await comparison.ended;
    if (run === undefined || record === undefined) throw new Error('a comparison without a run');
    const left = leftOf(run);
    return { record, ...(left === undefined ? {} : { left }) };
  };
}

/** Stops a run as soon as it has written the text. */
function stopper(comparisons: Comparisons, stopAt: string | undefined): RunEvents | undefined {
  if (stopAt === undefined) return undefined;
  let tail = '';
  return {
    changed: nothing,
    sampled: nothing,
    ended: nothing,
    wrote: ({ id }, stream, chunk) => {
      if (stream !== 'stdout') return;
      tail = (tail + Buffer.from(chunk).toString('latin1')).slice(-MOST_TAIL);
      if (tail.includes(stopAt)) void comparisons.findRun(id)?.stop();
    },
  };
}

/** A Wasm guest's process that is still there; a container's end is the engine's word. */
function leftOf(run: Run): string | undefined {
  const { kind, instance } = run.status();
  const pid = Number(instance);
  if (kind !== 'wasm' || !Number.isSafeInteger(pid) || pid <= 0) return undefined;
  try {
    process.kill(pid, 0);
    return `the process ${pid}`;
  } catch {
    return undefined;
  }
}
