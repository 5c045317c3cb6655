import { statSync } from 'node:fs';
import type { Database } from '../database.js';
import { isAlive } from '../owner.js';

/** Reading that much takes no time that anybody notices. */
const ALWAYS_CHECKED_BYTES = 64 * 1024 ** 2;
const CHECKED_EVERY_MS = 86_400_000;

/**
 * What is wrong with the file, in SQLite's words; undefined when it is sound. A large one that was closed well is read
 * through once a day only.
 */
export function findDamage(database: Database, path: string): string | undefined {
  if (!isDue(database, path)) return undefined;
  const found = database.statement('PRAGMA quick_check(1)').all();
  const words = String(Object.values(found[0] ?? {})[0]);
  return words === 'ok' ? undefined : words;
}

function isDue(database: Database, path: string): boolean {
  if (statSync(path).size <= ALWAYS_CHECKED_BYTES) return true;
  const unended = database.statement('SELECT owner FROM session WHERE ended_at_ms IS NULL').all();
  if (unended.some(({ owner }) => !isAlive(String(owner)))) return true;
  const last = database.statement('SELECT max(begun_at_ms) AS at_ms FROM session').get();
  return Math.abs(Date.now() - Number(last?.['at_ms'])) > CHECKED_EVERY_MS;
}
