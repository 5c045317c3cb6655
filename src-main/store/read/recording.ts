import { LabError } from '../../contract/index.js';
import type { RecordedInstance, RecordedStep } from '../../contract/index.js';
import { ROLLUP_COLUMNS } from '../aggregate.js';
import type { Database } from '../database.js';
import { unknownEntry } from '../errors.js';
import { unpackPoints, unpackRange } from '../packed-range.js';
import { findEntry } from './entries.js';
import { packSteps, readRange } from './range.js';
import { stillRecording } from './run.js';
import { samplesOf } from './samples.js';

/** Of samples and steps: what a thread can hand over at once, and a bundle can hold. */
const MOST_ROWS = 400_000;

/**
 * All that is kept of an instance; with `points` about so many, evenly over its time. Throws LabError `unknown-entry`,
 * `still-recording`, `export-too-large`.
 */
export function readRecording(database: Database, id: string, points?: number): RecordedInstance {
  const entry = findEntry(database, id);
  if (entry.kind !== 'recording') throw unknownEntry(id);
  if (entry.outcome === 'recording') throw stillRecording(id);
  if (points !== undefined) {
    const { samples = [], stepMs = 0, ...kept } = unpackRange(readRange(database, { id, points }));
    return { entry, samples, steps: (kept.points ?? []).map((point) => ({ stepMs, ...point })) };
  }
  const rows = rowsOf(database, id);
  if (rows > MOST_ROWS) throw tooMany(id, rows);
  return { entry, samples: samplesOf(database, id), steps: stepsOf(database, id) };
}

function stepsOf(database: Database, id: string): RecordedStep[] {
  const rows = database
    .statement(
      `SELECT at_ms, ${ROLLUP_COLUMNS}, step_ms FROM rollup
       WHERE series = (SELECT id FROM series WHERE entry = ?) ORDER BY step_ms, at_ms`,
    )
    .arrays(id);
  return unpackPoints(packSteps(rows)).map((point, at) => ({
    stepMs: Number(rows[at]?.at(-1)),
    ...point,
  }));
}

function rowsOf(database: Database, id: string): number {
  const row = database
    .statement(
      `SELECT (SELECT count(*) FROM sample WHERE series = one.id)
            + (SELECT count(*) FROM rollup WHERE series = one.id) AS n
       FROM series AS one WHERE entry = ?`,
    )
    .get(id);
  return Number(row?.['n'] ?? 0);
}

function tooMany(id: string, rows: number): LabError {
  return new LabError(
    'export-too-large',
    `${id} has ${rows} samples: more than the ${MOST_ROWS} that one file takes.`,
    'Choose a report (HTML or Markdown) or OpenMetrics: those are of all its time, less finely.',
  );
}
