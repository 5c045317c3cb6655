import type { Sample } from '../../contract/index.js';
import { SAMPLE_COLUMNS, sampleOf } from '../columns.js';
import type { Database } from '../database.js';

/** All that are kept of an entry, in the order of their times. */
export function samplesOf(database: Database, entry: string): Sample[] {
  return database
    .statement(
      `SELECT at_ms, ${SAMPLE_COLUMNS.join(', ')} FROM sample
       WHERE series = (SELECT id FROM series WHERE entry = ?) ORDER BY at_ms`,
    )
    .all(entry)
    .map(sampleOf);
}
