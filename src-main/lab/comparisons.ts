import { randomBytes } from 'node:crypto';
import { LabError } from '../contract/index.js';
import type { ComparisonRequest, Environment, RunRecord, RunRequest } from '../contract/index.js';
import { monotonicMs } from '../metrics/index.js';
import type { Runtime, TwinFiles, TwinPaths } from '../runtimes/runtime.js';
import type { RunContext, RunEvents } from './run/context.js';
import { Run } from './run/run.js';
import type { Sampler } from './sampler.js';

export interface Comparison {
  readonly id: string;
  readonly runs: readonly Run[];
  /** Every record, in the order of the lanes, once the last run has ended. */
  readonly ended: Promise<RunRecord[]>;
}

export interface QuietRun {
  readonly run: Run;
  /** The zero of its times by the lab's clock, once it is started or has failed to. */
  readonly launched: Promise<number>;
}

interface Parts {
  sampler: Sampler;
  twins: TwinFiles;
  events: RunEvents;
  /** Throws LabError when it is not known or not here. */
  resolveRuntime(id: string): Promise<Runtime>;
  environment(runtimeId: string): Promise<Environment>;
}

/** The comparisons under way and the last one that ended. */
export class Comparisons {
  readonly #live = new Map<string, Comparison>();
  readonly #quiet = new Set<Run>();
  #last: Comparison | undefined;
  #closing = false;

  constructor(private readonly parts: Parts) {}

  /**
   * Prepares every lane, then starts them together at one request time. Returns at once.
   * `listener` hears of these runs only, as they are reported.
   */
  start(request: ComparisonRequest, listener?: RunEvents): Comparison {
    this.#checkOpen();
    const id = newId('c');
    const { events } = this.parts;
    const context = this.#context(id, listener === undefined ? events : both(events, listener));
    const runs = request.lanes.map((lane) => new Run(lane, context));
    const comparison: Comparison = { id, runs, ended: Promise.all(runs.map((run) => run.ended)) };
    this.#live.set(id, comparison);
    this.#last = comparison;
    void comparison.ended.then(() => this.#live.delete(id));
    void startTogether(runs);
    return comparison;
  }

  /** One run that no window hears of; only `listener` does. It is still stopped when the lab closes. */
  startQuietly(request: RunRequest, listener: RunEvents): QuietRun {
    this.#checkOpen();
    const run = new Run(request, this.#context(newId('q'), listener));
    this.#quiet.add(run);
    void run.ended.then(() => this.#quiet.delete(run));
    return { run, launched: startTogether([run]).then((atMs) => run.observed.zeroMs ?? atMs) };
  }

  /** Runs that are live, and those of the comparison that was started last. */
  visible(): Run[] {
    const comparisons = new Set(this.#live.values());
    if (this.#last !== undefined) comparisons.add(this.#last);
    return [...comparisons].flatMap((comparison) => comparison.runs);
  }

  /** Every live run, those that no window shows included. */
  guests(): Run[] {
    return [...this.live(), ...this.#quiet];
  }

  live(): Run[] {
    return this.visible().filter((run) => run.status().state !== 'ended');
  }

  findRun(id: string): Run | undefined {
    return this.visible().find((run) => run.id === id);
  }

  /** Stops what is live of one comparison. Returns how many runs that were. */
  async stop(id: string): Promise<number> {
    const runs = this.#live.get(id)?.runs ?? [];
    const live = runs.filter((run) => run.status().state !== 'ended');
    await Promise.all(live.map((run) => run.stop()));
    return live.length;
  }

  /** Stops what is live of every comparison. Returns how many runs that were. */
  async stopAll(): Promise<number> {
    const stopped = await Promise.all([...this.#live.keys()].map((id) => this.stop(id)));
    return stopped.reduce((sum, count) => sum + count, 0);
  }

  async close(): Promise<void> {
    this.#closing = true;
    await Promise.all([this.stopAll(), ...[...this.#quiet].map((run) => run.stop())]);
  }

  #checkOpen(): void {
    if (!this.#closing) return;
    throw new LabError('internal', 'Paralelo is closing.', 'Open it again, then run.');
  }

  #context(comparisonId: string, events: RunEvents): RunContext {
    const { sampler, twins } = this.parts;
    return {
      comparisonId,
      sampler,
      twins,
      events,
      newId: () => newId('r'),
      environment: (runtimeId) => this.parts.environment(runtimeId),
      resolveRuntime: (id) => this.parts.resolveRuntime(id),
      exitMeanings: (request) => exitMeanings(request, twins),
    };
  }
}

/** Resolves with their request time once each is started or has failed. */
async function startTogether(runs: readonly Run[]): Promise<number> {
  await Promise.all(runs.map((run) => run.prepare()));
  const requestAtMs = monotonicMs();
  await Promise.all(runs.map((run) => run.launch(requestAtMs)));
  return requestAtMs;
}

/** One listener for two. */
export function both(first: RunEvents, second: RunEvents): RunEvents {
  return {
    changed: (run) => {
      first.changed(run);
      second.changed(run);
    },
    sampled: (run, sample) => {
      first.sampled(run, sample);
      second.sampled(run, sample);
    },
    wrote: (run, stream, chunk) => {
      first.wrote(run, stream, chunk);
      second.wrote(run, stream, chunk);
    },
    ended: (run, record) => {
      first.ended(run, record);
      second.ended(run, record);
    },
  };
}

function newId(prefix: string): string {
  return `${prefix}-${randomBytes(6).toString('hex')}`;
}

function exitMeanings(request: RunRequest, twins: TwinFiles): TwinPaths['exitMeanings'] {
  return request.workload.kind === 'twin' ? twins.locate(request.workload.ref).exitMeanings : {};
}
