import type { IsolationMatrix, ProbeProgress } from '../../contract/index.js';
import type { LabStore } from './lab-store.js';

/** A killed lab loses so many attempts at most: each time all of them are written. */
const WRITE_EVERY = 20;

/** What it needs of the probes. */
interface Tried {
  readonly id: string | undefined;
  readonly matrix: IsolationMatrix | undefined;
  readonly progress: ProbeProgress;
}

/** Has kept what guests tried: some attempts at a time, and the whole at the end. */
export class AttemptsRecorder {
  #id: string | undefined;
  #written = 0;

  constructor(
    private readonly store: LabStore,
    private readonly probes: Tried,
  ) {}

  /** They have come further. */
  readonly heard = (): void => {
    const { id, matrix, progress } = this.probes;
    if (id === undefined || matrix === undefined) return;
    const { length } = matrix.results;
    const isNew = id !== this.#id;
    if (!isNew && progress.isRunning && length < this.#written + WRITE_EVERY) return;
    [this.#id, this.#written] = [id, length];
    const outcome = progress.isRunning ? 'recording' : matrix.isPartial ? 'partial' : 'complete';
    // It grows on: what is handed over is as it is now.
    this.store.write({ kind: 'attempts', id, matrix: structuredClone(matrix), outcome });
  };
}
