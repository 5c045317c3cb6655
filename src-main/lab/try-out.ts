import { LEAST_GRANTS, LEAST_PRIVILEGES, formatDuration } from '../contract/index.js';
import type { Outcome, RunRequest, TryOut } from '../contract/index.js';
import { monotonicMs } from '../metrics/index.js';
import type { Comparisons } from './comparisons.js';
import type { RunEvents } from './run/context.js';
import type { Run } from './run/run.js';

/** No limit of the run: an engine that holds a wall time may compile differently for it. */
const PATIENCE_MS = 60_000;

const nothing = (): void => undefined;

/** Starts the twin `hello` in one runtime at a time, for an impression of each; no window shows it. */
export class TryOuts {
  #turn: Promise<unknown> = Promise.resolve();
  readonly #waiting = new Set<{ runtime: string; run?: Run; stopped: boolean }>();

  constructor(
    private readonly comparisons: Comparisons,
    private readonly patienceMs = PATIENCE_MS,
  ) {}

  /** Waits until no other one runs: two at once would disturb each other. */
  tryOut(runtime: string): Promise<TryOut> {
    const order = { runtime, stopped: false };
    this.#waiting.add(order);
    const done = this.#turn
      .then(() => (order.stopped ? NEVER_STARTED : this.#runOnce(order)))
      .finally(() => this.#waiting.delete(order));
    this.#turn = done.catch(nothing);
    return done;
  }

  /** Whether there was one to stop, running or waiting. */
  async stop(runtime: string): Promise<boolean> {
    const found = [...this.#waiting].filter((one) => one.runtime === runtime);
    for (const one of found) one.stopped = true;
    await Promise.all(found.flatMap(({ run }) => run?.stop() ?? []));
    return found.length > 0;
  }

  async #runOnce(order: { runtime: string; run?: Run }): Promise<TryOut> {
    let wroteAtMs: number | undefined;
    const listener: RunEvents = {
      changed: nothing,
      sampled: nothing,
      ended: nothing,
      wrote: () => (wroteAtMs ??= monotonicMs()),
    };
    const { run, launched } = this.comparisons.startQuietly(hello(order.runtime), listener);
    order.run = run;
    const impatience = new AbortController();
    const timer = setTimeout(() => {
      impatience.abort();
      void run.stop();
    }, this.patienceMs);
    const { outcome, phases, durationMs, warnings } = await run.ended;
    clearTimeout(timer);
    const zeroMs = await launched;
    // What was heard only after the end was written before it.
    const firstMs = wroteAtMs === undefined ? undefined : wroteAtMs - zeroMs;
    return {
      outcome: impatience.signal.aborted ? tooSlow(this.patienceMs) : outcome,
      phases,
      durationMs,
      ...(firstMs === undefined ? {} : { firstOutputMs: Math.min(firstMs, durationMs) }),
      warnings,
    };
  }
}

const NEVER_STARTED: TryOut = {
  outcome: { kind: 'stopped', reason: 'Stopped before it was started.' },
  phases: [],
  durationMs: 0,
  warnings: [],
};

function hello(runtime: string): RunRequest {
  return {
    runtime,
    workload: { kind: 'twin', ref: 'hello', args: [] },
    limits: {},
    grants: LEAST_GRANTS,
    privileges: LEAST_PRIVILEGES,
    periodMs: 1000,
    bestEffort: false,
  };
}

function tooSlow(patienceMs: number): Outcome {
  return {
    kind: 'timed-out',
    reason: `The lab ended it: hello did not end within ${formatDuration(patienceMs)}.`,
  };
}
