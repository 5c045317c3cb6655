import type { WireError } from '../../contract/index.js';
import type { Database } from '../database.js';
import { broughtUpToDate } from '../errors.js';
import { MIGRATIONS, SCHEMA_VERSION } from '../migrations/index.js';
import { freeName } from './move-aside.js';

export function versionOf(database: Database): number {
  return Number(database.statement('PRAGMA user_version').get()?.['user_version']);
}

/** Brings it to the newest version, all of it or nothing; what was there before is kept as a copy. Returns what to tell. */
export function migrate(database: Database, path: string): WireError[] {
  const before = versionOf(database);
  if (before === SCHEMA_VERSION) return [];
  const backup = before === 0 ? undefined : copy(database, `${path}.v${before}`);
  const from = database.transaction(() => {
    // Another process may have done it while this one waited.
    const found = versionOf(database);
    for (const migration of MIGRATIONS.slice(found)) database.execute(migration);
    database.execute(`PRAGMA user_version = ${SCHEMA_VERSION}`);
    return found;
  });
  return backup === undefined || from === SCHEMA_VERSION
    ? []
    : [broughtUpToDate(path, from, SCHEMA_VERSION, backup)];
}

/** Whole, and of one moment, whatever others write meanwhile. */
function copy(database: Database, wanted: string): string {
  const name = freeName(wanted);
  database.execute(`VACUUM INTO '${name.replaceAll("'", "''")}'`);
  return name;
}
