import type { Database } from '../database.js';

const ROWS_AT_ONCE = 5000;

/** Deletes a part of what was removed before that time, the oldest first; false when nothing of it is left. */
export function purge(database: Database, removedBeforeMs: number): boolean {
  const found = database
    .statement(
      `SELECT entry.id, series.id AS series FROM entry LEFT JOIN series ON series.entry = entry.id
       WHERE removed_at_ms < ? AND NOT is_pinned ORDER BY removed_at_ms LIMIT 1`,
    )
    .get(removedBeforeMs);
  if (found === undefined) return false;
  database.transaction(() => {
    for (const table of ['sample', 'rollup']) {
      const keys = table === 'sample' ? 'at_ms' : 'step_ms, at_ms';
      const rows = database
        .statement(
          `DELETE FROM ${table} WHERE series = ?1 AND (${keys}) IN (
             SELECT ${keys} FROM ${table} WHERE series = ?1 LIMIT ${ROWS_AT_ONCE})`,
        )
        .run(found['series']);
      if (rows >= ROWS_AT_ONCE) return;
    }
    database.statement('DELETE FROM entry WHERE id = ?').run(found['id']);
  });
  return true;
}
