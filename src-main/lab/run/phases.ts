import type { Phase, PhaseName } from '../../contract/index.js';
import type { StartMarks } from '../../runtimes/runtime.js';
import { partsOf } from './phase-parts.js';

/** The phases of one run: contiguous from its zero to the end, each closed by the next. */
export class PhaseRecorder {
  readonly #phases: Phase[] = [];
  #zeroMs = 0;
  #marks: { phase: Phase; marks: StartMarks['marks'] } | undefined;

  /** The zero of every time in the record. */
  begin(zeroMs: number): void {
    this.#zeroMs = zeroMs;
  }

  /** Begins a phase; a time before the phase it follows is taken as that phase's start. */
  enter(name: PhaseName, bound: string, atMs: number): void {
    const last = this.#phases.at(-1);
    const startMs = last === undefined ? 0 : Math.max(atMs - this.#zeroMs, last.startMs);
    if (last !== undefined) last.durationMs = startMs - last.startMs;
    this.#phases.push({ name, startMs, bound });
  }

  /** What the last phase was taken for has turned out otherwise. */
  rename(name: PhaseName, bound: string): void {
    const last = this.#phases.at(-1);
    if (last !== undefined) Object.assign(last, { name, bound });
  }

  /**
   * Ends the last phase. Returns the run's whole duration in milliseconds. What was reported as later than the end had
   * only been heard of late (a guest writes, ends, and then the lab reads): it counts as being at the end.
   */
  end(atMs: number): number {
    const endMs = Math.max(atMs - this.#zeroMs, 0);
    for (const phase of this.#phases) phase.startMs = Math.min(phase.startMs, endMs);
    for (const [index, phase] of this.#phases.entries()) {
      phase.durationMs = (this.#phases[index + 1]?.startMs ?? endMs) - phase.startMs;
    }
    return endMs;
  }

  /** What was seen of the inside of a phase that has ended. */
  mark(name: PhaseName, { marks, unseen }: StartMarks): void {
    const at = this.#phases.findIndex((phase) => phase.name === name);
    const phase = this.#phases[at];
    if (phase?.durationMs === undefined) return;
    if (unseen !== undefined) phase.unseen = unseen;
    this.#marks = {
      phase,
      marks: marks.map(({ mark, atMs }) => ({ mark, atMs: atMs - this.#zeroMs })),
    };
  }

  snapshot(): Phase[] {
    return this.#phases.map((phase) => {
      const parts = phase === this.#marks?.phase ? partsOf(phase, this.#marks.marks) : [];
      return { ...phase, ...(parts.length === 0 ? {} : { parts }) };
    });
  }
}
