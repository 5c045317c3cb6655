import type { StoreSettings } from '../../contract/index.js';
import { compactOnce } from '../compact/compactor.js';
import type { Database } from '../database.js';

const FIRST_AFTER_MS = 10_000;
const LOOK_EVERY_MS = 60_000;
/** Between two steps: what is to be written meanwhile goes first. */
const REST_MS = 20;

/** Thins out in small steps, beside everything else. */
export class Compaction {
  #database: Database | undefined;
  #settings: StoreSettings | undefined;
  #timer: NodeJS.Timeout | undefined;

  start(database: Database, settings: StoreSettings): void {
    this.#database = database;
    this.#settings ??= settings;
    this.#next(FIRST_AFTER_MS);
  }

  configure(settings: StoreSettings): void {
    this.#settings = settings;
    if (this.#database !== undefined) this.#next(REST_MS);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#database = undefined;
  }

  #next(afterMs: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#step(), afterMs);
  }

  #step(): void {
    if (this.#database === undefined || this.#settings === undefined) return;
    let isMore = false;
    try {
      isMore = compactOnce(this.#database, this.#settings, Date.now());
    } catch {
      // A full disk or a busy file is told by who writes; nothing is lost by thinning out later.
    }
    this.#next(isMore ? REST_MS : LOOK_EVERY_MS);
  }
}
