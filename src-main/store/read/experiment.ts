import { ExperimentPlanSchema } from '../../contract/index.js';
import type { ExperimentResult, RecordedExperiment, WireError } from '../../contract/index.js';
import type { Database } from '../database.js';
import { unknownEntry } from '../errors.js';
import { findEntry } from './entries.js';
import { fromJson, parseColumn } from './parse.js';

/** Throws LabError `unknown-entry`, `record-damaged`. */
export function readExperiment(database: Database, id: string): RecordedExperiment {
  const entry = findEntry(database, id);
  if (entry.kind !== 'experiment') throw unknownEntry(id);
  const row = database
    .statement('SELECT plan, result, problem FROM experiment WHERE entry = ?')
    .get(id);
  const { plan = null, result = null, problem = null } = row ?? {};
  return {
    entry,
    plan: parseColumn(ExperimentPlanSchema, id, plan),
    ...(result === null ? {} : { result: fromJson(id, result) as ExperimentResult }),
    ...(problem === null ? {} : { problem: fromJson(id, problem) as WireError }),
  };
}
