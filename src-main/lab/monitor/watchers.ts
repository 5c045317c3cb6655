import type { WatchRequest } from '../../contract/index.js';

/** What all clients together want to see now. */
export interface Attention {
  readonly isWatched: boolean;
  /** True while a visible client looks. */
  readonly isLookedAt: boolean;
  /** Instances whose details are open. */
  readonly selected: ReadonlySet<string>;
  /** RSS, PSS and private dirty of all. */
  readonly fineMemory: boolean;
}

/** Of a client that is hidden nothing counts but that it watches. */
export class Watchers {
  readonly #requests = new Map<string, WatchRequest>();
  readonly #hidden = new Set<string>();
  #attention = attentionOf([], false);

  get attention(): Attention {
    return this.#attention;
  }

  watch(clientId: string, request: WatchRequest): void {
    this.#requests.set(clientId, request);
    this.#update();
  }

  unwatch(clientId: string): void {
    this.#requests.delete(clientId);
    this.#update();
  }

  /** A client that never says so is visible: the command line. */
  seenBy(clientId: string, visible: boolean): void {
    if (visible) this.#hidden.delete(clientId);
    else this.#hidden.add(clientId);
    this.#update();
  }

  /** Its id may come again, for another page. */
  leave(clientId: string): void {
    this.#hidden.delete(clientId);
    this.unwatch(clientId);
  }

  #update(): void {
    const looking = [...this.#requests]
      .filter(([clientId, { looking }]) => looking && !this.#hidden.has(clientId))
      .map(([, request]) => request);
    this.#attention = attentionOf(looking, this.#requests.size > 0);
  }
}

function attentionOf(looking: readonly WatchRequest[], isWatched: boolean): Attention {
  return {
    isWatched,
    isLookedAt: looking.length > 0,
    selected: new Set(looking.map(({ selected }) => selected).filter((id) => id !== undefined)),
    fineMemory: looking.some(({ fineMemory }) => fineMemory),
  };
}
