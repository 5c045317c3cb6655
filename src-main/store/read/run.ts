import * as v from 'valibot';
import { LabError, RunRecordSchema } from '../../contract/index.js';
import type { RecordedRun, RunRecord } from '../../contract/index.js';
import type { Database } from '../database.js';
import { unknownEntry } from '../errors.js';
import { findEntry } from './entries.js';
import { parseColumn } from './parse.js';
import { samplesOf } from './samples.js';

const BARE_RECORD = v.omit(RunRecordSchema, ['samples', 'stdout', 'stderr']);

/** The record as it was, with its samples. Throws LabError `unknown-entry`, `still-recording`, `record-damaged`. */
export function readRun(database: Database, id: string): RecordedRun {
  const entry = findEntry(database, id);
  if (entry.kind !== 'run') throw unknownEntry(id);
  if (entry.outcome === 'recording') throw stillRecording(id);
  const row = database.statement('SELECT record FROM run WHERE entry = ?').get(id);
  const bare = parseColumn(BARE_RECORD, id, row?.['record']);
  const record: RunRecord = {
    ...bare,
    samples: samplesOf(database, id),
    stdout: outputOf(database, id, 'stdout'),
    stderr: outputOf(database, id, 'stderr'),
  };
  return { entry, record };
}

export function stillRecording(id: string): LabError {
  return new LabError(
    'still-recording',
    `${id} has not ended.`,
    'Wait until it has ended, or stop it; then it is whole.',
  );
}

function outputOf(database: Database, entry: string, stream: 'stdout' | 'stderr'): string {
  const row = database
    .statement('SELECT text FROM output WHERE entry = ? AND stream = ?')
    .get(entry, stream);
  return String(row?.['text'] ?? '');
}
