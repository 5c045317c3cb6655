import type { Annotation, HistoryEntry } from '../../contract/index.js';
import type { Database } from '../database.js';
import { unknownEntry } from '../errors.js';
import { findEntry } from '../read/entries.js';
import { stillRecording } from '../read/run.js';

/** Throws LabError `unknown-entry`. */
export function annotate(database: Database, annotation: Annotation): HistoryEntry {
  return database.transaction(() => {
    findEntry(database, annotation.id);
    putAnnotation(database, annotation);
    return findEntry(database, annotation.id);
  });
}

/** Inside the caller's transaction. */
export function putAnnotation(database: Database, { id, note, tags, isPinned }: Annotation): void {
  if (note !== undefined) set(database, id, 'note', note);
  if (isPinned !== undefined) set(database, id, 'is_pinned', Number(isPinned));
  if (tags === undefined) return;
  database.statement('DELETE FROM tag WHERE entry = ?').run(id);
  const put = database.statement('INSERT OR IGNORE INTO tag (entry, tag) VALUES (?, ?)');
  for (const tag of tags) put.run(id, tag);
}

function set(
  database: Database,
  id: string,
  column: 'note' | 'is_pinned' | 'removed_at_ms',
  value: string | number | null,
): void {
  database.statement(`UPDATE entry SET ${column} = ? WHERE id = ?`).run(value, id);
}

/** All of them or none; they can be had back until they are purged. Throws LabError `unknown-entry`, `still-recording`. */
export function remove(database: Database, ids: readonly string[]): string[] {
  return database.transaction(() => {
    for (const id of ids) {
      if (outcomeOf(database, id) === 'recording') throw stillRecording(id);
      set(database, id, 'removed_at_ms', Date.now());
    }
    return [...ids];
  });
}

/** Throws LabError `unknown-entry` for one that was purged meanwhile. */
export function restore(database: Database, ids: readonly string[]): string[] {
  return database.transaction(() => {
    for (const id of ids) {
      outcomeOf(database, id);
      set(database, id, 'removed_at_ms', null);
    }
    return [...ids];
  });
}

function outcomeOf(database: Database, id: string): string {
  const row = database.statement('SELECT outcome FROM entry WHERE id = ?').get(id);
  if (row === undefined) throw unknownEntry(id);
  return String(row['outcome']);
}
