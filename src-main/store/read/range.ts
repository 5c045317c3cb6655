import type { RangeRequest } from '../../contract/index.js';
import { BY_STEPS, SAMPLES_BY_STEPS } from '../aggregate.js';
import { PACKED_WIDTH, SAMPLE_COLUMNS } from '../columns.js';
import type { Database, Row } from '../database.js';
import { unknownEntry } from '../errors.js';
import type { PackedPoints, PackedRange } from '../protocol.js';

/** Steps that a reader can name; longer ones are whole multiples of the last. */
const STEPS_MS = [1000, 2000, 5000, 10_000, 20_000, 30_000, 60_000, 120_000, 300_000, 600_000];
STEPS_MS.push(1_800_000, 3_600_000);

/**
 * What is kept of an entry between two times: every sample where these are few enough, else steps with the lowest, the
 * highest and the mean. Throws LabError `unknown-entry`.
 */
export function readRange(database: Database, request: RangeRequest): PackedRange {
  const { id, points } = request;
  const series = database.statement('SELECT id FROM series WHERE entry = ?').get(id)?.['id'];
  if (series === undefined) {
    if (database.statement('SELECT 1 AS found FROM entry WHERE id = ?').get(id)) return {};
    throw unknownEntry(id);
  }
  const span = spanOf(database, series, request);
  if (span === undefined) return {};
  const [fromMs, toMs] = span;
  const between = [series, fromMs, toMs] as const;
  const isThinned = hasSteps(database, between);
  const samples = isThinned ? undefined : fewSamples(database, between, points);
  if (samples !== undefined) return { samples };
  const stepMs = stepFor((toMs - fromMs) / points);
  const sql = isThinned ? BY_STEPS : SAMPLES_BY_STEPS;
  const rows = database.statement(sql).arrays(...between, stepMs);
  return { stepMs, points: packSteps(rows) };
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

type Between = readonly [series: Row[string], fromMs: number, toMs: number];
const BETWEEN = 'WHERE series = ? AND at_ms >= ? AND at_ms < ?';

/** Whether some of it is kept by steps only. */
function hasSteps(database: Database, between: Between): boolean {
  const sql = `SELECT 1 AS found FROM rollup ${BETWEEN} LIMIT 1`;
  return database.statement(sql).get(...between) !== undefined;
}

/** Undefined when there are more than `most`. */
function fewSamples(
  database: Database,
  between: Between,
  most: number,
): Float64Array<ArrayBuffer> | undefined {
  const rows = database
    .statement(`SELECT at_ms, ${SAMPLE_COLUMNS.join(', ')} FROM sample ${BETWEEN} LIMIT ?`)
    .arrays(...between, most + 1);
  return rows.length > most ? undefined : packRows(rows, (column) => 1 + column);
}

function stepFor(leastMs: number): number {
  const hourMs = 3_600_000;
  return STEPS_MS.find((step) => step >= leastMs) ?? Math.ceil(leastMs / hourMs) * hourMs;
}

/** Of rows with the time and the columns of a step. */
export function packSteps(rows: readonly (string | number | null)[][]): PackedPoints {
  const of = (aggregate: number) => packRows(rows, (column) => 1 + 4 * column + aggregate);
  const count = of(3).map((n) => (n === 0 ? NaN : n));
  return { min: of(0), max: of(1), mean: of(2), count };
}

/** The time of each row, and of each column the value that stands at that place. */
function packRows(
  rows: readonly (string | number | null)[][],
  placeOf: (column: number) => number,
): Float64Array<ArrayBuffer> {
  const packed = new Float64Array(rows.length * PACKED_WIDTH).fill(NaN);
  const places = SAMPLE_COLUMNS.map((_, column) => placeOf(column));
  rows.forEach((row, nth) => {
    const start = nth * PACKED_WIDTH;
    packed[start] = Number(row[0]);
    places.forEach((place, column) => {
      const value = row[place];
      if (typeof value === 'number') packed[start + 1 + column] = value;
    });
  });
  return packed;
}
