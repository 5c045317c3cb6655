/** Lets runs through unless it is shut: a run under way ends first. */
export class Gate {
  #opening: Promise<void> | undefined;
  #open: () => void = () => undefined;

  get isShut(): boolean {
    return this.#opening !== undefined;
  }

  shut(): void {
    this.#opening ??= new Promise((resolve) => {
      this.#open = resolve;
    });
  }

  open(): void {
    this.#opening = undefined;
    this.#open();
  }

  /** Resolves when it is open, or at once when `signal` is aborted meanwhile. */
  async passed(signal: AbortSignal): Promise<void> {
    while (this.#opening !== undefined && !signal.aborted) {
      await Promise.race([this.#opening, aborted(signal)]);
    }
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
