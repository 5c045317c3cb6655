import type { Database } from '../database.js';
import type { WriteItem } from '../protocol.js';
import { putEntry } from './entry.js';

export function putRecording(
  database: Database,
  session: number,
  item: Extract<WriteItem, { kind: 'recording' }>,
): void {
  const { id, atIso, outcome, durationMs, instance, environment } = item;
  const { name, runtime, program } = instance;
  putEntry(database, session, {
    ...{ id, kind: 'recording', atMs: Date.parse(atIso), durationMs, outcome },
    ...{ workload: program, environment, runtimes: runtime === undefined ? [] : [runtime] },
    words: [id, instance.id, name, runtime ?? '', program ?? ''],
  });
  database
    .statement(
      `INSERT OR IGNORE INTO recording (entry, instance_id, instance_kind, name, runtime)
       VALUES (?, ?, ?, ?, ?)`,
    )
    .run(id, instance.id, instance.kind, name, runtime);
}
