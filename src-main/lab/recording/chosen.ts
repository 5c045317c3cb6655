import type { WriteItem } from '../../store/index.js';

/**
 * An entry is recorded whole or not at all: as the setting was when the first of it came. One short string an entry of
 * this lab's life is kept for that, so that what trails behind an end finds the same answer.
 */
export class Chosen {
  readonly #chosen = new Map<string, boolean>();

  constructor(private readonly isRecording: () => boolean) {}

  takes(item: WriteItem): boolean {
    return this.choose(entryOf(item));
  }

  /** Now, for what has nothing to be written yet. */
  choose(id: string): boolean {
    const known = this.#chosen.get(id);
    if (known !== undefined) return known;
    const isTaken = this.isRecording();
    this.#chosen.set(id, isTaken);
    return isTaken;
  }

  /** Whether something was not recorded. */
  hasLeftOut(): boolean {
    return [...this.#chosen.values()].includes(false);
  }
}

function entryOf(item: WriteItem): string {
  switch (item.kind) {
    case 'run':
      return item.status.id;
    case 'run-ended':
      return item.record.id;
    case 'samples':
    case 'output':
    case 'trial':
      return item.entry;
    case 'attempts':
    case 'experiment':
    case 'recording':
      return item.id;
  }
}
