import { LabError } from '../../contract/index.js';
import type { Database } from '../database.js';
import { findEntry } from '../read/entries.js';

/** The process that records it looks for this. Throws LabError `unknown-entry`, `bad-request`. */
export function askToStop(database: Database, { id }: { id: string }): Record<string, never> {
  const { kind, outcome } = findEntry(database, id);
  if (kind !== 'recording' || outcome !== 'recording') {
    throw new LabError(
      'bad-request',
      `${id} is not being recorded.`,
      'List what is being recorded: `paralelo record --list`.',
    );
  }
  database
    .statement('UPDATE recording SET stop_asked_at_ms = ? WHERE entry = ?')
    .run(Date.now(), id);
  return {};
}

/** What this session records and is asked to end. */
export function stopsAsked(database: Database, session: number): { ids: string[] } {
  const rows = database
    .statement(
      `SELECT entry.id FROM entry JOIN recording ON recording.entry = entry.id
       WHERE entry.session = ? AND entry.outcome = 'recording' AND stop_asked_at_ms IS NOT NULL`,
    )
    .all(session);
  return { ids: rows.map(({ id }) => String(id)) };
}
