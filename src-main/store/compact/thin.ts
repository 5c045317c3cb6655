import { ROLLUP_COLUMNS, THINNED } from '../aggregate.js';
import type { Database } from '../database.js';

/** Of one transaction: about 50 ms, in which nothing else is written. */
const ROWS_AT_ONCE = 5000;

/** From which fineness to which; 0 is every sample. */
export interface Level {
  fromStepMs: number;
  toStepMs: number;
}
/**
 * The finest first. What was sampled hardly finer than a step goes on as it is until a longer step is due: a step has
 * four numbers for each of a sample's, so that it would only make the file larger.
 */
export const LEVELS: readonly Level[] = [
  { fromStepMs: 0, toStepMs: 1000 },
  { fromStepMs: 0, toStepMs: 10_000 },
  { fromStepMs: 1000, toStepMs: 10_000 },
  { fromStepMs: 0, toStepMs: 60_000 },
  { fromStepMs: 10_000, toStepMs: 60_000 },
];
const COARSEST_MS = 60_000;
/** Samples of a step that are worth making it. */
const WORTH_A_STEP = 5;
/** Looked at, to know how finely a series was sampled. */
const LOOKED_AT = 8 * WORTH_A_STEP;

/** A condition on `series.id`: whether steps of this level make less of it. */
export function isWorth({ fromStepMs, toStepMs }: Level): string {
  if (fromStepMs > 0 || toStepMs === COARSEST_MS) return '1';
  const nth = (at: number): string =>
    `(SELECT at_ms FROM sample WHERE sample.series = series.id ORDER BY at_ms LIMIT 1 OFFSET ${at})`;
  return `${nth(LOOKED_AT)} - ${nth(0)} <= ${(LOOKED_AT / WORTH_A_STEP) * toStepMs}`;
}

/**
 * Makes steps of the oldest part of one series that is before `beforeMs`: the lowest and the highest value of each
 * step stay what they were. Returns how many rows it took the place of; 0 when nothing is left to do.
 */
export function thin(
  database: Database,
  series: number,
  { fromStepMs, toStepMs }: Level,
  beforeMs: number,
): number {
  const source = fromStepMs === 0 ? 'sample' : 'rollup';
  const finer = fromStepMs === 0 ? '' : `AND step_ms = ${fromStepMs}`;
  const select = `SELECT at_ms FROM ${source} WHERE series = ? ${finer} AND at_ms < ? ORDER BY at_ms LIMIT 1`;
  // Whole steps only, so that none is made of a part of what belongs to it.
  const endMs = floorTo(toStepMs, beforeMs);
  const first = database.statement(select).get(series, endMs)?.['at_ms'];
  if (typeof first !== 'number') return 0;
  const beyond = database.statement(`${select} OFFSET ${ROWS_AT_ONCE}`).get(series, endMs);
  const fromMs = floorTo(toStepMs, first);
  const untilMs = Math.max(
    floorTo(toStepMs, Number(beyond?.['at_ms'] ?? endMs)),
    fromMs + toStepMs,
  );
  return database.transaction(() => {
    database
      .statement(
        `INSERT OR REPLACE INTO rollup (series, step_ms, at_ms, ${ROLLUP_COLUMNS})
        SELECT ?1, ?4, * FROM (${THINNED})`,
      )
      .run(series, fromMs, untilMs, toStepMs, fromStepMs);
    return database
      .statement(`DELETE FROM ${source} WHERE series = ? ${finer} AND at_ms >= ? AND at_ms < ?`)
      .run(series, fromMs, untilMs);
  });
}

/** The oldest steps of the coarsest kind go. Returns how many. */
export function dropOldest(database: Database, series: number): number {
  return database
    .statement(
      `DELETE FROM rollup WHERE series = ?1 AND step_ms = ?2 AND at_ms IN (
         SELECT at_ms FROM rollup WHERE series = ?1 AND step_ms = ?2 ORDER BY at_ms LIMIT ${ROWS_AT_ONCE})`,
    )
    .run(series, COARSEST_MS);
}

function floorTo(stepMs: number, atMs: number): number {
  return Math.floor(atMs / stepMs) * stepMs;
}
