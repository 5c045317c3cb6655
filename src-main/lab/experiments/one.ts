import { LabError, toWireError } from '../../contract/index.js';
import type {
  ExperimentName,
  ExperimentPlan,
  ExperimentResult,
  ExperimentStatus,
} from '../../contract/index.js';
import { Gate } from '../../experiments/index.js';
import type { EndedTrial, ExperimentContext } from '../../experiments/index.js';
import type { ExperimentParts } from './context.js';
import { contextOf, experimentOf } from './context.js';
import type { Ground } from './earlier.js';

const STATUS_EVERY_MS = 250;
const RESULT_EVERY_MS = 1000;
/**
 * Working out what there is so far takes a two-hundredth of the time at most: it would be the lab that is measured. In the
 * first seconds, when each run changes much, it takes a fiftieth.
 */
const RESULT_REST = { atFirst: 50, later: 200 };
const AT_FIRST_MS = 10_000;

export interface ExperimentListener {
  status(status: ExperimentStatus): void;
  result(id: string, result: ExperimentResult): void;
  /** Each run as it ends, the next begins when it resolves; never rejects. `ground` is what else its result is made of. */
  trial?(id: string, trial: EndedTrial, ground: () => Ground): Promise<void>;
}

/** One experiment from its asking to its end. */
export class OneExperiment {
  #status: ExperimentStatus;
  #result: (() => ExperimentResult) | undefined;
  readonly #stop = new AbortController();
  readonly #gate = new Gate();
  /** Resolves at the end, with what was measured; undefined when it never began. Never rejects. */
  readonly ended: Promise<ExperimentResult | undefined>;
  #resolveEnded: (result: ExperimentResult | undefined) => void = () => undefined;
  #beganMs = 0;
  #toldMs = Number.NEGATIVE_INFINITY;
  #resultDueMs = Number.NEGATIVE_INFINITY;

  constructor(
    id: string,
    private readonly plan: ExperimentPlan,
    private readonly parts: ExperimentParts,
    private readonly listener: ExperimentListener,
  ) {
    this.#status = { id, plan, state: 'waiting', done: 0, total: 0 };
    this.ended = new Promise((resolve) => {
      this.#resolveEnded = resolve;
    });
  }

  get status(): ExperimentStatus {
    return this.#status;
  }

  /** What there is so far; undefined before the first run has ended. */
  result(): ExperimentResult | undefined {
    return this.#result?.();
  }

  /** Never rejects: what went wrong is in the status. */
  async run(): Promise<void> {
    if (this.#stop.signal.aborted) return;
    this.#beganMs = performance.now();
    this.#change({ state: this.#gate.isShut ? 'paused' : 'running' });
    try {
      const result = await this.#carryOut();
      this.#result = () => result;
      this.listener.result(this.#status.id, result);
      this.#end({});
    } catch (thrown) {
      this.#end({ problem: toWireError(thrown) });
    }
  }

  /** False when it had ended. What was measured stays. */
  stop(): boolean {
    const isLive = this.#status.state !== 'ended';
    const isWaiting = this.#status.state === 'waiting';
    this.#stop.abort();
    if (isWaiting) this.#end({});
    return isLive;
  }

  pause(): ExperimentStatus {
    this.#checkLive();
    this.#gate.shut();
    if (this.#status.state === 'running') this.#change({ state: 'paused' });
    return this.#status;
  }

  resume(): ExperimentStatus {
    this.#checkLive();
    this.#gate.open();
    if (this.#status.state === 'paused') this.#change({ state: 'running' });
    return this.#status;
  }

  async #carryOut(): Promise<ExperimentResult> {
    // The type of the plan and of the experiment go together by its name, which the compiler cannot follow.
    const experiment = experimentOf(this.plan.experiment) as (
      context: unknown,
    ) => Promise<ExperimentResult>;
    let noted: unknown;
    const context: Pick<ExperimentContext<ExperimentName>, 'runtimes' | 'native'> = await contextOf(
      this.plan,
      this.parts,
      {
        noted: async (find) => {
          const found = await find();
          noted = found;
          return found;
        },
        onEnded: async (trial) =>
          this.listener.trial?.(this.#status.id, trial, () => ({
            ...{ runtimes: context.runtimes, hasNative: context.native !== undefined, noted },
          })),
        signal: this.#stop.signal,
        gate: this.#gate,
        onProgress: ({ done, total, remainingMs, next }, soFar) => {
          this.#result = soFar;
          const { id, plan, state } = this.#status;
          this.#status = {
            ...{ id, plan, state, done, total },
            ...(remainingMs === undefined ? {} : { remainingMs }),
            ...(next === undefined ? {} : { current: next }),
          };
          this.#tell(soFar);
        },
      },
    );
    return await experiment(context);
  }

  #tell(soFar: () => ExperimentResult): void {
    const nowMs = performance.now();
    if (nowMs - this.#toldMs >= STATUS_EVERY_MS) {
      this.#toldMs = nowMs;
      this.listener.status(this.#status);
    }
    if (nowMs >= this.#resultDueMs && this.#status.done > 0) {
      this.listener.result(this.#status.id, soFar());
      const spentMs = performance.now() - nowMs;
      const { atFirst, later } = RESULT_REST;
      const rest = nowMs - this.#beganMs < AT_FIRST_MS ? atFirst : later;
      this.#resultDueMs = nowMs + Math.max(RESULT_EVERY_MS, rest * spentMs);
    }
  }

  #end(more: Pick<ExperimentStatus, 'problem'>): void {
    const { id, plan, done, total } = this.#status;
    this.#status = { id, plan, state: 'ended', done, total, ...more };
    this.listener.status(this.#status);
    this.#resolveEnded(this.#result?.());
  }

  #change(more: Pick<ExperimentStatus, 'state'>): void {
    this.#status = { ...this.#status, ...more };
    this.listener.status(this.#status);
  }

  #checkLive(): void {
    if (this.#status.state !== 'ended') return;
    throw new LabError('bad-request', 'This experiment has ended.', 'Start another one.');
  }
}
