import type { ExperimentPlan } from '../../contract/index.js';
import type { Database } from '../database.js';
import type { WriteItem } from '../protocol.js';
import { json, putEntry } from './entry.js';
import { forgetKept } from './trial.js';

export function putExperiment(
  database: Database,
  session: number,
  item: Extract<WriteItem, { kind: 'experiment' }>,
): void {
  const { id, plan, atIso, outcome, durationMs, result, problem } = item;
  const workload = programOf(plan);
  putEntry(database, session, {
    ...{ id, kind: 'experiment', atMs: Date.parse(atIso), durationMs, outcome, workload },
    ...{ environment: result?.environment, runtimes: plan.runtimes },
    words: [id, plan.experiment, ...plan.runtimes, ...(workload === undefined ? [] : [workload])],
  });
  database
    .statement(
      `INSERT INTO experiment (entry, experiment, plan, result, problem) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (entry) DO UPDATE SET result = coalesce(excluded.result, result),
         problem = excluded.problem`,
    )
    .run(id, plan.experiment, json(plan), json(result), json(problem));
  if (outcome !== 'recording') forgetKept(database, id);
}

/** What the user brought. */
function programOf({ program }: ExperimentPlan): string | undefined {
  return program?.module?.ref ?? program?.image?.ref;
}
