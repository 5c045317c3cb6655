import type { Client } from '../../contract/index.js';

/** How many readings of each instance came. */
export class Counted {
  readonly #of = new Map<string, number>();
  readonly stop: () => void;

  constructor(client: Client) {
    this.stop = client.on('instances.samples', ({ samples }) => {
      for (const { id, samples: newest } of samples) this.#of.set(id, this.of(id) + newest.length);
    });
  }

  of(instanceId: string): number {
    return this.#of.get(instanceId) ?? 0;
  }

  all(): number {
    return [...this.#of.values()].reduce((sum, one) => sum + one, 0);
  }
}
