import type {
  AttemptInfo,
  AttemptResult,
  ProbeSet,
  RunRecord,
  RunRequestInput,
  RuntimeInfo,
  Warning,
} from '../../contract/index.js';
import { meaningOf } from '../../isolation/probes/index.js';
import type { Meaning } from '../../isolation/probes/index.js';
import { makeCanaries } from './canaries.js';
import type { Canaries } from './canaries.js';
import { notPrivileged } from './loosened.js';
import { cellsOf, requestOf } from './plan.js';
import type { Cell } from './plan.js';

export interface MatrixOptions {
  runtimes: readonly RuntimeInfo[];
  attempts: readonly AttemptInfo[];
  sets: readonly ProbeSet[];
  /** One run to its end, or to its stop when the signal aborts. A failure is an outcome, never an exception. */
  runOne: (request: RunRequestInput, signal: AbortSignal) => Promise<RunRecord>;
  /** Aborted: what runs is stopped, and no further one begins. */
  signal: AbortSignal;
  /** Before an attempt. */
  onTry?: (cell: Cell) => void;
  onWarning?: (warning: Warning) => void;
  onResult: (result: AttemptResult) => void;
}

/** So much longer each time that a start took all of the time that `spin-over` has. */
const TIME_FACTORS = [4, 10];

/**
 * Every attempt in every set in every runtime, one at a time. Resolves when all were tried or the signal was aborted,
 * with nothing left of what it made.
 */
export async function tryAll(options: MatrixOptions): Promise<void> {
  const { runtimes, attempts, sets, signal } = options;
  if (signal.aborted) return;
  const canaries = await makeCanaries();
  try {
    const tries = new Tries(canaries, options);
    for (const cell of cellsOf(runtimes, attempts, sets)) {
      const meaning = await tries.meaningOf(cell);
      if (meaning === undefined) return;
      const { runtime, set, attempt } = cell;
      options.onResult({ runtime: runtime.id, set, attempt: attempt.id, ...meaning });
    }
  } finally {
    await canaries.remove();
  }
}

/** What need not be tried again: the same request, and what the module itself says that it cannot ask for. */
class Known {
  readonly #byRequest = new Map<string, Meaning>();
  readonly #notExpressible = new Map<string, Meaning>();

  of({ runtime, attempt }: Cell, request: RunRequestInput): Meaning | undefined {
    const same = this.#byRequest.get(JSON.stringify(request));
    return same ?? (runtime.kind === 'wasm' ? this.#notExpressible.get(attempt.id) : undefined);
  }

  keep({ runtime, attempt }: Cell, request: RunRequestInput, meaning: Meaning): void {
    this.#byRequest.set(JSON.stringify(request), meaning);
    if (runtime.kind === 'wasm' && meaning.verdict === 'not-expressible') {
      this.#notExpressible.set(attempt.id, meaning);
    }
  }
}

/** The cells of one matrix, tried one after the other. */
class Tries {
  readonly #known = new Known();
  readonly #refusesPrivileged = new Set<string>();

  constructor(
    private readonly canaries: Canaries,
    private readonly options: MatrixOptions,
  ) {}

  /** Undefined when it was aborted. */
  async meaningOf(cell: Cell): Promise<Meaning | undefined> {
    const before = this.#known.of(cell, this.#request(cell));
    if (before !== undefined) return before;
    this.options.onTry?.(cell);
    const record = await this.#run(cell);
    if (isAborted(this.options.signal)) return undefined;
    const { withoutPaths } = this.canaries;
    const meaning = meaningOf(cell.attempt.id, cell.runtime.kind, record);
    const published = {
      ...meaning,
      says: withoutPaths(meaning.says),
      raw: withoutPaths(meaning.raw),
    };
    this.#known.keep(cell, this.#request(cell), published);
    return published;
  }

  /** Again where the start took all of the time, and where the engine cannot give all that was asked for. */
  async #run(cell: Cell): Promise<RunRecord> {
    const { runOne, signal } = this.options;
    const request = this.#request(cell);
    let record = await runOne(request, signal);
    if (request.privileges?.privileged === true && hasRefused(record)) {
      this.#refusesPrivileged.add(cell.runtime.id);
      this.options.onWarning?.(notPrivileged(cell.runtime.id, record.outcome.reason));
      record = await runOne(this.#request(cell), signal);
    }
    for (const factor of TIME_FACTORS) {
      if (isAborted(signal) || !tookAllOfTheTime(cell, record)) break;
      record = await runOne(this.#request(cell, factor), signal);
    }
    return record;
  }

  #request(cell: Cell, timeFactor = 1): RunRequestInput {
    const isPrivilegedRefused = this.#refusesPrivileged.has(cell.runtime.id);
    return requestOf(cell, { canaries: this.canaries, isPrivilegedRefused, timeFactor });
  }
}

function hasRefused({ outcome }: RunRecord): boolean {
  return outcome.kind === 'failed-to-start' && outcome.errorCode === 'engine-refused';
}

/** Its time was over before it could try anything. */
function tookAllOfTheTime({ attempt, runtime }: Cell, record: RunRecord): boolean {
  return (
    record.outcome.kind === 'timed-out' &&
    meaningOf(attempt.id, runtime.kind, record).verdict === 'not-tried'
  );
}

/** Read anew: it may have changed since it was last looked at. */
function isAborted(signal: AbortSignal): boolean {
  return signal.aborted;
}
