/**
 * A program that carries out an experiment until it is killed, and prints how many of its runs have ended before each
 * next one begins: `DATA_DIR WORKER PLAN`.
 */
import { writeSync } from 'node:fs';
import { ExperimentPlanSchema, validate } from '../../../src-main/contract/index.js';
import { createLab } from '../../../src-main/lab/lab.js';
import { labOptions } from '../../bench/lib/lab.js';

const NEVER_MS = 600_000;

const [dataDir = '', workerPath = '', plan = ''] = process.argv.slice(2);
const lab = await createLab({ ...labOptions(), store: { dataDir, workerPath } });
lab.experiments.start(validate(ExperimentPlanSchema, JSON.parse(plan), 'experiment'), {
  status: ({ problem }) => {
    if (problem !== undefined) throw new Error(problem.message);
  },
  result: () => undefined,
  trial: async (_, { sequence }) => {
    await lab.store.written(NEVER_MS);
    writeSync(1, `${String(sequence)}\n`);
  },
});
