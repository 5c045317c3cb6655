import * as v from 'valibot';
import { EnvironmentSchema, ExperimentPlanSchema, asksTheSame } from '../../contract/index.js';
import type { TrendRecord } from '../../contract/index.js';
import type { Database, Row } from '../database.js';
import type { Alike } from '../protocol.js';
import { readExperiment } from './experiment.js';
import { fromJson } from './parse.js';

const number = v.number();
/** Of a result only what a trend tells: raw values are most of it, and stay here. */
const FiguresSchema = v.object({
  contenders: v.array(
    v.object({
      runtime: v.string(),
      version: v.optional(v.string()),
      measures: v.array(
        v.object({
          ...{ id: v.string(), title: v.string(), unit: v.string() },
          ...{ n: number, median: number, ci95: v.tuple([number, number]) },
        }),
      ),
    }),
  ),
  environment: EnvironmentSchema,
});

/**
 * The experiments with a result that asked the same, the newest `most` of them, the oldest first.
 * Throws LabError `unknown-entry`, `record-damaged` of the one that is asked about.
 */
export function readAlike(database: Database, { id, most }: { id: string; most: number }): Alike {
  const { entry, plan } = readExperiment(database, id);
  const rows = database
    .statement(
      `SELECT entry.id, entry.at_ms, entry.outcome, experiment.plan, experiment.result
       FROM experiment JOIN entry ON entry.id = experiment.entry
       WHERE experiment.experiment = ? AND experiment.result IS NOT NULL
         AND (entry.removed_at_ms IS NULL OR entry.id = ?)
       ORDER BY entry.at_ms DESC, entry.id`,
    )
    .all(entry.experiment, id)
    .filter((row) => {
      const other = v.safeParse(ExperimentPlanSchema, fromJson(String(row['id']), row['plan']));
      return other.success && asksTheSame(plan, other.output);
    });
  const records = rows.slice(0, most).flatMap(recordOf).reverse();
  return { entry, plan, records, left: Math.max(0, rows.length - most) };
}

/** One whose result makes no sense has no place in a line; opened by itself, it says why. */
function recordOf(row: Row): TrendRecord[] {
  const id = String(row['id']);
  const figures = v.safeParse(FiguresSchema, fromJson(id, row['result']));
  if (!figures.success) return [];
  const { contenders, environment } = figures.output;
  const measures = new Map(
    contenders.flatMap((one) => one.measures).map((one) => [one.id, one] as const),
  );
  return [
    {
      id,
      atIso: new Date(Number(row['at_ms'])).toISOString(),
      outcome: row['outcome'] as TrendRecord['outcome'],
      measures: [...measures.values()].map(({ id: of, title, unit }) => ({ id: of, title, unit })),
      contenders: contenders.map(({ runtime, version, measures: all }) => ({
        runtime,
        ...(version === undefined ? {} : { version }),
        values: all.map(({ id: of, n, median, ci95 }) => ({ id: of, n, median, ci95 })),
      })),
      environment,
    },
  ];
}
