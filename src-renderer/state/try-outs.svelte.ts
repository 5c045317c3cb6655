import { SvelteMap } from 'svelte/reactivity';
import { toWireError } from '../../src-main/contract/index.js';
import type { Client, TryOut, WireError } from '../../src-main/contract/index.js';

export type TryState =
  | { is: 'waiting' }
  | { is: 'running' }
  | { is: 'done'; result: TryOut }
  | { is: 'failed'; problem: WireError };

/** `hello` in one runtime after the other: two at once would disturb each other. */
export class TryOutQueue {
  /** By runtime id: the newest of each. */
  readonly states = new SvelteMap<string, TryState>();
  /** What was asked for since nothing ran. */
  asked = $state(0);
  finished = $state(0);
  cancelling = $state(false);
  #current = $state<string>();
  #queue: string[] = [];

  constructor(private readonly client: Client) {}

  get current(): string | undefined {
    return this.#current;
  }

  get isRunning(): boolean {
    return this.#current !== undefined;
  }

  /** Those that run or wait already are not asked for twice. */
  add(ids: readonly string[]): void {
    const fresh = ids.filter((id) => id !== this.#current && !this.#queue.includes(id));
    if (fresh.length === 0 || this.cancelling) return;
    if (!this.isRunning) {
      this.asked = 0;
      this.finished = 0;
    }
    this.asked += fresh.length;
    this.#queue.push(...fresh);
    for (const id of fresh) this.#put(id, { is: 'waiting' });
    if (!this.isRunning) void this.#work();
  }

  /** What waits is forgotten, what runs is stopped. */
  async cancel(): Promise<void> {
    const id = this.#current;
    if (id === undefined || this.cancelling) return;
    this.cancelling = true;
    for (const waiting of this.#queue.splice(0)) this.#put(waiting, undefined);
    try {
      await this.client.request('runtimes.stopTryOut', { id });
    } catch {
      // It ended by itself or the connection is lost: its own answer says which.
    }
  }

  async #work(): Promise<void> {
    for (let id = this.#queue.shift(); id !== undefined; id = this.#queue.shift()) {
      this.#current = id;
      this.#put(id, { is: 'running' });
      this.#put(id, await this.#try(id));
      this.finished += 1;
    }
    this.#current = undefined;
    this.cancelling = false;
  }

  async #try(id: string): Promise<TryState> {
    try {
      return { is: 'done', result: await this.client.request('runtimes.tryOut', { id }) };
    } catch (thrown) {
      return { is: 'failed', problem: toWireError(thrown) };
    }
  }

  #put(id: string, state: TryState | undefined): void {
    if (state === undefined) this.states.delete(id);
    else this.states.set(id, state);
  }
}
