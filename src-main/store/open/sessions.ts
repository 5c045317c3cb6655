import type { Database } from '../database.js';
import { isAlive, ownerOf } from '../owner.js';
import { interruptEntry } from '../write/interrupt.js';

/** One process that records, from its opening of the file to its closing. Returns its number. */
export function beginSession(database: Database, labVersion: string): number {
  const row = database
    .statement(
      'INSERT INTO session (owner, lab_version, begun_at_ms) VALUES (?, ?, ?) RETURNING id',
    )
    .get(ownerOf(process.pid), labVersion, Date.now());
  return Number(row?.['id']);
}

export function endSession(database: Database, session: number): void {
  database.transaction(() => {
    for (const id of underWay(database, session)) interruptEntry(database, id);
    database.statement('UPDATE session SET ended_at_ms = ? WHERE id = ?').run(Date.now(), session);
  });
}

/** What a process was recording that is no more will never end by itself. Returns those entries. */
export function interruptDead(database: Database): string[] {
  const unended = database
    .statement('SELECT id, owner FROM session WHERE ended_at_ms IS NULL')
    .all();
  const dead = unended.filter(({ owner }) => !isAlive(String(owner)));
  if (dead.length === 0) return [];
  return database.transaction(() =>
    dead.flatMap((session) => {
      const ids = underWay(database, Number(session['id']));
      for (const id of ids) interruptEntry(database, id);
      database
        .statement('UPDATE session SET ended_at_ms = begun_at_ms WHERE id = ?')
        .run(session['id']);
      return ids;
    }),
  );
}

function underWay(database: Database, session: number): string[] {
  return database
    .statement("SELECT id FROM entry WHERE session = ? AND outcome = 'recording'")
    .all(session)
    .map(({ id }) => String(id));
}
