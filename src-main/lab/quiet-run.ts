import { StringDecoder } from 'node:string_decoder';
import { RunRequestSchema, validate } from '../contract/index.js';
import type { RunRecord, RunRequestInput } from '../contract/index.js';
import type { Heard } from '../experiments/index.js';
import { monotonicMs } from '../metrics/index.js';
import type { Comparisons } from './comparisons.js';
import type { RunEvents } from './run/context.js';

interface Ends {
  signal: AbortSignal;
  withinMs?: number;
}

const nothing = (): void => undefined;

/**
 * One run that no window hears of, through the very same path as every other; stopped when the signal aborts. After
 * `withinMs` too: no limit of the run, since an engine that holds a wall time may compile differently for it.
 */
export async function quietRun(
  comparisons: Comparisons,
  request: RunRequestInput,
  ends: Ends,
): Promise<RunRecord> {
  return (await follow(comparisons, request, ends, nothing)).record;
}

/** The same, with when each part of its stdout came. */
export async function heardRun(
  comparisons: Comparisons,
  request: RunRequestInput,
  ends: Ends,
): Promise<{ record: RunRecord; heard: Heard[] }> {
  // By the lab's clock at first: a guest may write before it is known when it was asked for.
  const heard: Heard[] = [];
  const decoder = new StringDecoder('utf8');
  const { record, zeroMs } = await follow(comparisons, request, ends, (_run, stream, chunk) => {
    if (stream !== 'stdout') return;
    heard.push({ tMs: monotonicMs(), text: decoder.write(Buffer.from(chunk)) });
  });
  return { record, heard: heard.map(({ tMs, text }) => ({ tMs: tMs - zeroMs, text })) };
}

/** What is kept of a stdout that is looked at byte by byte. */
const MOST_KEPT_BYTES = 1024 ** 2;

/** The same, with the beginning of its stdout byte for byte. */
export async function keptRun(
  comparisons: Comparisons,
  request: RunRequestInput,
  ends: Ends,
): Promise<{ record: RunRecord; stdout: Uint8Array }> {
  const chunks: Uint8Array[] = [];
  let room = MOST_KEPT_BYTES;
  const { record } = await follow(comparisons, request, ends, (_run, stream, chunk) => {
    if (stream !== 'stdout' || room === 0) return;
    // A copy: the bytes are those of a buffer that is used again.
    const part = Uint8Array.from(chunk.subarray(0, room));
    room -= part.length;
    chunks.push(part);
  });
  return { record, stdout: Buffer.concat(chunks) };
}

async function follow(
  comparisons: Comparisons,
  request: RunRequestInput,
  { signal, withinMs }: Ends,
  wrote: RunEvents['wrote'],
): Promise<{ record: RunRecord; zeroMs: number }> {
  const asked = validate(RunRequestSchema, request, 'run');
  const listener: RunEvents = { changed: nothing, sampled: nothing, ended: nothing, wrote };
  const { run, launched } = comparisons.startQuietly(asked, listener);
  const stop = (): void => void run.stop();
  signal.addEventListener('abort', stop);
  if (signal.aborted) stop();
  const timer = withinMs === undefined ? undefined : setTimeout(stop, withinMs);
  try {
    return { record: await run.ended, zeroMs: await launched };
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
  }
}
