import { DEFAULT_MONITOR_SETTINGS, DEFAULT_PREFERENCES } from '../../src-main/contract/index.js';
import type {
  Answers,
  ChosenFolder,
  DataFolder,
  MonitorSettings,
  Preferences,
  PreferencesChange,
  RequestName,
  StoreState,
  WireError,
} from '../../src-main/contract/index.js';

export interface FakeSettingsOptions {
  /** What is wrong with the file. */
  problem?: WireError;
  /** A change is refused with this. */
  refused?: Error;
  /** Why the scrape endpoint cannot be opened. */
  scrapeProblem?: WireError;
  /** No window of this lab opens one. */
  scrapeIsNotOffered?: boolean;
  preferences?: Partial<Preferences>;
  folder?: Partial<DataFolder>;
}

const FOLDER: DataFolder = {
  ...{ path: '/home/ada/.local/share/paralelo', source: 'usual' },
  usualPath: '/home/ada/.local/share/paralelo',
};

const STORE: StoreState = {
  condition: 'ready',
  isRecording: true,
  path: '/home/ada/.local/share/paralelo/history.db',
  sizeBytes: 41.6 * 1024 ** 2,
  schemaVersion: 1,
  dropped: { samples: 0, records: 0 },
  waiting: { samples: 0, records: 0 },
  notices: [],
};

/** The settings of a pretended lab. */
export class FakeSettings {
  readonly runtimePaths: Record<string, string> = {};
  monitor: MonitorSettings = DEFAULT_MONITOR_SETTINGS;
  preferences: Preferences;
  folder: DataFolder;

  constructor(
    private readonly push: (name: string, payload: unknown) => void,
    private readonly options: FakeSettingsOptions = {},
  ) {
    this.preferences = { ...DEFAULT_PREFERENCES, ...options.preferences };
    this.folder = { ...FOLDER, ...options.folder };
  }

  answer(name: RequestName, params: unknown): Answers[RequestName] {
    switch (name) {
      case 'settings.change':
        return this.#change(params as PreferencesChange);
      case 'monitor.configure':
        this.monitor = params as MonitorSettings;
        return this.view();
      case 'scrape.state':
        return this.#scrape();
      case 'store.state':
        return this.store();
      case 'store.folder':
        return this.folder;
      case 'store.chooseFolder':
        return this.#choose(params as ChosenFolder);
      default:
        return this.view();
    }
  }

  store(): StoreState {
    const { isRecording, budgetBytes } = this.preferences.store;
    return { ...STORE, isRecording, budgetBytes };
  }

  view(): Answers['settings.get'] {
    const { runtimePaths, monitor, preferences, options } = this;
    return {
      settings: { runtimePaths, monitor, ...preferences },
      path: '/home/ada/.config/paralelo/settings.json',
      ...(options.problem && { problem: options.problem }),
    };
  }

  #choose({ path, copies }: ChosenFolder): DataFolder {
    if (this.options.refused !== undefined) throw this.options.refused;
    this.folder = { ...this.folder, next: { path, copies } };
    return this.folder;
  }

  #change(change: PreferencesChange): Answers['settings.change'] {
    if (this.options.refused !== undefined) throw this.options.refused;
    const given = Object.entries(change as Record<string, unknown>).filter(
      ([, value]) => value !== undefined,
    );
    this.preferences = { ...this.preferences, ...Object.fromEntries(given) };
    this.push('settings.changed', this.view());
    this.push('store.state', this.store());
    return this.view();
  }

  #scrape(): Answers['scrape.state'] {
    const { enabled, port } = this.preferences.scrape;
    const { scrapeProblem: problem, scrapeIsNotOffered = false } = this.options;
    if (scrapeIsNotOffered) return { isOffered: false };
    if (!enabled) return { isOffered: true };
    return problem === undefined
      ? { isOffered: true, url: `http://127.0.0.1:${String(port)}/metrics` }
      : { isOffered: true, problem };
  }
}
