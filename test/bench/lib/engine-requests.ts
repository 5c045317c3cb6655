import { subscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';

/** How long the answers to this process's HTTP requests took, as Node itself tells of them. */
export class EngineRequests {
  readonly #began = new WeakMap<ClientRequest, number>();
  /** By method and path, in the order in which they were answered. */
  readonly #takenMs = new Map<string, number[]>();

  constructor() {
    subscribe('http.client.request.start', (message) => {
      this.#began.set((message as { request: ClientRequest }).request, performance.now());
    });
    subscribe('http.client.response.finish', (message) => {
      const { request } = message as { request: ClientRequest };
      const beganMs = this.#began.get(request);
      if (beganMs === undefined) return;
      const key = keyOf(request);
      const taken = this.#takenMs.get(key) ?? [];
      taken.push(performance.now() - beganMs);
      this.#takenMs.set(key, taken);
    });
  }

  /** Of all requests so far whose method and path are so. */
  takenMs(what: RegExp): number {
    return sum(this.#of(what).flat());
  }

  /** Of the last one to each such path. */
  lastTakenMs(what: RegExp): number {
    return sum(this.#of(what).map((taken) => taken.at(-1) ?? 0));
  }

  #of(what: RegExp): number[][] {
    return [...this.#takenMs].flatMap(([key, taken]) => (what.test(key) ? [taken] : []));
  }
}

function keyOf({ method, path }: ClientRequest): string {
  return `${method} ${path.replace(/\?.*$/, '')}`;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
