import { StringDecoder } from 'node:string_decoder';
import type { PushListener, Pushes, Sample } from '../contract/index.js';
import type { ObservedRun, RunEvents } from './run/context.js';

const PERIOD_MS = 100;
/** Of one stream in one push; a window shows no more than this anyway. */
const MOST_TEXT = 64 * 1024;

type Stream = 'stdout' | 'stderr';
type OutputPush = Pushes['runs.output'][number];

/** Gathers what runs report and pushes it at most ten times a second, whatever their number. */
export class PushBatcher implements RunEvents {
  readonly #changed = new Set<ObservedRun>();
  readonly #samples = new Map<string, Sample[]>();
  readonly #output = new Map<string, OutputPush>();
  readonly #decoders = new Map<string, StringDecoder>();
  #timer: NodeJS.Timeout | undefined;

  constructor(private readonly push: PushListener) {}

  changed(run: ObservedRun): void {
    this.#changed.add(run);
    this.#arm();
  }

  sampled(run: ObservedRun, sample: Sample): void {
    const batch = this.#samples.get(run.id);
    if (batch === undefined) this.#samples.set(run.id, [sample]);
    else batch.push(sample);
    this.#arm();
  }

  wrote(run: ObservedRun, stream: Stream, chunk: Uint8Array): void {
    const key = `${run.id} ${stream}`;
    let decoder = this.#decoders.get(key);
    if (decoder === undefined) this.#decoders.set(key, (decoder = new StringDecoder('utf8')));
    const kept = chunk.byteLength > MOST_TEXT ? chunk.subarray(-MOST_TEXT) : chunk;
    const entry = this.#output.get(key) ?? { runId: run.id, stream, text: '', skippedBytes: 0 };
    entry.text += decoder.write(Buffer.from(kept.buffer, kept.byteOffset, kept.byteLength));
    entry.skippedBytes += chunk.byteLength - kept.byteLength;
    if (entry.text.length > MOST_TEXT) {
      const cut = entry.text.length - MOST_TEXT;
      entry.skippedBytes += Buffer.byteLength(entry.text.slice(0, cut));
      entry.text = entry.text.slice(cut);
    }
    this.#output.set(key, entry);
    this.#arm();
  }

  ended(run: ObservedRun, record: Pushes['runs.ended']): void {
    this.flush();
    this.#decoders.delete(`${run.id} stdout`);
    this.#decoders.delete(`${run.id} stderr`);
    this.push('runs.ended', record);
  }

  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    for (const run of this.#changed) this.push('runs.status', run.status());
    this.#changed.clear();
    if (this.#samples.size > 0) {
      this.push(
        'runs.samples',
        [...this.#samples].map(([runId, samples]) => ({ runId, samples })),
      );
      this.#samples.clear();
    }
    if (this.#output.size > 0) {
      this.push('runs.output', [...this.#output.values()]);
      this.#output.clear();
    }
  }

  #arm(): void {
    this.#timer ??= setTimeout(() => this.flush(), PERIOD_MS);
  }
}
