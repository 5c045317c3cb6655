import type { Environment, Warning } from '../../contract/index.js';
import { SAMPLE_COLUMNS, sampleOf } from '../columns.js';
import type { Database } from '../database.js';
import type { BareRecord } from '../protocol.js';
import { putRecord } from './run.js';
import type { Snapshot } from './run.js';

const REASON = 'Paralelo ended before this run did: nobody saw its end.';
const NOT_WHOLE: Warning = {
  code: 'interrupted',
  message: 'What was recorded until Paralelo ended is here; output and its hash are not whole.',
  hint: 'Run it again for a whole record.',
};

/** What its process was recording when that ended: as much of it as there is becomes the record. */
export function interruptEntry(database: Database, id: string): void {
  const run = database
    .statement(
      `SELECT run.record, entry.session, entry.environment FROM run JOIN entry ON entry.id = run.entry
       WHERE entry.id = ?`,
    )
    .get(id);
  if (run === undefined) {
    database.statement("UPDATE entry SET outcome = 'interrupted' WHERE id = ?").run(id);
    return;
  }
  const snapshot = JSON.parse(String(run['record'])) as Snapshot;
  const environment = JSON.parse(String(run['environment'])) as Environment;
  putRecord(database, Number(run['session']), recordOf(database, snapshot, environment));
}

function recordOf(
  database: Database,
  { status, requestedAtIso }: Snapshot,
  environment: Environment,
): BareRecord {
  const { id, comparisonId, runtime, workload, limits, enforcedBy, phases, isolation } = status;
  const highest = SAMPLE_COLUMNS.map((name) => `max(${name}) AS ${name}`).join(', ');
  const peaks = database
    .statement(
      `SELECT max(at_ms) AS at_ms, ${highest} FROM sample
       WHERE series = (SELECT id FROM series WHERE entry = ?)`,
    )
    .get(id);
  const seen = sampleOf(peaks ?? {});
  const [stdout, stderr] = ['stdout', 'stderr'].map((stream) =>
    String(
      database
        .statement('SELECT text FROM output WHERE entry = ? AND stream = ?')
        .get(id, stream)?.['text'] ?? '',
    ),
  ) as [string, string];
  return {
    ...{ id, comparisonId, runtime, workload, limits, enforcedBy },
    outcome: { kind: 'interrupted', reason: REASON },
    requestedAt: requestedAtIso,
    durationMs: Math.max(phases.at(-1)?.startMs ?? 0, seen.tMs),
    phases,
    peak: seen.memory,
    ...{ stdout, stderr, stdoutBytes: Buffer.byteLength(stdout) },
    stderrBytes: Buffer.byteLength(stderr),
    stdoutSha256: '',
    truncated: true,
    isolation,
    warnings: [...status.warnings, NOT_WHOLE],
    environment,
  };
}
