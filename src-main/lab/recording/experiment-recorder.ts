import type { ExperimentResult, ExperimentStatus } from '../../contract/index.js';
import { monotonicMs } from '../../metrics/index.js';
import type { WriteItem } from '../../store/index.js';
import type { ExperimentListener } from '../experiments/one.js';
import type { LabStore } from './lab-store.js';

interface Begun {
  plan: ExperimentStatus['plan'];
  atIso: string;
  atMs: number;
  result?: ExperimentResult;
}

/** Has every experiment kept: what there is so far as often as it is worked out, and the whole at its end. */
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
