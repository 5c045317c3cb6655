import { toWireError } from '../../src-main/contract/index.js';
import type {
  Answers,
  AppInfo,
  Client,
  EngineInfo,
  HostSample,
  RuntimeInfo,
  SettingsView,
  TwinInfo,
  WireError,
} from '../../src-main/contract/index.js';

/** What this machine has: the app, its runtimes and engines, the twins, the host's load. */
export class Machine {
  info = $state.raw<AppInfo>();
  runtimes = $state.raw<RuntimeInfo[]>([]);
  engines = $state.raw<EngineInfo[]>([]);
  twins = $state.raw<TwinInfo[]>([]);
  images = $state.raw<Answers['images.list']['images']>([]);
  host = $state.raw<HostSample>();
  settings = $state.raw<SettingsView>();
  /** True once the runtimes are known, also when there are none. */
  known = $state(false);
  problem = $state.raw<WireError>();
  readonly #stops: (() => void)[];

  constructor(private readonly client: Client) {
    this.#stops = [
      client.on('host.sample', (sample) => {
        this.host = sample;
      }),
      client.on('settings.changed', (settings) => (this.settings = settings)),
      client.on('runtimes.changed', (found) => this.#takeRuntimes(found)),
    ];
  }

  available(): RuntimeInfo[] {
    return this.runtimes.filter(({ available }) => available);
  }

  /** The theme and the language of all that is shown: wanted before anything else is asked for, and not asked for by `load`. */
  async loadSettings(): Promise<void> {
    this.problem = undefined;
    await this.#ask('settings.get', (settings) => (this.settings = settings));
  }

  /** Asks for all else; what fails is said, and the rest still shows. */
  async load(): Promise<void> {
    await Promise.all([
      this.#ask('app.info', (info) => (this.info = info)),
      this.#ask('twins.list', ({ twins }) => (this.twins = twins)),
      this.#ask('runtimes.list', (found) => this.#takeRuntimes(found)),
    ]);
  }

  /** Looks for engines and runtimes again. */
  async refresh(): Promise<void> {
    try {
      this.#takeRuntimes(await this.client.request('runtimes.list', { refresh: true }));
    } catch (thrown) {
      this.problem = toWireError(thrown);
    }
  }

  /** Null looks for one again. Returns what was wrong with the path, if anything. */
  async setPath(family: string, path: string | null): Promise<WireError | undefined> {
    try {
      this.#takeRuntimes(await this.client.request('runtimes.setPath', { family, path }));
      this.settings = await this.client.request('settings.get', {});
      return undefined;
    } catch (thrown) {
      return toWireError(thrown);
    }
  }

  /** Suggestions only: without an engine there are none, and that is no error here. */
  async loadImages(): Promise<void> {
    try {
      this.images = (await this.client.request('images.list', {})).images;
    } catch {
      this.images = [];
    }
  }

  destroy(): void {
    for (const stop of this.#stops) stop();
  }

  #takeRuntimes({ runtimes, engines }: Answers['runtimes.list']): void {
    this.runtimes = runtimes;
    this.engines = engines;
    this.known = true;
  }

  async #ask<N extends 'app.info' | 'settings.get' | 'twins.list' | 'runtimes.list'>(
    name: N,
    take: (answer: Answers[N]) => void,
  ): Promise<void> {
    try {
      take(await this.client.request(name, {}));
    } catch (thrown) {
      this.problem ??= toWireError(thrown);
    }
  }
}
