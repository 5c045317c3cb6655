import { LabError, runtimeKindOf } from '../../contract/index.js';
import type {
  Outcome,
  RunRecord,
  RunRequest,
  RunState,
  RunStatus,
  Sample,
  Warning,
} from '../../contract/index.js';
import { monotonicMs } from '../../metrics/index.js';
import type { Ending, LiveRun, PreparedRun, Runtime } from '../../runtimes/runtime.js';
import { STOPPED_BEFORE_START, failedToStart, toOutcome } from './outcome.js';
import type { StopCause } from './outcome.js';
import { RunObservations } from './observations.js';
import type { ObservedRun, RunContext } from './context.js';
import { checkPlatform } from './platform.js';
import { buildRecord } from './record.js';

const NOT_TRACED: Warning = {
  code: 'calls-not-traced',
  message: 'This runtime cannot count the calls of imports: the record has none.',
  hint: 'Run the same module in v8, which can.',
};

/**
 * One execution of a workload, from the wish to its record. `prepare`, then `launch`, then
 * `ended`; a failure at any step is an outcome of the run, never an exception.
 */
export class Run implements ObservedRun {
  readonly id: string;
  readonly request: RunRequest;
  readonly ended: Promise<RunRecord>;
  readonly observed: RunObservations;
  #state: RunState = 'preparing';
  #runtime: Runtime | undefined;
  #prepared: PreparedRun | undefined;
  #live: LiveRun | undefined;
  #cause: StopCause | undefined;
  #timer: NodeJS.Timeout | undefined;
  #outcome: Outcome | undefined;
  #durationMs: number | undefined;
  #requestedAt = new Date().toISOString();
  #record: RunRecord | undefined;
  #resolveEnded!: (record: RunRecord) => void;

  constructor(
    request: RunRequest,
    private readonly context: RunContext,
  ) {
    this.id = context.newId();
    this.request = request;
    this.ended = new Promise((resolve) => (this.#resolveEnded = resolve));
    this.observed = new RunObservations({
      periodMs: request.unsampled === true ? undefined : request.periodMs,
      sampler: context.sampler,
      changed: () => this.#changed(),
      sampled: (sample: Sample) => context.events.sampled(this, sample),
      wrote: (stream, chunk) => context.events.wrote(this, stream, chunk),
    });
  }

  /** Everything that is not part of a start: checks, the image, reading the module. */
  async prepare(): Promise<void> {
    try {
      this.#runtime = await this.context.resolveRuntime(this.request.runtime);
      checkPlatform(this.request, this.#runtime);
      this.#prepared = await this.#runtime.prepare(this.request, this.context.twins);
      this.observed.isolation(this.#prepared.isolation);
      for (const warning of this.#prepared.warnings) this.observed.warning(warning);
      if (this.request.traceCalls === true && this.#prepared.tracesCalls !== true) {
        this.observed.warning(NOT_TRACED);
      }
      this.#changed();
    } catch (thrown) {
      this.#finish(failedToStart(thrown), undefined);
    }
  }

  /**
   * Starts the guest; `requestAtMs` is the zero of the run's times until its runtime knows a better one. Resolves when
   * started or failed.
   */
  async launch(requestAtMs: number): Promise<void> {
    if (this.#prepared === undefined || this.#outcome !== undefined) return;
    if (this.#stopAsked()) {
      this.#prepared.discard?.();
      this.#finish(STOPPED_BEFORE_START, undefined);
      return;
    }
    this.#requestedAt = new Date().toISOString();
    this.observed.began(requestAtMs);
    this.#enter('starting');
    this.#armTimeout();
    try {
      this.#live = await this.#prepared.launch(this.observed);
      this.#enter('running');
      // A stop that came while the guest was being started.
      if (this.#stopAsked()) await this.#live.kill();
      void this.#live.ended.then(
        (ending) => this.#afterEnd(ending),
        (thrown: unknown) => this.#finish(failedToStart(thrown), monotonicMs()),
      );
    } catch (thrown) {
      this.#finish(failedToStart(thrown), monotonicMs());
    }
  }

  /** Ends the guest at once. Resolves when the record is complete; safe at any time, more than once. */
  async stop(cause: StopCause = 'stopped'): Promise<void> {
    if (this.#outcome === undefined) {
      this.#cause ??= cause;
      this.#enter('stopping');
      await this.#live?.kill();
    }
    await this.ended;
  }

  /** Freezes the guest, or lets it go on. Rejects with LabError where its runtime cannot. */
  async freeze(action: 'pause' | 'unpause'): Promise<void> {
    const freeze = this.#live?.[action]?.bind(this.#live);
    if (freeze === undefined) {
      throw new LabError(
        'not-supported-here',
        `${this.request.runtime} cannot ${action} a guest.`,
        'Choose containers.',
      );
    }
    await freeze();
  }

  /** Once it has ended. */
  get record(): RunRecord | undefined {
    return this.#record;
  }

  status(): RunStatus {
    return {
      id: this.id,
      comparisonId: this.context.comparisonId,
      runtime: this.request.runtime,
      kind: this.#runtime?.info.kind ?? runtimeKindOf(this.request.runtime),
      state: this.#state,
      workload: this.#workload(),
      limits: this.request.limits,
      enforcedBy: this.#prepared?.enforcedBy ?? {},
      ...this.observed.status(),
      outcome: this.#outcome,
      durationMs: this.#durationMs,
    };
  }

  /** So far, by `module.name`; undefined where they are not traced. */
  importCalls(): Readonly<Record<string, number>> | undefined {
    return this.observed.calls();
  }

  #stopAsked(): boolean {
    return this.#cause !== undefined;
  }

  #workload(): RunStatus['workload'] {
    return this.#prepared?.workload ?? { ...this.request.workload };
  }

  #armTimeout(): void {
    const leftMs = this.#timeLeftMs();
    // A timer cuts what is below a millisecond, and the zero may move: nothing is ended before its time.
    if (leftMs === undefined) return;
    if (leftMs <= 0) void this.stop('timed-out');
    else this.#timer = setTimeout(() => this.#armTimeout(), Math.ceil(leftMs));
  }

  #timeLeftMs(): number | undefined {
    const { timeoutMs } = this.request.limits;
    const { zeroMs } = this.observed;
    if (timeoutMs === undefined || zeroMs === undefined) return undefined;
    return zeroMs + timeoutMs + (this.#prepared?.timeGraceMs ?? 0) - monotonicMs();
  }

  #afterEnd(ending: Ending): void {
    const meanings = this.context.exitMeanings(this.request);
    const graceMs = this.#prepared?.timeGraceMs ?? 0;
    const asked = { limits: this.request.limits, graceMs };
    this.#finish(toOutcome(ending, this.#cause, meanings, asked), ending.atMs);
  }

  #finish(outcome: Outcome, atMs: number | undefined): void {
    if (this.#outcome !== undefined) return;
    clearTimeout(this.#timer);
    this.#outcome = outcome;
    this.#durationMs = this.observed.end(atMs);
    this.#state = 'ended';
    void this.#complete(outcome, this.#durationMs);
  }

  async #complete(outcome: Outcome, durationMs: number): Promise<void> {
    const record = buildRecord({
      status: this.status(),
      outcome,
      durationMs,
      requestedAt: this.#requestedAt,
      runtimeVersion: this.#runtime?.info.version,
      observed: this.observed,
      environment: await this.context.environment(this.request.runtime),
    });
    this.#record = record;
    this.#changed();
    this.context.events.ended(this, record);
    this.#resolveEnded(record);
  }

  #enter(state: RunState): void {
    // `stopping` holds until the end, also when the start completes meanwhile.
    if (this.#state === 'ended' || this.#state === state) return;
    if (this.#state === 'stopping') return;
    this.#state = state;
    this.#changed();
  }

  #changed(): void {
    this.context.events.changed(this);
  }
}
