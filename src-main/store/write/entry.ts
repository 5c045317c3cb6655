import type { Environment } from '../../contract/index.js';
import type { Database } from '../database.js';

export interface EntryRow {
  id: string;
  kind: string;
  atMs: number;
  durationMs?: number | undefined;
  outcome: string;
  workload?: string | undefined;
  environment?: Environment | undefined;
  runtimes: readonly string[];
  /** What a search looks through, besides note and tags. */
  words: readonly string[];
}

/** Written anew as often as it changes; what the user says about it stays. */
export function putEntry(database: Database, session: number, entry: EntryRow): void {
  database
    .statement(
      `INSERT INTO entry (id, kind, session, at_ms, duration_ms, outcome, workload, environment, words)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET at_ms = excluded.at_ms, duration_ms = excluded.duration_ms,
         outcome = excluded.outcome, workload = excluded.workload, environment = excluded.environment,
         words = excluded.words`,
    )
    .run(
      ...[entry.id, entry.kind, session, entry.atMs, entry.durationMs, entry.outcome],
      ...[entry.workload, json(entry.environment), entry.words.join('\n').toLowerCase()],
    );
  for (const runtime of entry.runtimes) {
    database
      .statement('INSERT OR IGNORE INTO entry_runtime (entry, runtime) VALUES (?, ?)')
      .run(entry.id, runtime);
  }
}

export function json(value: unknown): string | undefined {
  return value === undefined ? undefined : JSON.stringify(value);
}
