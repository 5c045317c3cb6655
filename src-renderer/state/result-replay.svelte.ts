import type { ExperimentResult } from '../../src-main/contract/index.js';
import { Player } from './player.svelte.js';
import { countsAt, resultSteps } from './result-steps.js';

type ReadAt = (counts: number[]) => Promise<ExperimentResult | undefined>;

/**
 * A recorded experiment that fills up again as it did. Figures of some of its values are worked out by the lab, one
 * look after the other: while one is on its way, only the newest moment waits.
 */
export class ResultReplay extends Player {
  /** As it stood at the moment; the one that was recorded at the end. */
  shown = $state.raw<ExperimentResult>();
  /** What the bar over it is called by. */
  readonly records: readonly { requestedAt: string }[];
  readonly endMs: number;
  readonly #steps: ReturnType<typeof resultSteps>;
  #isReading = false;
  #wanted = '';
  #told = '';

  constructor(
    private readonly recorded: ExperimentResult,
    private readonly readAt: ReadAt,
  ) {
    super();
    this.records = [{ requestedAt: recorded.startedAtIso }];
    this.endMs = recorded.durationMs;
    this.#steps = resultSteps(recorded);
    this.seek(this.endMs);
  }

  get isOver(): boolean {
    return this.atMs >= this.endMs;
  }

  seek(toMs: number): void {
    this.atMs = Math.min(Math.max(0, toMs), this.endMs);
    const counts = countsAt(this.#steps, this.recorded.contenders.length, this.atMs);
    this.#wanted = this.isOver ? 'end' : counts.join(' ');
    if (this.#wanted === this.#told) return;
    if (this.isOver) this.#tell('end', this.recorded);
    else if (!this.#isReading) void this.#read();
  }

  async #read(): Promise<void> {
    this.#isReading = true;
    try {
      while (this.#wanted !== this.#told) {
        const wanted = this.#wanted;
        const found = await this.readAt(wanted.split(' ').map(Number));
        if (this.#wanted === 'end') return;
        if (found === undefined) {
          this.pause();
          return;
        }
        this.#tell(wanted, found);
      }
    } finally {
      this.#isReading = false;
    }
  }

  #tell(what: string, result: ExperimentResult): void {
    this.#told = what;
    this.shown = result;
  }
}
