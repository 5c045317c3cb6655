import { EnvironmentSchema, MemorySchema, WorkloadIdentitySchema } from '../../contract/index.js';
import type {
  AttemptsEntry,
  EntryNotes,
  ExperimentEntry,
  HistoryEntry,
  RecordingEntry,
  RunEntry,
} from '../../contract/index.js';
import type { Database, Row } from '../database.js';
import { unknownEntry } from '../errors.js';
import { parseColumn } from './parse.js';

/** All that a list shows, in one row an entry. */
export const ENTRY_COLUMNS = `
  entry.*,
  (SELECT json_group_array(tag.tag) FROM tag WHERE tag.entry = entry.id) AS tags,
  (SELECT json_group_array(runtime) FROM entry_runtime WHERE entry_runtime.entry = entry.id) AS runtimes,
  run.comparison, run.runtime, run.runtime_version, run.workload AS identity, run.peak,
  json_extract(run.record, '$.outcome.code') AS exit_code,
  experiment.experiment, attempts.tried,
  recording.instance_id, recording.instance_kind, recording.name, recording.runtime AS instance_runtime`;
export const ENTRY_TABLES = `
  entry LEFT JOIN run ON run.entry = entry.id LEFT JOIN experiment ON experiment.entry = entry.id
  LEFT JOIN attempts ON attempts.entry = entry.id LEFT JOIN recording ON recording.entry = entry.id`;

/** Throws LabError `unknown-entry`. */
export function findEntry(database: Database, id: string): HistoryEntry {
  const row = database
    .statement(`SELECT ${ENTRY_COLUMNS} FROM ${ENTRY_TABLES} WHERE entry.id = ?`)
    .get(id);
  if (row === undefined) throw unknownEntry(id);
  return entryOf(row);
}

export function entryOf(row: Row): HistoryEntry {
  switch (row['kind']) {
    case 'run':
      return runOf(row);
    case 'experiment':
      return experimentOf(row);
    case 'attempts':
      return attemptsOf(row);
    default:
      return recordingOf(row);
  }
}

function runOf(row: Row): RunEntry {
  const id = String(row['id']);
  return {
    kind: 'run',
    ...notesOf(row),
    outcome: row['outcome'] as RunEntry['outcome'],
    ...(row['exit_code'] === null ? {} : { exitCode: Number(row['exit_code']) }),
    comparisonId: String(row['comparison']),
    runtime: String(row['runtime']),
    ...optional('runtimeVersion', row['runtime_version']),
    workload: parseColumn(WorkloadIdentitySchema, id, row['identity']),
    ...(row['peak'] === null ? {} : { peak: parseColumn(MemorySchema, id, row['peak']) }),
  };
}

function experimentOf(row: Row): ExperimentEntry {
  return {
    kind: 'experiment',
    ...notesOf(row),
    outcome: row['outcome'] as ExperimentEntry['outcome'],
    experiment: row['experiment'] as ExperimentEntry['experiment'],
    runtimes: JSON.parse(String(row['runtimes'])) as string[],
    ...optional('workload', row['workload']),
  };
}

function attemptsOf(row: Row): AttemptsEntry {
  return {
    kind: 'attempts',
    ...notesOf(row),
    outcome: row['outcome'] as AttemptsEntry['outcome'],
    runtimes: JSON.parse(String(row['runtimes'])) as string[],
    tried: Number(row['tried']),
  };
}

function recordingOf(row: Row): RecordingEntry {
  return {
    kind: 'recording',
    ...notesOf(row),
    outcome: row['outcome'] as RecordingEntry['outcome'],
    instanceId: String(row['instance_id']),
    instanceKind: row['instance_kind'] as RecordingEntry['instanceKind'],
    name: String(row['name']),
    ...optional('runtime', row['instance_runtime']),
    ...optional('program', row['workload']),
  };
}

function notesOf(row: Row): EntryNotes {
  const id = String(row['id']);
  const { note, duration_ms: durationMs, removed_at_ms: removedAtMs, environment } = row;
  return {
    id,
    atIso: new Date(Number(row['at_ms'])).toISOString(),
    ...(typeof durationMs === 'number' ? { durationMs } : {}),
    ...(note === '' ? {} : optional('note', note)),
    tags: JSON.parse(String(row['tags'])) as string[],
    isPinned: row['is_pinned'] === 1,
    ...(typeof removedAtMs === 'number'
      ? { removedAtIso: new Date(removedAtMs).toISOString() }
      : {}),
    ...(environment === null
      ? {}
      : { environment: parseColumn(EnvironmentSchema, id, environment) }),
  };
}

function optional<Name extends string>(
  name: Name,
  value: Row[string] | undefined,
): Partial<Record<Name, string>> {
  return typeof value === 'string' ? ({ [name]: value } as Record<Name, string>) : {};
}
