import { PACKED_WIDTH, SAMPLE_COLUMNS } from '../columns.js';
import type { Database } from '../database.js';

/** Rows of one statement: SQLite takes 32,766 values at most, and little is gained beyond this. */
const ROWS_AT_ONCE = 64;
/** Its series, its time, and its columns. */
const ROW_WIDTH = PACKED_WIDTH + 1;

/** The number that all samples of an entry have, made where there is none. */
export function seriesOf(database: Database, entry: string): number {
  const found = database.statement('SELECT id FROM series WHERE entry = ?').get(entry);
  if (found !== undefined) return Number(found['id']);
  const made = database.statement('INSERT INTO series (entry) VALUES (?) RETURNING id').get(entry);
  return Number(made?.['id']);
}

export interface SampleItem {
  entry: string;
  packed: Float64Array;
}

/**
 * A sample that is there already stays as it is. Those of several entries go into the same statements: watching a
 * hundred instances brings one sample of each.
 */
export function putSamples(database: Database, items: readonly SampleItem[]): void {
  const known = new Map<string, number>();
  let values: number[] = [];
  for (const { entry, packed } of items) {
    const series = known.get(entry) ?? seriesOf(database, entry);
    known.set(entry, series);
    for (let start = 0; start < packed.length; start += PACKED_WIDTH) {
      values.push(series);
      for (let at = start; at < start + PACKED_WIDTH; at += 1) values.push(packed[at] ?? NaN);
      if (values.length < ROWS_AT_ONCE * ROW_WIDTH) continue;
      database.statement(insert(ROWS_AT_ONCE)).runNumbers(values);
      values = [];
    }
  }
  putRest(database, values);
}

/** Few sizes only, so that few statements are kept. */
function putRest(database: Database, values: readonly number[]): void {
  let from = 0;
  for (let rows = ROWS_AT_ONCE / 2; rows >= 1; rows /= 2) {
    const width = rows * ROW_WIDTH;
    if (values.length - from < width) continue;
    database.statement(insert(rows)).runNumbers(values.slice(from, from + width));
    from += width;
  }
}

const INSERTS = new Map<number, string>();

function insert(rows: number): string {
  let sql = INSERTS.get(rows);
  if (sql === undefined) {
    const row = `(${Array.from({ length: ROW_WIDTH }, () => '?').join(', ')})`;
    sql = `INSERT OR IGNORE INTO sample (series, at_ms, ${SAMPLE_COLUMNS.join(', ')})
      VALUES ${Array.from({ length: rows }, () => row).join(', ')}`;
    INSERTS.set(rows, sql);
  }
  return sql;
}
