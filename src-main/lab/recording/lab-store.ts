import { join } from 'node:path';
import { LabError } from '../../contract/index.js';
import type { PushListener, StoreSettings, StoreState } from '../../contract/index.js';
import { Store } from '../../store/index.js';
import type { WriteItem } from '../../store/index.js';
import type { LabOptions } from '../options.js';
import { Chosen } from './chosen.js';
import { finishUnfinished } from './finish.js';
import { HISTORY_FILE } from './history-file.js';

const NONE = {
  dropped: { samples: 0, records: 0 },
  waiting: { samples: 0, records: 0 },
  notices: [],
} satisfies Partial<StoreState>;

export type Ask = Store['ask'];

/** The store of a lab, which may have none. Opened when it is first needed: a list of runtimes needs no database. */
export class LabStore {
  #store: Store | undefined;
  #isClosed = false;
  /** What earlier processes left unfinished is finished before anybody is told of it. */
  #finished: Promise<void> | undefined;
  readonly #chosen = new Chosen(() => this.isRecording());

  constructor(
    private readonly options: Pick<LabOptions, 'store' | 'version' | 'shell'>,
    private readonly push: PushListener,
    private readonly settings: () => StoreSettings,
  ) {
    // What an earlier process left unfinished is told to who looks, not to a command that is over in a moment.
    if (options.shell === 'desktop') this.open();
  }

  open(): Store | undefined {
    const { store, version } = this.options;
    if (store === undefined || this.#isClosed) return this.#store;
    if (this.#store !== undefined) return this.#store;
    this.#store = new Store(
      {
        ...{ path: join(store.dataDir, HISTORY_FILE), workerPath: store.workerPath },
        ...(store.copyFrom && { copyFrom: join(store.copyFrom, HISTORY_FILE) }),
        ...(store.mustExist === true && { mustExist: true }),
        ...{ labVersion: version, settings: this.settings() },
      },
      {
        changed: (ids) => this.push('history.changed', { ids }),
        state: (state) => this.push('store.state', state),
      },
    );
    this.#finished = finishUnfinished(this.#store);
    return this.#store;
  }

  /** Whether the user wants to have recorded what begins now. */
  isRecording(): boolean {
    return this.options.store !== undefined && this.settings().isRecording;
  }

  /** What has this id begins now, and is recorded or not as the user wants it now. */
  choose(id: string): void {
    this.#chosen.choose(id);
  }

  /** Whether something was not recorded because the user does not want it. */
  hasLeftOut(): boolean {
    return this.options.store !== undefined && this.#chosen.hasLeftOut();
  }

  /** Whether what has this id can be found in the history, as soon as it is written. */
  isKept(id: string): boolean {
    return this.#chosen.choose(id) && this.open() !== undefined && !this.#isRefused();
  }

  /** Returns at once. False when it is lost: that is counted in the state. */
  write(item: WriteItem): boolean {
    if (!this.#chosen.takes(item)) return true;
    return this.open()?.write(item) ?? true;
  }

  /** Resolves when all that was handed over is on the disk, or after that time. Never rejects. */
  async written(mostMs: number): Promise<void> {
    const store = this.#store;
    if (store === undefined) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, mostMs);
      const done = (): void => {
        clearTimeout(timer);
        resolve();
      };
      store.ask('flush', {}).then(done, done);
    });
  }

  /** Throws LabError. */
  readonly ask: Ask = async (name, params) => {
    const store = this.open();
    if (store === undefined) throw off();
    await this.#finished;
    return await store.ask(name, params);
  };

  /** The state for who wants to see what was recorded. */
  look(): StoreState {
    this.open();
    return this.state();
  }

  state(): StoreState {
    if (this.#store !== undefined) return this.#store.state();
    const condition = this.options.store === undefined ? 'off' : 'opening';
    return { ...NONE, condition, isRecording: this.isRecording() };
  }

  #isRefused(): boolean {
    return this.#store?.state().condition === 'refused';
  }

  /** The settings have changed. */
  applySettings(): void {
    this.#store?.configure(this.settings());
  }

  /** Resolves when all that can be written is. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#store?.close();
  }
}

function off(): LabError {
  return new LabError(
    'store-off',
    'This Paralelo keeps nothing of what it runs.',
    'Start it as the desktop app, the command line or `paralelo serve`: those do.',
  );
}
