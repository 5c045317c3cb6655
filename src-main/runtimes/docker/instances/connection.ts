import type { Engine } from '../engine/engine.js';
import { jsonLines } from '../json-lines.js';
import { listContainers, open, ping } from './questions.js';

const FIRST_RETRY_MS = 250;
const LONGEST_RETRY_MS = 5000;
/** An engine that hangs keeps its streams open: only a question tells. */
const PING_EVERY_MS = 5000;
/** Events are all there is to know; should one be lost, it is noticed after that many pings. */
const PINGS_PER_LISTING = 6;

export interface ConnectionEvents {
  event(message: unknown): void;
  /** The ids known before a listing is asked for. */
  known(): string[];
  /** `isFirst`: of a new connection, so that anything may have happened. Resolves when it has been dealt with. */
  listed(
    listed: readonly { Id: string; State: string }[],
    known: readonly string[],
    isFirst: boolean,
  ): Promise<void>;
  trouble(thrown: unknown): void;
  fine(): void;
}

export interface Connection {
  /** Tries again at once. */
  wake(): void;
  stop(): void;
}

/** Follows an engine through its stream of events and through what it lists, for as long as it is wanted. */
export function followEngine(engine: () => Engine, on: ConnectionEvents): Connection {
  const following = new Following(engine, on);
  void following.run();
  return following;
}

class Following implements Connection {
  readonly #stop = new AbortController();
  #wake = () => {};
  #failures = 0;

  constructor(
    private readonly engine: () => Engine,
    private readonly on: ConnectionEvents,
  ) {}

  #isStopped(): boolean {
    return this.#stop.signal.aborted;
  }

  wake(): void {
    this.#wake();
  }

  stop(): void {
    this.#stop.abort();
    this.#wake();
  }

  async run(): Promise<void> {
    while (!this.#isStopped()) {
      try {
        await this.#connect();
      } catch (thrown) {
        if (this.#isStopped()) return;
        this.on.trouble(thrown);
      }
      await this.#sleep(Math.min(FIRST_RETRY_MS * 2 ** this.#failures, LONGEST_RETRY_MS));
      this.#failures += 1;
    }
  }

  /** Always rejects in the end. */
  async #connect(): Promise<void> {
    const { signal } = this.#stop;
    const query = { filters: JSON.stringify({ type: ['container'] }) };
    // Before the listing, so that nothing falls between.
    const request = { method: 'GET', path: '/events', query } as const;
    const events = await open(this.engine(), request, signal);
    let isBroken = false;
    const broken = this.#read(events).finally(() => {
      isBroken = true;
      this.#wake();
    });
    broken.catch(() => undefined);
    try {
      await this.#list(true);
      this.#failures = 0;
      await this.#keepAsking(() => isBroken);
      await broken;
    } finally {
      events.destroy();
    }
  }

  async #read(events: AsyncIterable<unknown>): Promise<never> {
    for await (const message of jsonLines(events)) this.on.event(message);
    throw new Error('it has ended its stream of events');
  }

  async #list(isFirst: boolean): Promise<void> {
    const known = this.on.known();
    const listed = await listContainers(this.engine(), this.#stop.signal);
    this.on.fine();
    await this.on.listed(listed, known, isFirst);
  }

  async #keepAsking(isOver: () => boolean): Promise<void> {
    let wasFine = true;
    for (let times = 1; ; times += 1) {
      if (isOver()) return;
      await this.#sleep(PING_EVERY_MS);
      if (isOver() || this.#isStopped()) return;
      try {
        if (!wasFine || times % PINGS_PER_LISTING === 0) await this.#list(!wasFine);
        else await ping(this.engine(), this.#stop.signal);
        this.on.fine();
        wasFine = true;
      } catch (thrown) {
        if (isOver() || this.#isStopped()) return;
        wasFine = false;
        this.on.trouble(thrown);
      }
    }
  }

  #sleep(ms: number): Promise<void> {
    if (this.#isStopped()) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
