import { StringDecoder } from 'node:string_decoder';
import { RunRequestSchema, validate } from '../contract/index.js';
import type { RunRequestInput } from '../contract/index.js';
import type { Held } from '../experiments/index.js';
import { monotonicMs } from '../metrics/index.js';
import type { Comparisons } from './comparisons.js';

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
  const line = new FirstLine();
  const { run, launched } = comparisons.startQuietly(asked, {
    changed: nothing,
    sampled: nothing,
    ended: nothing,
    wrote: (_run, stream, chunk) => {
      if (stream === 'stdout') line.add(chunk);
    },
  });
  const stop = (): void => void run.stop();
  signal.addEventListener('abort', stop);
  if (signal.aborted) stop();
  try {
    const said = await Promise.race([line.come, run.ended.then(() => undefined)]);
    const requestAtMs = await launched;
    if (said === undefined) throw new Error((await run.ended).outcome.reason);
    return {
      said: said.text,
      startMs: said.atMs - requestAtMs,
      ...instanceOf(run.status().instance),
      ended: run.ended,
      release: async () => {
        await run.stop();
        return await run.ended;
      },
    };
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

function instanceOf(instance: string | undefined): Pick<Held, 'instance'> {
  return instance === undefined ? {} : { instance };
}

/** When it came, by the lab's clock, and without its end. */
class FirstLine {
  readonly come: Promise<{ text: string; atMs: number }>;
  #comes!: (line: { text: string; atMs: number }) => void;
  readonly #decoder = new StringDecoder('utf8');
  #text = '';

  constructor() {
    this.come = new Promise((resolve) => (this.#comes = resolve));
  }

  add(chunk: Uint8Array): void {
    const atMs = monotonicMs();
    if (this.#text.includes('\n')) return;
    this.#text += this.#decoder.write(Buffer.from(chunk));
    const end = this.#text.indexOf('\n');
    if (end >= 0) this.#comes({ text: this.#text.slice(0, end), atMs });
  }
}
