import type { RangeRequest, RecordedRange, Sample } from '../../contract/index.js';
import { BY_STEPS } from '../aggregate.js';
import { SAMPLE_COLUMNS, sampleOf } from '../columns.js';
import type { Database, Row } from '../database.js';
import { unknownEntry } from '../errors.js';

/** Steps that a reader can name; longer ones are whole multiples of the last. */
const STEPS_MS = [1000, 2000, 5000, 10_000, 20_000, 30_000, 60_000, 120_000, 300_000, 600_000];
STEPS_MS.push(1_800_000, 3_600_000);

/**
 * What is kept of an entry between two times: every sample where these are few enough, else steps with the lowest, the
 * highest and the mean. Throws LabError `unknown-entry`.
 */
export function readRange(database: Database, request: RangeRequest): RecordedRange {
  const { id, points } = request;
  const series = database.statement('SELECT id FROM series WHERE entry = ?').get(id)?.['id'];
  if (series === undefined) {
    if (database.statement('SELECT 1 AS found FROM entry WHERE id = ?').get(id)) return {};
    throw unknownEntry(id);
  }
  const span = spanOf(database, series, request);
  if (span === undefined) return {};
  const [fromMs, toMs] = span;
  const samples = fewSamples(database, [series, fromMs, toMs], points);
  if (samples !== undefined) return { samples };
  const stepMs = stepFor((toMs - fromMs) / points);
  const rows = database.statement(BY_STEPS).all(series, fromMs, toMs, stepMs);
  return {
    stepMs,
    points: rows.map((row) => ({
      min: named(row, 'min'),
      max: named(row, 'max'),
      mean: named(row, 'mean'),
    })),
  };
}

/** Undefined where nothing is kept. The end is beyond the last. */
function spanOf(
  database: Database,
  series: Row[string],
  { fromMs, toMs }: RangeRequest,
): [number, number] | undefined {
  const row = database
    .statement(
      `SELECT min(low) AS low, max(high) AS high FROM (
         SELECT min(at_ms) AS low, max(at_ms) + 0.001 AS high FROM sample WHERE series = ?1
         UNION ALL
         SELECT min(at_ms), max(at_ms + step_ms) FROM rollup WHERE series = ?1)`,
    )
    .get(series);
  const { low = null, high = null } = row ?? {};
  if (typeof low !== 'number' || typeof high !== 'number') return undefined;
  const span: [number, number] = [Math.max(low, fromMs ?? low), Math.min(high, toMs ?? high)];
  return span[0] < span[1] ? span : undefined;
}

/** Undefined when there are more than `most`, or some are kept by steps only. */
function fewSamples(
  database: Database,
  between: [Row[string], number, number],
  most: number,
): Sample[] | undefined {
  const where = 'WHERE series = ? AND at_ms >= ? AND at_ms < ?';
  const steps = database
    .statement(`SELECT 1 AS found FROM rollup ${where} LIMIT 1`)
    .get(...between);
  if (steps !== undefined) return undefined;
  const rows = database
    .statement(`SELECT at_ms, ${SAMPLE_COLUMNS.join(', ')} FROM sample ${where} LIMIT ?`)
    .all(...between, most + 1);
  return rows.length > most ? undefined : rows.map(sampleOf);
}

function stepFor(leastMs: number): number {
  const hourMs = 3_600_000;
  return STEPS_MS.find((step) => step >= leastMs) ?? Math.ceil(leastMs / hourMs) * hourMs;
}

function named(row: Row, aggregate: 'min' | 'max' | 'mean'): Sample {
  const values: Row = { at_ms: row['at_ms'] ?? null };
  for (const name of SAMPLE_COLUMNS) values[name] = row[`${name}_${aggregate}`] ?? null;
  return sampleOf(values);
}
