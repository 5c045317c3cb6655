import type { Database } from '../database.js';
import type { WriteItem } from '../protocol.js';

/** A row a run: what came before is not written again. */
export function putTrial(
  database: Database,
  { entry, trial, ground }: Extract<WriteItem, { kind: 'trial' }>,
): void {
  if (ground !== undefined) {
    database.statement('UPDATE experiment SET ground = ? WHERE entry = ?').run(ground, entry);
  }
  const { sequence, contender, isWarmUp, atMs, cameTo, why, kept } = trial;
  database
    .statement(
      `INSERT OR IGNORE INTO trial
         (entry, sequence, contender, is_warm_up, at_ms, came_to, why, kept)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(entry, sequence, contender, Number(isWarmUp), atMs, cameTo, why, kept);
}

/** The whole result is there, and has every value: their order is left. */
export function forgetKept(database: Database, entry: string): void {
  database.statement('UPDATE trial SET kept = NULL WHERE entry = ?').run(entry);
  database.statement('UPDATE experiment SET ground = NULL WHERE entry = ?').run(entry);
}
