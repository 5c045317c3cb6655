import type { Database } from '../database.js';
import type { WriteItem } from '../protocol.js';
import { json, putEntry } from './entry.js';

export function putAttempts(
  database: Database,
  session: number,
  { id, outcome, matrix }: Extract<WriteItem, { kind: 'attempts' }>,
): void {
  const { startedAtIso, durationMs, environment } = matrix;
  const runtimes = matrix.runtimes.map((runtime) => runtime.id);
  putEntry(database, session, {
    ...{ id, kind: 'attempts', atMs: Date.parse(startedAtIso), outcome, environment, runtimes },
    ...(outcome === 'recording' ? {} : { durationMs }),
    words: [id, 'attempts', 'isolation', 'probes', ...runtimes],
  });
  database
    .statement(
      `INSERT INTO attempts (entry, matrix, tried) VALUES (?, ?, ?)
       ON CONFLICT (entry) DO UPDATE SET matrix = excluded.matrix, tried = excluded.tried`,
    )
    .run(id, json(matrix), matrix.results.length);
}
