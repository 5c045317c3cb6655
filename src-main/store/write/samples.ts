import { PACKED_WIDTH, SAMPLE_COLUMNS } from '../columns.js';
import type { Database } from '../database.js';

/** Rows of one statement: SQLite takes 32,766 values at most, and little is gained beyond this. */
const ROWS_AT_ONCE = 64;

/** The number that all samples of an entry have, made where there is none. */
export function seriesOf(database: Database, entry: string): number {
  const found = database.statement('SELECT id FROM series WHERE entry = ?').get(entry);
  if (found !== undefined) return Number(found['id']);
  const made = database.statement('INSERT INTO series (entry) VALUES (?) RETURNING id').get(entry);
  return Number(made?.['id']);
}

/** A sample that is there already stays as it is. */
export function putSamples(database: Database, entry: string, packed: Float64Array): void {
  const series = seriesOf(database, entry);
  const rows = packed.length / PACKED_WIDTH;
  const many = database.statement(insert(ROWS_AT_ONCE));
  const one = database.statement(insert(1));
  for (let row = 0; row < rows;) {
    // Two sizes only, so that few statements are kept.
    const count = rows - row >= ROWS_AT_ONCE ? ROWS_AT_ONCE : 1;
    (count === 1 ? one : many).runNumbers(valuesOf(series, packed, row, count));
    row += count;
  }
}

function valuesOf(series: number, packed: Float64Array, first: number, count: number): number[] {
  const values: number[] = [];
  for (let row = first; row < first + count; row += 1) {
    const start = row * PACKED_WIDTH;
    values.push(series);
    for (let at = start; at < start + PACKED_WIDTH; at += 1) values.push(packed[at] ?? NaN);
  }
  return values;
}

const INSERTS = new Map<number, string>();

function insert(rows: number): string {
  let sql = INSERTS.get(rows);
  if (sql === undefined) {
    const row = `(${Array.from({ length: PACKED_WIDTH + 1 }, () => '?').join(', ')})`;
    sql = `INSERT OR IGNORE INTO sample (series, at_ms, ${SAMPLE_COLUMNS.join(', ')})
      VALUES ${Array.from({ length: rows }, () => row).join(', ')}`;
    INSERTS.set(rows, sql);
  }
  return sql;
}
