import type { Database } from '../database.js';

const LOOK_EVERY_MS = 2000;

/** Notices that another process has written: its runs belong into the same list. */
export class ElsewhereWatch {
  #timer: NodeJS.Timeout | undefined;

  start(database: Database, changed: () => void): void {
    // Of this connection: it stays the same for what it writes itself.
    const look = (): unknown => database.statement('PRAGMA data_version').get()?.['data_version'];
    let seen = look();
    this.#timer = setInterval(() => {
      const now = look();
      if (now !== seen) changed();
      seen = now;
    }, LOOK_EVERY_MS);
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}
