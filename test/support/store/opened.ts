import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_STORE_SETTINGS } from '../../../src-main/contract/index.js';
import type { HistoryQuery, StoreSettings, StoreState } from '../../../src-main/contract/index.js';
import { Store } from '../../../src-main/store/index.js';
import { buildStoreWorker } from './worker.js';

export const EVERYTHING: HistoryQuery = { removed: false, limit: 500, offset: 0 };

/** A store on the file of this path, and a way to await what becomes of it. */
export class OpenedStore {
  readonly store: Store;
  readonly changed: string[] = [];
  readonly #awaited = new Set<() => void>();

  constructor(path: string, workerPath: string, settings: StoreSettings) {
    this.store = new Store(
      { path, workerPath, labVersion: 'test', settings },
      {
        changed: (ids) => {
          this.changed.push(...ids);
          this.#look();
        },
        state: () => this.#look(),
      },
    );
  }

  /** Resolves as soon as it is so. */
  until(fits: (state: StoreState) => boolean): Promise<StoreState> {
    return new Promise((resolve) => {
      const look = (): void => {
        if (!fits(this.store.state())) return;
        this.#awaited.delete(look);
        resolve(this.store.state());
      };
      this.#awaited.add(look);
      look();
    });
  }

  #look(): void {
    for (const look of [...this.#awaited]) look();
  }
}

export async function openStoreAt(
  path: string,
  settings: Partial<StoreSettings> = {},
): Promise<OpenedStore> {
  const workerPath = await buildStoreWorker();
  return new OpenedStore(path, workerPath, { ...DEFAULT_STORE_SETTINGS, ...settings });
}

/** Does the work with a folder that is gone afterwards. */
export async function withFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'paralelo-store-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
