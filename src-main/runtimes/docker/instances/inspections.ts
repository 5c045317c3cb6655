/**
 * Asks about one thing at a time, a few things at once: whatever is asked for while it waits is one
 * question, and what is asked for while it is being answered is asked once more afterwards.
 */
export class Inspections {
  readonly #waiting = new Map<string, Waiting>();
  readonly #running = new Map<string, { isWanted: boolean }>();

  /** `look` never rejects; what it finds counts only while `isWanted()`. */
  constructor(
    private readonly mostAtOnce: number,
    private readonly look: (id: string, isWanted: () => boolean) => Promise<void>,
  ) {}

  /** Resolves when it has been looked at, or is no longer wanted. */
  ask(id: string): Promise<void> {
    let waiting = this.#waiting.get(id);
    if (waiting === undefined) {
      waiting = waitingForAnswer();
      this.#waiting.set(id, waiting);
      this.#begin();
    }
    return waiting.answered;
  }

  /** What is on its way about it must not count any more. */
  drop(id: string): void {
    this.#waiting.get(id)?.done();
    this.#waiting.delete(id);
    const running = this.#running.get(id);
    if (running !== undefined) running.isWanted = false;
  }

  dropAll(): void {
    for (const id of [...this.#waiting.keys(), ...this.#running.keys()]) this.drop(id);
  }

  #begin(): void {
    for (const [id, { done }] of this.#waiting) {
      if (this.#running.size >= this.mostAtOnce) return;
      if (this.#running.has(id)) continue;
      this.#waiting.delete(id);
      const running = { isWanted: true };
      this.#running.set(id, running);
      void this.look(id, () => running.isWanted).then(() => {
        this.#running.delete(id);
        done();
        this.#begin();
      });
    }
  }
}

interface Waiting {
  answered: Promise<void>;
  done: () => void;
}

function waitingForAnswer(): Waiting {
  let done = () => {};
  const answered = new Promise<void>((resolve) => (done = resolve));
  return { answered, done };
}
