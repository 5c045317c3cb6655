import type { RunStatus, WorkloadIdentity } from '../../contract/index.js';
import type { Database } from '../database.js';
import type { BareRecord, WriteItem } from '../protocol.js';
import { json, putEntry } from './entry.js';
import { putSamples } from './samples.js';

type Of<Kind extends WriteItem['kind']> = Extract<WriteItem, { kind: Kind }>;

/** What is kept of a run while it lasts: what a record needs, should nobody see its end. */
export interface Snapshot {
  status: RunStatus;
  requestedAtIso: string;
}

/** As it stands now. What comes after its end changes nothing. */
export function putRun(database: Database, session: number, item: Of<'run'>): void {
  const { status, requestedAtIso, environment } = item;
  if (hasEnded(database, status.id)) return;
  putEntry(database, session, {
    ...{ id: status.id, kind: 'run', outcome: 'recording', environment },
    ...{ atMs: Date.parse(requestedAtIso), workload: status.workload.ref },
    ...{ runtimes: [status.runtime], words: wordsOf(status) },
  });
  const snapshot: Snapshot = { status, requestedAtIso };
  putRow(database, status, Date.parse(requestedAtIso), { record: snapshot });
}

export function putOutput(database: Database, { entry, stream, text }: Of<'output'>): void {
  if (hasEnded(database, entry)) return;
  database
    .statement(
      `INSERT INTO output (entry, stream, text) VALUES (?, ?, ?)
       ON CONFLICT (entry, stream) DO UPDATE SET text = text || excluded.text`,
    )
    .run(entry, stream, text);
}

export function putEndedRun(database: Database, session: number, item: Of<'run-ended'>): void {
  const { record, firstTMs, packed } = item;
  putRecord(database, session, record);
  if (firstTMs !== undefined) {
    database
      .statement(
        'DELETE FROM sample WHERE series = (SELECT id FROM series WHERE entry = ?) AND at_ms < ?',
      )
      .run(record.id, firstTMs);
  }
  if (packed !== undefined) putSamples(database, [{ entry: record.id, packed }]);
}

export function putRecord(database: Database, session: number, record: BareRecord): void {
  const { stdout, stderr, ...rest } = record;
  const atMs = Date.parse(record.requestedAt);
  putEntry(database, session, {
    ...{ id: record.id, kind: 'run', atMs, durationMs: record.durationMs },
    ...{ outcome: record.outcome.kind, workload: record.workload.ref },
    ...{ environment: record.environment, runtimes: [record.runtime], words: wordsOf(record) },
  });
  putRow(database, record, atMs, { record: rest, peak: record.peak });
  for (const [stream, text] of Object.entries({ stdout, stderr })) {
    database
      .statement('INSERT OR REPLACE INTO output (entry, stream, text) VALUES (?, ?, ?)')
      .run(record.id, stream, text);
  }
}

function putRow(
  database: Database,
  run: {
    id: string;
    comparisonId: string;
    runtime: string;
    runtimeVersion?: string;
    workload: WorkloadIdentity;
  },
  atMs: number,
  { record, peak }: { record: unknown; peak?: unknown },
): void {
  database
    .statement('INSERT OR IGNORE INTO comparison (id, at_ms) VALUES (?, ?)')
    .run(run.comparisonId, atMs);
  database
    .statement(
      `INSERT INTO run (entry, comparison, runtime, runtime_version, workload, peak, record)
       VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (entry) DO UPDATE SET runtime_version = excluded.runtime_version,
         workload = excluded.workload, peak = excluded.peak, record = excluded.record`,
    )
    .run(
      ...[run.id, run.comparisonId, run.runtime, run.runtimeVersion, json(run.workload)],
      ...[json(peak), json(record)],
    );
}

function hasEnded(database: Database, id: string): boolean {
  const found = database.statement('SELECT outcome FROM entry WHERE id = ?').get(id);
  return found !== undefined && found['outcome'] !== 'recording';
}

function wordsOf({
  id,
  runtime,
  workload,
}: {
  id: string;
  runtime: string;
  workload: WorkloadIdentity;
}): string[] {
  return [id, runtime, workload.ref, workload.args.join(' ')];
}
