import type { ExperimentResult, ExperimentStatus } from '../../contract/index.js';
import { monotonicMs } from '../../metrics/index.js';
import type { WriteItem } from '../../store/index.js';
import type { EndedTrial } from '../../experiments/index.js';
import { toKept } from '../../experiments/index.js';
import type { Ground } from '../experiments/earlier.js';
import type { ExperimentListener } from '../experiments/one.js';
import { keptOf } from './finish.js';
import type { LabStore } from './lab-store.js';

/** A commit takes less than one; while SQLite takes its log into the file, more. */
const MOST_WAIT_MS = 50;

interface Begun {
  plan: ExperimentStatus['plan'];
  atIso: string;
  atMs: number;
  result?: ExperimentResult;
}

/**
 * Has every experiment kept: each run as it ends, what they come to so far as often as it is worked out, and the whole
 * at its end. A run is a row of its own: to write all of it after each would take longer with each.
 */
export class ExperimentRecorder implements ExperimentListener {
  readonly #begun = new Map<string, Begun>();

  constructor(private readonly store: LabStore) {}

  status(status: ExperimentStatus): void {
    const begun = this.#begun.get(status.id);
    if (status.state === 'ended') {
      this.#begun.delete(status.id);
      // One that was taken back while it waited never was.
      if (begun !== undefined || status.problem !== undefined) this.#end(status, begun);
    } else if (status.state !== 'waiting' && begun === undefined) {
      this.#begin(status);
    }
  }

  result(id: string, result: ExperimentResult): void {
    const begun = this.#begun.get(id);
    if (begun === undefined) return;
    begun.result = result;
    this.store.write({ ...itemOf(id, begun), outcome: 'recording', result });
  }

  /**
   * Resolves when it is on the disk, so that a kill loses the run under way at most, and nothing is written while the
   * next one is measured. A disk that is slow or full holds up nobody for long.
   */
  async trial(id: string, trial: EndedTrial, ground: () => Ground): Promise<void> {
    this.store.write({
      ...{ kind: 'trial', entry: id, trial: keptOf(trial) },
      ...(trial.sequence === 1 ? { ground: toKept(ground()) } : {}),
    });
    await this.store.written(MOST_WAIT_MS);
  }

  #begin({ id, plan }: ExperimentStatus): void {
    const begun = { plan, atIso: new Date().toISOString(), atMs: monotonicMs() };
    this.#begun.set(id, begun);
    this.store.write({ ...itemOf(id, begun), outcome: 'recording' });
  }

  #end({ id, plan, problem }: ExperimentStatus, known: Begun | undefined): void {
    const begun = known ?? { plan, atIso: new Date().toISOString(), atMs: monotonicMs() };
    const { result } = begun;
    const isWhole = result?.isPartial === false;
    this.store.write({
      ...itemOf(id, begun),
      outcome: problem !== undefined ? 'failed' : isWhole ? 'complete' : 'partial',
      durationMs: result?.durationMs ?? monotonicMs() - begun.atMs,
      ...(result === undefined ? {} : { result }),
      ...(problem === undefined ? {} : { problem }),
    });
  }
}

function itemOf(id: string, { plan, atIso }: Begun) {
  return { kind: 'experiment', id, plan, atIso } as const satisfies Partial<WriteItem>;
}
