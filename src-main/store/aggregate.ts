import { SAMPLE_COLUMNS } from './columns.js';

const AGGREGATES = ['min', 'max', 'mean', 'n'] as const;
/** The columns of a step, in the order of the table. */
export const ROLLUP_COLUMNS = SAMPLE_COLUMNS.flatMap((name) =>
  AGGREGATES.map((aggregate) => `${name}_${aggregate}`),
).join(', ');

const OF_SAMPLE = SAMPLE_COLUMNS.map(
  (name) =>
    `${name} AS ${name}_min, ${name} AS ${name}_max, ${name} AS ${name}_mean, (${name} IS NOT NULL) AS ${name}_n`,
).join(', ');

/** A mean of means weighs each by how many values it stands for. */
const TOGETHER = SAMPLE_COLUMNS.map(
  (name) =>
    `min(${name}_min) AS ${name}_min, max(${name}_max) AS ${name}_max,
     sum(${name}_mean * ${name}_n) / nullif(sum(${name}_n), 0) AS ${name}_mean, sum(${name}_n) AS ${name}_n`,
).join(', ');

/** Samples of `:series :from :to`, each a step of its own. */
const SAMPLES = `SELECT at_ms, ${OF_SAMPLE} FROM sample
  WHERE series = ?1 AND at_ms >= ?2 AND at_ms < ?3`;
const ROLLUPS = `SELECT at_ms, ${ROLLUP_COLUMNS} FROM rollup
  WHERE series = ?1 AND at_ms >= ?2 AND at_ms < ?3`;

const STEP = 'floor(at_ms / ?4) * ?4';
const AT_ONCE = SAMPLE_COLUMNS.map(
  (name) =>
    `min(${name}) AS ${name}_min, max(${name}) AS ${name}_max, avg(${name}) AS ${name}_mean, count(${name}) AS ${name}_n`,
).join(', ');

/** By steps of ?4 milliseconds, where only samples are kept of series ?1 from ?2 until before ?3. */
export const SAMPLES_BY_STEPS = `SELECT ${STEP} AS at_ms, ${AT_ONCE} FROM sample
  WHERE series = ?1 AND at_ms >= ?2 AND at_ms < ?3 GROUP BY 1 ORDER BY 1`;

/** The same of everything that is kept: finer and coarser together. */
export const BY_STEPS = together(
  `${SAMPLES} UNION ALL ${ROLLUPS} AND step_ms IN (1000, 10000, 60000)`,
);

/** The same of one level of fineness (?5, 0: samples) and of what is there at the step itself already. */
export const THINNED = together(
  `${SAMPLES} AND ?5 = 0 UNION ALL ${ROLLUPS} AND step_ms IN (?5, ?4)`,
);

function together(source: string): string {
  return `SELECT ${STEP} AS at_ms, ${TOGETHER} FROM (${source})
    GROUP BY 1 ORDER BY 1`;
}
