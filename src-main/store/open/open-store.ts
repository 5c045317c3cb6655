import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { WireError } from '../../contract/index.js';
import { StoreFault, openDatabase } from '../database.js';
import type { Database } from '../database.js';
import { newerSchema, setAside } from '../errors.js';
import { SCHEMA_VERSION } from '../migrations/index.js';
import { findDamage } from './damage.js';
import { migrate, versionOf } from './migrate.js';
import { moveAside } from './move-aside.js';
import type { WorkerOptions } from '../protocol.js';
import { takeAlong } from './take-along.js';
import { beginSession, interruptDead } from './sessions.js';

export interface OpenedStore {
  database: Database;
  session: number;
  notices: WireError[];
  /** Entries whose process ended before they did. */
  interrupted: string[];
}

/** How long one process waits for another that writes. */
const BUSY_MS = 5000;
/** With what is kept free inside the file, less than the budget leaves for both. */
const MOST_LEFT_OF_WAL_BYTES = 6 * 1024 ** 2;

/**
 * The database of this path, ready: made where there is none, checked, brought up to date. A damaged file is set aside.
 * Throws LabError `store-newer`, `store-not-copied`, with the file as it was, and StoreFault.
 */
export function openStore(
  path: string,
  labVersion: string,
  { copyFrom, mustExist = false }: Pick<WorkerOptions, 'copyFrom' | 'mustExist'> = {},
): OpenedStore {
  if (!mustExist) mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  else if (!existsSync(dirname(path))) throw new StoreFault('not-opened', 'its folder is missing');
  if (copyFrom !== undefined) takeAlong(copyFrom, path);
  try {
    return openSound(path, labVersion);
  } catch (thrown) {
    if (!(thrown instanceof StoreFault) || thrown.kind !== 'damaged') throw thrown;
    const aside = moveAside(path);
    const opened = openSound(path, labVersion);
    return { ...opened, notices: [setAside(path, aside, thrown.message), ...opened.notices] };
  }
}

function openSound(path: string, labVersion: string): OpenedStore {
  const database = openDatabase(path);
  try {
    database.execute(`PRAGMA busy_timeout = ${BUSY_MS}`);
    const version = versionOf(database);
    if (version > SCHEMA_VERSION) throw newerSchema(path, version, SCHEMA_VERSION);
    configure(database, version);
    if (version > 0) {
      const damage = findDamage(database, path);
      if (damage !== undefined) throw new StoreFault('damaged', damage);
    }
    const notices = migrate(database, path);
    const interrupted = interruptDead(database);
    return { database, session: beginSession(database, labVersion), notices, interrupted };
  } catch (thrown) {
    database.close();
    throw thrown;
  }
}

/**
 * WAL: a reader waits for no writer. NORMAL: what is committed outlives the process whatever happens to it; a power cut
 * may take the last commits, and never leaves a file that makes no sense.
 */
function configure(database: Database, version: number): void {
  // Only an empty file takes it: room that is given up can go back to the disk, some pages at a time.
  if (version === 0) database.execute('PRAGMA auto_vacuum = INCREMENTAL');
  database.execute('PRAGMA journal_mode = WAL');
  database.execute('PRAGMA synchronous = NORMAL');
  database.execute('PRAGMA foreign_keys = ON');
  database.execute(`PRAGMA journal_size_limit = ${MOST_LEFT_OF_WAL_BYTES}`);
}
