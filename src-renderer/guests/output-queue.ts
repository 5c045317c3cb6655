import { MOST_OUTPUT_BYTES, MOST_OUTPUT_CHUNKS } from '../../src-main/contract/index.js';
import type { GuestOutputChunk } from '../../src-main/contract/index.js';

/** Base64 of what one batch may hold. */
const MOST_BATCH_LENGTH = (MOST_OUTPUT_BYTES / 3) * 4;
/** Where the guest cannot be held back: more than this is not kept for a lab that is slower. */
const MOST_KEPT_LENGTH = 64 * 1024 ** 2;

interface Parts {
  /** Resolves when the lab has it. */
  hand(chunks: GuestOutputChunk[]): Promise<unknown>;
  /** The lab has these. */
  taken(chunks: readonly GuestOutputChunk[]): void;
  /** Nothing more will go to the lab. */
  broken(why: string): void;
}

/** A guest's output on its way to the lab: one batch at a time, the next when the lab has the one before. */
export class OutputQueue {
  #waiting: GuestOutputChunk[] = [];
  #waitingLength = 0;
  #pumping: Promise<void> | undefined;
  #isBroken = false;

  constructor(private readonly parts: Parts) {}

  add(chunk: GuestOutputChunk): void {
    if (this.#isBroken) return;
    this.#waiting.push(chunk);
    this.#waitingLength += chunk.base64.length;
    if (this.#waitingLength > MOST_KEPT_LENGTH) this.#break('It writes faster than the lab reads.');
    else this.#pumping ??= this.#pump();
  }

  /** Resolves when the lab has everything, or nothing more will go there. */
  async empty(): Promise<void> {
    await this.#pumping;
  }

  async #pump(): Promise<void> {
    try {
      while (this.#waiting.length > 0) {
        const chunks = this.#nextBatch();
        await this.parts.hand(chunks);
        this.parts.taken(chunks);
      }
    } catch (thrown) {
      this.#break(thrown instanceof Error ? thrown.message : String(thrown));
    } finally {
      this.#pumping = undefined;
    }
  }

  #nextBatch(): GuestOutputChunk[] {
    let length = 0;
    let count = 0;
    for (const { base64 } of this.#waiting) {
      if (count === MOST_OUTPUT_CHUNKS || length + base64.length > MOST_BATCH_LENGTH) break;
      length += base64.length;
      count += 1;
    }
    this.#waitingLength -= length;
    return this.#waiting.splice(0, count);
  }

  #break(why: string): void {
    this.#isBroken = true;
    this.#waiting = [];
    this.#waitingLength = 0;
    this.parts.broken(why);
  }
}
