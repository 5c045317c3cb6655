import { IsolationMatrixSchema } from '../../contract/index.js';
import type { RecordedAttempts } from '../../contract/index.js';
import type { Database } from '../database.js';
import { unknownEntry } from '../errors.js';
import { findEntry } from './entries.js';
import { parseColumn } from './parse.js';

/** Throws LabError `unknown-entry`, `record-damaged`. */
export function readAttempts(database: Database, id: string): RecordedAttempts {
  const entry = findEntry(database, id);
  if (entry.kind !== 'attempts') throw unknownEntry(id);
  const row = database.statement('SELECT matrix FROM attempts WHERE entry = ?').get(id);
  return { entry, matrix: parseColumn(IsolationMatrixSchema, id, row?.['matrix']) };
}
