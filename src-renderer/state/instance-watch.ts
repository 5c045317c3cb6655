import type { Client, InstanceListing, WatchRequest } from '../../src-main/contract/index.js';

type Wish = Omit<WatchRequest, 'withSamples'>;

/** Running through rows with the arrow keys asks once, for the row where it ended. */
const SETTLE_MS = 150;

export interface WatchOutcome {
  listed(listing: InstanceListing): void;
  failed(thrown: unknown): void;
}

/**
 * What this window looks at, told to the lab: one request at a time, the last wish counts. Asks
 * nothing before it is connected.
 */
export class InstanceWatch {
  #wanted: Wish = { looking: false, fineMemory: false };
  /** Until they have come once: from then on they are pushed. */
  #lacksSamples = true;
  #connected = false;
  #busy = false;
  /** How often it was asked to ask. */
  #wishes = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly client: Client,
    private readonly outcome: WatchOutcome,
  ) {}

  /** A lab that was lost knows nothing of this window: it is asked anew with each connection. */
  connect(isConnected: boolean): void {
    const isNew = isConnected && !this.#connected;
    this.#connected = isConnected;
    if (isNew) this.askAll();
  }

  want(change: { looking: boolean; selected: string | undefined; fineMemory: boolean }): void {
    const { looking, selected, fineMemory } = change;
    const before = this.#wanted;
    this.#wanted = { looking, fineMemory, ...(selected !== undefined && { selected }) };
    if (looking !== before.looking || fineMemory !== before.fineMemory) this.#ask();
    else if (selected !== before.selected) this.#askSoon();
  }

  /** Samples may have been missed: they are asked for again. */
  askAll(): void {
    this.#lacksSamples = true;
    this.#ask();
  }

  #ask(): void {
    clearTimeout(this.#timer);
    if (!this.#connected) return;
    this.#wishes += 1;
    if (!this.#busy) void this.#askUntilServed();
  }

  stop(): void {
    clearTimeout(this.#timer);
    if (!this.#connected) return;
    this.#connected = false;
    // The window closes: nobody is left to hear that it failed.
    this.client.request('instances.unwatch', {}).catch(() => undefined);
  }

  #askSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#ask(), SETTLE_MS);
  }

  async #askUntilServed(): Promise<void> {
    this.#busy = true;
    for (let served = -1; served !== this.#wishes;) {
      served = this.#wishes;
      await this.#askOnce();
    }
    this.#busy = false;
  }

  async #askOnce(): Promise<void> {
    try {
      const withSamples = this.#lacksSamples;
      const request = { ...this.#wanted, withSamples };
      const listing = await this.client.request('instances.watch', request);
      if (withSamples) this.#lacksSamples = false;
      if (this.#connected) this.outcome.listed(listing);
    } catch (thrown) {
      // A connection that went is said elsewhere, and is asked again when it is back.
      if (this.#connected) this.outcome.failed(thrown);
    }
  }
}
