import type { Phase, PhaseName } from '../../contract/index.js';

/** The phases of one run: contiguous from the request to the end, each closed by the next. */
export class PhaseRecorder {
  readonly #phases: Phase[] = [];
  #requestAtMs = 0;

  /** The zero of every time in the record. */
  begin(requestAtMs: number): void {
    this.#requestAtMs = requestAtMs;
  }

  /** Begins a phase; a time before the phase it follows is taken as that phase's start. */
  enter(name: PhaseName, bound: string, atMs: number): void {
    const last = this.#phases.at(-1);
    const startMs = last === undefined ? 0 : Math.max(atMs - this.#requestAtMs, last.startMs);
    if (last !== undefined) last.durationMs = startMs - last.startMs;
    this.#phases.push({ name, startMs, bound });
  }

  /** What the last phase was taken for has turned out otherwise. */
  rename(name: PhaseName, bound: string): void {
    const last = this.#phases.at(-1);
    if (last !== undefined) Object.assign(last, { name, bound });
  }

  /** Ends the last phase. Returns the run's whole duration in milliseconds. */
  end(atMs: number): number {
    const last = this.#phases.at(-1);
    const endMs = Math.max(atMs - this.#requestAtMs, last?.startMs ?? 0);
    if (last !== undefined) last.durationMs = endMs - last.startMs;
    return endMs;
  }

  snapshot(): Phase[] {
    return this.#phases.map((phase) => ({ ...phase }));
  }
}
