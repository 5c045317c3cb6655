import { ExperimentPlanSchema } from '../../contract/index.js';
import type { ExperimentResult } from '../../contract/index.js';
import type { Database, Row } from '../database.js';
import type { KeptTrial, Unfinished } from '../protocol.js';
import { fromJson, parseColumn } from './parse.js';

/** Experiments whose process ended before they did, and whose runs were not made into a result yet. */
export function readUnfinished(database: Database): Unfinished[] {
  return database
    .statement(
      `SELECT entry.id, entry.at_ms, plan, result, ground FROM entry JOIN experiment ON entry.id = entry
       WHERE outcome = 'interrupted' AND ground IS NOT NULL AND result IS NOT NULL`,
    )
    .all()
    .map((row) => {
      const id = String(row['id']);
      return {
        ...{ id, atIso: new Date(Number(row['at_ms'])).toISOString() },
        plan: parseColumn(ExperimentPlanSchema, id, row['plan']),
        result: fromJson(id, row['result']) as ExperimentResult,
        ground: String(row['ground']),
        trials: trialsOf(database, id),
      };
    });
}

function trialsOf(database: Database, id: string): KeptTrial[] {
  return database
    .statement('SELECT * FROM trial WHERE entry = ? ORDER BY sequence')
    .all(id)
    .map(trialOf);
}

function trialOf(row: Row): KeptTrial {
  const { why, kept } = row;
  return {
    sequence: Number(row['sequence']),
    contender: String(row['contender']),
    isWarmUp: row['is_warm_up'] === 1,
    atMs: Number(row['at_ms']),
    cameTo: row['came_to'] as KeptTrial['cameTo'],
    ...(typeof why === 'string' ? { why } : {}),
    ...(typeof kept === 'string' ? { kept } : {}),
  };
}
