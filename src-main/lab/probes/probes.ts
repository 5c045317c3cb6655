import { randomBytes } from 'node:crypto';
import { LabError } from '../../contract/index.js';
import type {
  AttemptResult,
  Environment,
  IsolationMatrix,
  ProbeProgress,
  ProbeRequest,
} from '../../contract/index.js';
import { tryAll } from '../../experiments/isolation/index.js';
import type { Cell } from '../../experiments/isolation/index.js';
import { monotonicMs } from '../../metrics/index.js';
import type { RuntimeCatalogue } from '../catalogue.js';
import type { Comparisons } from '../comparisons.js';
import { chosenAttempts, chosenRuntimes } from './chosen.js';
import { quietRun } from '../quiet-run.js';

/** Longer than any attempt takes. */
const PATIENCE_MS = 30_000;

interface Parts {
  catalogue: RuntimeCatalogue;
  comparisons: Comparisons;
  environment(): Promise<Environment>;
}

/** Hears of each step: the results are those since the last time. */
export type ProbeListener = (progress: ProbeProgress, results: AttemptResult[]) => void;

interface UnderWay {
  abort: AbortController;
  /** Never rejects. */
  ended: Promise<void>;
}

/** The probes of the whole lab, one at a time: two at once would be in each other's way. */
export class Probes {
  #id: string | undefined;
  #matrix: IsolationMatrix | undefined;
  #progress: ProbeProgress = { isRunning: false, done: 0, total: 0 };
  #underWay: UnderWay | undefined;
  readonly #listeners = new Set<ProbeListener>();
  #closed = false;

  constructor(private readonly parts: Parts) {}

  /** In the history: of the last ones. */
  get id(): string | undefined {
    return this.#id;
  }

  /** The last one; it grows while the probes go on. */
  get matrix(): IsolationMatrix | undefined {
    return this.#matrix;
  }

  get progress(): ProbeProgress {
    return this.#progress;
  }

  /** Returns the function that stops listening. */
  onProgress(listener: ProbeListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Throws LabError for what there is not, and while others are under way. Resolves when they have begun. */
  async start(request: ProbeRequest): Promise<ProbeProgress> {
    if (this.#underWay !== undefined || this.#closed) throw busy();
    const abort = new AbortController();
    const done = later();
    // Taken at once, so that no second one begins while the first still looks for its runtimes.
    this.#underWay = { abort, ended: done.promise };
    const end = (): void => {
      this.#underWay = undefined;
      done.resolve();
    };
    try {
      const matrix = await this.#begin(request);
      void this.#run(matrix, abort.signal).finally(end);
      return this.#progress;
    } catch (thrown) {
      end();
      throw thrown;
    }
  }

  /** Resolves when nothing is under way any more. */
  async ended(): Promise<void> {
    await this.#underWay?.ended;
  }

  /** Whether there was something to stop. Resolves when nothing of it is left. */
  async stop(): Promise<boolean> {
    const underWay = this.#underWay;
    underWay?.abort.abort();
    await underWay?.ended;
    return underWay !== undefined;
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.stop();
    this.#listeners.clear();
  }

  async #begin({ runtimes: ids, sets, attempts: wanted }: ProbeRequest): Promise<IsolationMatrix> {
    const attempts = chosenAttempts(wanted);
    const { runtimes, warnings } = await chosenRuntimes(this.parts.catalogue, ids);
    const matrix: IsolationMatrix = {
      attempts,
      runtimes: runtimes.map(({ id, name, kind, version }) => ({
        id,
        name,
        kind,
        ...(version === undefined ? {} : { version }),
      })),
      sets: [...new Set(sets)],
      results: [],
      startedAtIso: new Date().toISOString(),
      durationMs: 0,
      environment: await this.parts.environment(),
      warnings,
      isPartial: true,
    };
    this.#id = `a-${randomBytes(6).toString('hex')}`;
    this.#matrix = matrix;
    const total = runtimes.length * attempts.length * matrix.sets.length;
    this.#progress = { isRunning: true, done: 0, total };
    return matrix;
  }

  async #run(matrix: IsolationMatrix, signal: AbortSignal): Promise<void> {
    const beganAtMs = monotonicMs();
    const { comparisons, catalogue } = this.parts;
    try {
      const { runtimes } = await catalogue.list(false);
      await tryAll({
        runtimes: matrix.runtimes.flatMap(({ id }) => runtimes.filter((one) => one.id === id)),
        attempts: matrix.attempts,
        sets: matrix.sets,
        signal,
        runOne: (request, stop) =>
          quietRun(comparisons, request, { signal: stop, withinMs: PATIENCE_MS }),
        onTry: (cell) => this.#told({ current: named(cell) }, []),
        onWarning: (warning) => matrix.warnings.push(warning),
        onResult: (result) => {
          matrix.results.push(result);
          matrix.durationMs = monotonicMs() - beganAtMs;
          this.#told({ done: matrix.results.length }, [result]);
        },
      });
    } catch (thrown) {
      matrix.warnings.push(broken(thrown));
    }
    matrix.durationMs = monotonicMs() - beganAtMs;
    matrix.isPartial = matrix.results.length < this.#progress.total;
    const { done, total } = this.#progress;
    this.#progress = { done, total, isRunning: false };
    this.#tell([]);
  }

  #told(change: Partial<ProbeProgress>, results: AttemptResult[]): void {
    this.#progress = { ...this.#progress, ...change };
    this.#tell(results);
  }

  #tell(results: AttemptResult[]): void {
    for (const listener of this.#listeners) listener(this.#progress, results);
  }
}

function named({ runtime, set, attempt }: Cell): ProbeProgress['current'] {
  return { runtime: runtime.id, set, attempt: attempt.id };
}

function later(): { promise: Promise<void>; resolve: () => void } {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((done) => (resolve = done));
  return { promise, resolve };
}

function busy(): LabError {
  return new LabError(
    'action-not-possible',
    'The lab is probing already, and does so one at a time.',
    'Wait until it is done, or stop it first.',
  );
}

function broken(thrown: unknown): IsolationMatrix['warnings'][number] {
  const why = thrown instanceof Error ? thrown.message : String(thrown);
  return {
    code: 'probes-broke-off',
    message: `The probes broke off: ${why}.`,
    hint: 'Run them again; what was found until then is shown.',
  };
}
