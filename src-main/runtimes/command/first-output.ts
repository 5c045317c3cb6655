import type { RunObserver } from '../runtime.js';

const LOAD_BOUND =
  'until the guest wrote for the first time: seen from outside, the engine’s loading, compiling and instantiating are in it, and what the guest did before it wrote';
const MAIN_BOUND = 'until the process of the engine ended; begins with the first output';
const ALL_BOUND =
  'until the process of the engine ended: the guest wrote nothing, so that loading, compiling, instantiating and its main cannot be told apart from outside';

/**
 * An engine in a process of its own does not tell when it has compiled or entered main. What can be seen from
 * outside is the guest's first output; each phase says so.
 */
export class FirstOutput implements Pick<RunObserver, 'output'> {
  #hasWritten = false;

  /** `beganAtMs`: when the engine's program began, where that was seen; otherwise now. */
  constructor(
    private readonly observer: RunObserver,
    beganAtMs: number | undefined,
  ) {
    observer.phase('load', LOAD_BOUND, beganAtMs);
  }

  output(stream: 'stdout' | 'stderr', chunk: Uint8Array): void {
    if (!this.#hasWritten) {
      this.#hasWritten = true;
      this.observer.phase('main', MAIN_BOUND);
    }
    this.observer.output(stream, chunk);
  }

  /** A run without output has no point where one part ends: it is one phase. */
  end(): void {
    if (!this.#hasWritten) this.observer.rename('main', ALL_BOUND);
  }
}
