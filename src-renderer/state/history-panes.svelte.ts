import type {
  ExperimentResult,
  HistoryEntry,
  RecordedAttempts,
  RecordedExperiment,
  RecordedRange,
  RecordingEntry,
  SideBySide,
  Trend,
} from '../../src-main/contract/index.js';
import type { History } from './history.svelte.js';

/** What stands where the list was. */
export type HistoryPane =
  | { kind: 'result'; recorded: RecordedExperiment }
  | { kind: 'attempts'; recorded: RecordedAttempts }
  | { kind: 'recording'; entry: RecordingEntry; range: RecordedRange }
  | { kind: 'trend'; entry: HistoryEntry; trend: Trend }
  | { kind: 'side-by-side'; recorded: readonly RecordedExperiment[]; told: SideBySide };

/** What of the history is open, one over the other: a result that was opened from a trend leads back to it. */
export class HistoryPanes {
  #stack = $state.raw<readonly HistoryPane[]>([]);

  constructor(private readonly history: History) {}

  get open(): HistoryPane | undefined {
    return this.#stack[this.#stack.length - 1];
  }

  /** What cannot be read leaves everything as it is: the history says why. */
  async result(id: string): Promise<void> {
    const recorded = await this.history.experiment(id);
    if (recorded !== undefined) this.#push({ kind: 'result', recorded });
  }

  async attempts(id: string): Promise<void> {
    const recorded = await this.history.attempts(id);
    if (recorded !== undefined) this.#push({ kind: 'attempts', recorded });
  }

  async recording(entry: RecordingEntry): Promise<void> {
    const range = await this.history.range(entry.id);
    if (range !== undefined) this.#push({ kind: 'recording', entry, range });
  }

  async trend(entry: HistoryEntry): Promise<void> {
    const trend = await this.history.trend(entry.id);
    if (trend !== undefined) this.#push({ kind: 'trend', entry, trend });
  }

  async sideBySide(ids: readonly string[]): Promise<void> {
    const [told, recorded] = await Promise.all([
      this.history.sideBySide(ids),
      this.history.experiments(ids),
    ]);
    if (told !== undefined && recorded !== undefined) {
      this.#push({ kind: 'side-by-side', recorded, told });
    }
  }

  /** By another measure. */
  async compareBy(measure: string): Promise<void> {
    const { open } = this;
    if (open?.kind !== 'side-by-side') return;
    const ids = open.recorded.map(({ entry }) => entry.id);
    const told = await this.history.sideBySide(ids, measure);
    if (told !== undefined && this.open === open) {
      this.#stack = [...this.#stack.slice(0, -1), { ...open, told }];
    }
  }

  /** Undefined where it cannot be read. */
  async resultAt(id: string, counts: number[]): Promise<ExperimentResult | undefined> {
    return await this.history.resultAt(id, counts);
  }

  close(): void {
    this.#stack = this.#stack.slice(0, -1);
  }

  #push(pane: HistoryPane): void {
    this.#stack = [...this.#stack, pane];
  }
}
