import { createHash } from 'node:crypto';
import { ignoredBy } from '../../contract/index.js';
import type { RunRecord } from '../../contract/index.js';
import { withoutIgnored } from './ignore.js';

/** What one run wrote to stdout. Outputs that are the same share one object. */
export interface Printed {
  /** Of all of it. */
  sha256: string;
  bytes: number;
  /** Its beginning, or all of it. */
  kept: Uint8Array;
  /** Without what is to be ignored; absent where all of it was not kept, or that took too long. */
  rest?: { sha256: string; kept: Uint8Array };
}

/** One run's answer. */
export interface Seen {
  printed: Printed;
  /** How it ended, in words: `exit code 0`. */
  end: string;
}

/** How a program ends that did what it was to do, by the custom of all shells. */
export const ENDED_WELL = 'exit code 0';

/** Of all different outputs together; beyond it only their hashes are kept. */
const MOST_KEPT_BYTES = 32 * 1024 ** 2;

/** Keeps each different output of an experiment once. */
export class PrintedShelf {
  readonly #known = new Map<string, Printed>();
  readonly #ignored: RegExp | undefined;
  #keptBytes = 0;
  #gaveUp = false;

  constructor(ignore: string | undefined) {
    this.#ignored = ignore === undefined ? undefined : ignoredBy(ignore);
  }

  /** Whether the expression took too long: then outputs are compared as they were printed. */
  get gaveUp(): boolean {
    return this.#gaveUp;
  }

  /** `stdout` is the beginning of what the run of that record wrote. */
  async put(record: RunRecord, stdout: Uint8Array): Promise<Seen> {
    const { stdoutSha256: sha256, stdoutBytes: bytes } = record;
    const printed = this.#known.get(sha256) ?? (await this.#keep({ sha256, bytes, kept: stdout }));
    return { printed, end: endOf(record) };
  }

  async #keep(seen: Printed): Promise<Printed> {
    const hasRoom = this.#keptBytes + seen.kept.length <= MOST_KEPT_BYTES;
    const printed = hasRoom ? seen : { ...seen, kept: new Uint8Array() };
    const rest = await this.#restOf(printed);
    const whole = rest === undefined ? printed : { ...printed, rest };
    this.#keptBytes += printed.kept.length + (rest?.kept.length ?? 0);
    this.#known.set(whole.sha256, whole);
    return whole;
  }

  async #restOf({ kept, bytes }: Printed): Promise<Printed['rest']> {
    if (this.#ignored === undefined || this.#gaveUp || kept.length < bytes) return undefined;
    const text = await withoutIgnored(Buffer.from(kept).toString('utf8'), this.#ignored);
    if (text === undefined) {
      this.#gaveUp = true;
      return undefined;
    }
    const rest = Buffer.from(text);
    return { sha256: createHash('sha256').update(rest).digest('hex'), kept: rest };
  }
}

function endOf({ outcome: { kind, code, signal } }: RunRecord): string {
  if (kind === 'exited' && code !== undefined) return `exit code ${String(code)}`;
  return signal === undefined ? kind : `${kind} (${signal})`;
}
