import { toWireError } from '../../src-main/contract/index.js';
import type { Client, WireError } from '../../src-main/contract/index.js';

/** Which instances are being recorded, by whichever window. */
export class Recordings {
  live = $state.raw<readonly string[]>([]);
  problem = $state.raw<WireError>();
  isBusy = $state(false);
  readonly #stop: () => void;

  constructor(private readonly client: Client) {
    // Each begins and ends as an entry of the history.
    this.#stop = client.on('history.changed', () => void this.load());
  }

  async load(): Promise<void> {
    await this.#try(async () => {
      this.live = (await this.client.request('recordings.live', {})).instanceIds;
    });
  }

  async start(id: string): Promise<void> {
    await this.#change('recordings.start', id);
  }

  async stop(id: string): Promise<void> {
    await this.#change('recordings.stop', id);
  }

  destroy(): void {
    this.#stop();
  }

  async #change(name: 'recordings.start' | 'recordings.stop', id: string): Promise<void> {
    this.isBusy = true;
    this.problem = undefined;
    const isDone = await this.#try(() => this.client.request(name, { id }));
    if (isDone) await this.load();
    this.isBusy = false;
  }

  async #try(work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (thrown) {
      this.problem = toWireError(thrown);
      return false;
    }
  }
}
