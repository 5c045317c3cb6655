import {
  DEFAULT_MONITOR_SETTINGS,
  DEFAULT_PREFERENCES,
  toWireError,
} from '../../src-main/contract/index.js';
import type {
  Client,
  DataFolder,
  PreferencesChange,
  ScrapeState,
  StoreState,
  WireError,
} from '../../src-main/contract/index.js';
import type { Machine } from './machine.svelte.js';

/** What can be chosen in Settings, and what came of it. */
export class PreferencesState {
  scrape = $state.raw<ScrapeState>();
  store = $state.raw<StoreState>();
  /** Absent where this lab's cannot be chosen. */
  folder = $state.raw<DataFolder>();
  problem = $state.raw<WireError>();
  /** Moves when all fields have to be filled anew. */
  restored = $state(0);
  readonly #stop: () => void;

  constructor(
    private readonly client: Client,
    private readonly machine: Machine,
  ) {
    this.#stop = client.on('store.state', (state) => (this.store = state));
  }

  async load(): Promise<void> {
    this.folder = await this.client.request('store.folder', {}).catch(() => undefined);
    try {
      // Each as it comes: what is pushed meanwhile is newer.
      await Promise.all([
        this.client.request('scrape.state', {}).then((state) => (this.scrape = state)),
        this.client.request('store.state', {}).then((state) => (this.store = state)),
      ]);
    } catch (thrown) {
      this.problem = toWireError(thrown);
    }
  }

  /** True when it is kept. */
  async change(change: PreferencesChange): Promise<boolean> {
    return await this.#try(async () => {
      this.machine.settings = await this.client.request('settings.change', change);
      if (change.scrape !== undefined) this.scrape = await this.client.request('scrape.state', {});
    });
  }

  /** The paths of runtimes stay: they say where things are, not how one likes them. */
  async restore(): Promise<void> {
    const isRestored = await this.#try(async () => {
      await this.client.request('monitor.configure', DEFAULT_MONITOR_SETTINGS);
      this.machine.settings = await this.client.request('settings.change', DEFAULT_PREFERENCES);
      this.scrape = await this.client.request('scrape.state', {});
    });
    if (isRestored) this.restored += 1;
  }

  async forgetPath(family: string): Promise<void> {
    this.problem = await this.machine.setPath(family, null);
  }

  destroy(): void {
    this.#stop();
  }

  async #try(work: () => Promise<void>): Promise<boolean> {
    this.problem = undefined;
    try {
      await work();
      return true;
    } catch (thrown) {
      this.problem = toWireError(thrown);
      return false;
    }
  }
}
