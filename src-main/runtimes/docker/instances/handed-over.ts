import type { LogLine } from '../../../contract/index.js';

/** Which lines of a log have been handed over, so that the same log can be read on from there. */
export class HandedOver {
  #lastIso: string | undefined;
  #countAtLast = 0;

  /** The second of the last line, since 1970: asked for those since then, an engine repeats some. */
  get sinceS(): number | undefined {
    const atMs = Date.parse(this.#lastIso ?? '');
    return Number.isNaN(atMs) ? undefined : Math.floor(atMs / 1000);
  }

  count(lines: readonly LogLine[]): void {
    for (const { atIso } of lines) {
      // The second is all that counts, and all that Podman gives.
      const second = atIso?.slice(0, 19);
      if (second !== this.#lastIso?.slice(0, 19)) this.#countAtLast = 0;
      this.#lastIso = atIso ?? this.#lastIso;
      this.#countAtLast += 1;
    }
  }

  /** Without those at the beginning that were handed over before. */
  without(lines: LogLine[]): LogLine[] {
    const repeated = Math.min(this.#countAtLast, lines.length);
    this.#countAtLast -= repeated;
    return lines.slice(repeated);
  }
}
