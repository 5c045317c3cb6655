import { StringDecoder } from 'node:string_decoder';
import type { Environment, RunRecord, Sample } from '../../contract/index.js';
import { packSamples } from '../../store/index.js';
import type { ObservedRun, RunEvents } from '../run/context.js';
import type { LabStore } from './lab-store.js';

/** What a killed lab loses at most. */
const FLUSH_EVERY_MS = 250;
/** Of one stream while its run lasts; the record at its end keeps more. */
const MOST_OUTPUT = 256 * 1024;

type Stream = 'stdout' | 'stderr';

/** A run that is being recorded, and what of it was not handed over yet. */
interface Live {
  run: ObservedRun;
  /** Undefined until it is known: before that nothing can be written. */
  environment: Environment | undefined;
  requestedAtIso: string;
  isChanged: boolean;
  /** Whether the store has it, so that what belongs to it can follow. */
  isKnown: boolean;
  samples: Sample[];
  lostSamples: boolean;
  output: Record<Stream, { decoder: StringDecoder; text: string; room: number }>;
}

/** Has every run kept, also while it lasts. Never makes it wait. */
export class RunRecorder implements RunEvents {
  readonly #live = new Map<string, Live>();
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly store: LabStore,
    private readonly environment: (runtimeId: string) => Promise<Environment>,
  ) {}

  changed(run: ObservedRun): void {
    const { state } = run.status();
    if (state === 'preparing' || state === 'ended') return;
    this.#liveOf(run).isChanged = true;
    this.#arm();
  }

  sampled(run: ObservedRun, sample: Sample): void {
    this.#liveOf(run).samples.push(sample);
    this.#arm();
  }

  wrote(run: ObservedRun, stream: Stream, chunk: Uint8Array): void {
    const output = this.#liveOf(run).output[stream];
    if (output.room <= 0) return;
    const text = output.decoder.write(Buffer.from(chunk.subarray(0, output.room)));
    output.text += text;
    output.room -= chunk.byteLength;
    this.#arm();
  }

  ended(run: ObservedRun, record: RunRecord): void {
    const live = this.#live.get(run.id);
    this.#live.delete(run.id);
    const { samples, ...bare } = record;
    const isMissing = live === undefined || live.lostSamples;
    const firstTMs = samples[0]?.tMs;
    this.store.write({
      kind: 'run-ended',
      record: bare,
      ...(firstTMs === undefined ? {} : { firstTMs }),
      ...(isMissing && samples.length > 0 ? { packed: packSamples(samples) } : {}),
    });
    const rest = live?.samples.filter(({ tMs }) => tMs >= (firstTMs ?? 0)) ?? [];
    if (!isMissing) this.#writeSamples(run.id, rest);
  }

  /** Hands over what there is. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    for (const live of this.#live.values()) this.#flushOne(live);
  }

  #flushOne(live: Live): void {
    const { run, environment, requestedAtIso } = live;
    if (environment === undefined) return;
    if (live.isChanged || !live.isKnown) {
      const status = run.status();
      live.isKnown ||= this.store.write({ kind: 'run', status, requestedAtIso, environment });
      live.isChanged = false;
    }
    if (!live.isKnown) return;
    for (const stream of ['stdout', 'stderr'] as const) {
      const { text } = live.output[stream];
      if (text !== '') this.store.write({ kind: 'output', entry: run.id, stream, text });
      live.output[stream].text = '';
    }
    live.lostSamples = !this.#writeSamples(run.id, live.samples) || live.lostSamples;
    live.samples = [];
  }

  #writeSamples(entry: string, samples: readonly Sample[]): boolean {
    if (samples.length === 0) return true;
    return this.store.write({ kind: 'samples', entry, packed: packSamples(samples) });
  }

  #liveOf(run: ObservedRun): Live {
    const known = this.#live.get(run.id);
    if (known !== undefined) return known;
    const stream = () => ({ decoder: new StringDecoder('utf8'), text: '', room: MOST_OUTPUT });
    const live: Live = {
      ...{ run, environment: undefined, requestedAtIso: new Date().toISOString() },
      ...{ isChanged: true, isKnown: false, samples: [], lostSamples: false },
      output: { stdout: stream(), stderr: stream() },
    };
    this.#live.set(run.id, live);
    this.store.choose(run.id);
    void this.environment(run.request.runtime).then((environment) => {
      live.environment = environment;
      this.#arm();
    }, ignored);
    return live;
  }

  #arm(): void {
    this.#timer ??= setTimeout(() => this.flush(), FLUSH_EVERY_MS);
  }
}

/** Its record brings it, or the same failure, at the end. */
const ignored = (): void => undefined;
