import type { LogBuffer, ShownLine } from './log-buffer.js';

export interface Match {
  /** Of the line. */
  number: number;
  from: number;
  to: number;
}

export const MOST_MATCHES = 20_000;

/** Where a text stands in a log, in any case; lines that come later are looked at as they come. */
export class LogSearch {
  query = '';
  #matches: Match[] = [];
  #searchedTo = 0;
  #isFull = false;

  get matches(): readonly Match[] {
    return this.#matches;
  }

  /** Whether there are more than are kept. */
  get isFull(): boolean {
    return this.#isFull;
  }

  look(query: string, buffer: LogBuffer): void {
    this.query = query.toLowerCase();
    this.#matches = [];
    this.#searchedTo = 0;
    this.#isFull = false;
    this.follow(buffer);
  }

  /** After lines came or went. */
  follow(buffer: LogBuffer): void {
    const { first, next } = buffer;
    // The buffer was emptied and counts anew.
    if (next < this.#searchedTo) {
      this.#matches = [];
      this.#searchedTo = 0;
    }
    const gone = this.#matches.findIndex(({ number }) => number >= first);
    if (gone !== 0) this.#matches = gone === -1 ? [] : this.#matches.slice(gone);
    if (this.query === '') return;
    for (const line of buffer.lines(Math.max(first, this.#searchedTo), next)) this.#add(line);
    this.#searchedTo = next;
  }

  of(number: number): Match[] {
    let at = this.#matches.length === 0 ? 0 : this.indexFrom(number);
    const found: Match[] = [];
    for (; this.#matches[at]?.number === number; at += 1) {
      const match = this.#matches[at];
      if (match !== undefined) found.push(match);
    }
    return found;
  }

  /** Index of the first match in this line or a later one; the number of matches where there is none. */
  indexFrom(number: number): number {
    let low = 0;
    let high = this.#matches.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#matches[middle]?.number ?? Infinity) < number) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #add({ number, text }: ShownLine): void {
    const lower = text.toLowerCase();
    // Where lower case is longer (İ), places would be off by some: then the case counts.
    const within = lower.length === text.length ? lower : text;
    const size = this.query.length;
    for (
      let at = within.indexOf(this.query);
      at !== -1;
      at = within.indexOf(this.query, at + size)
    ) {
      if (this.#matches.length >= MOST_MATCHES) {
        this.#isFull = true;
        return;
      }
      this.#matches.push({ number, from: at, to: at + size });
    }
  }
}
