import type { LogLine } from '../../../contract/index.js';

/** Which lines of a log have been handed over, so that the same log can be read on from there. */
export class HandedOver {
  #lastIso: string | undefined;
  #countAtLast = 0;
  #total = 0;

  get total(): number {
    return this.#total;
  }

  /** The second of the last line, since 1970: asked for those since then, an engine repeats some. */
  get sinceS(): number | undefined {
    const atMs = Date.parse(this.#lastIso ?? '');
    return Number.isNaN(atMs) ? undefined : Math.floor(atMs / 1000);
  }

  count(lines: readonly LogLine[]): void {
    this.#total += lines.length;
    for (const { atIso } of lines) {
      // The second is all that counts, and all that Podman gives.
      const second = atIso?.slice(0, 19);
      if (second !== this.#lastIso?.slice(0, 19)) this.#countAtLast = 0;
      this.#lastIso = atIso ?? this.#lastIso;
      this.#countAtLast += 1;
    }
  }

  /** For one more reading of the same log, from `sinceS` on: takes away what was handed over before. */
  again(): (lines: LogLine[]) => LogLine[] {
    let repeated = this.#countAtLast;
    return (lines) => {
      const fresh = lines.slice(repeated);
      repeated = Math.max(0, repeated - lines.length);
      this.count(fresh);
      return fresh;
    };
  }
}
