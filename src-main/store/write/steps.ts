import type { RecordedStep } from '../../contract/index.js';
import { ROLLUP_COLUMNS } from '../aggregate.js';
import { packSamples } from '../columns.js';
import type { Database } from '../database.js';
import { seriesOf } from './samples.js';

const VALUES = ROLLUP_COLUMNS.split(',')
  .map(() => '?')
  .join(', ');

/** What another store kept by steps. */
export function putSteps(database: Database, entry: string, steps: readonly RecordedStep[]): void {
  const series = seriesOf(database, entry);
  const put = database.statement(
    `INSERT OR IGNORE INTO rollup (series, step_ms, at_ms, ${ROLLUP_COLUMNS}) VALUES (?, ?, ?, ${VALUES})`,
  );
  for (const { stepMs, min, max, mean, count } of steps) {
    const [atMs = NaN, ...lowest] = packSamples([min]);
    const [, ...highest] = packSamples([max]);
    const [, ...middle] = packSamples([mean]);
    const [, ...many] = packSamples([count]);
    const values = lowest.flatMap((low, at) => {
      const n = many[at] ?? NaN;
      return [low, highest[at] ?? NaN, middle[at] ?? NaN, Number.isNaN(n) ? 0 : n];
    });
    put.runNumbers([series, stepMs, atMs, ...values]);
  }
}
