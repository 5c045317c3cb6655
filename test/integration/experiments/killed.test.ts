import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, it } from 'vitest';
import type {
  ExperimentPlanInput,
  ExperimentResult,
  RecordedExperiment,
} from '../../../src-main/contract/index.js';
import { createLab } from '../../../src-main/lab/lab.js';
import { openDatabase } from '../../../src-main/store/database.js';
import { labOptions } from '../../bench/lib/lab.js';
import { bundle } from '../../support/bundle.js';
import { withFolder } from '../../support/store/opened.js';
import { buildStoreWorker } from '../../support/store/worker.js';

const LONG_MS = 300_000;
const WARM_UPS = 1;

/** Carries out the plan in a process of its own, which is killed when so many runs have ended. Returns how many had. */
async function killedAfter(
  dataDir: string,
  plan: ExperimentPlanInput,
  runs: number,
): Promise<number> {
  const program = await bundle('test/support/store/experimenter.ts', 'experimenter');
  const child = spawn(
    process.execPath,
    [program, dataDir, await buildStoreWorker(), JSON.stringify(plan)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let ended = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    ended = Number(line);
    if (ended === runs) child.kill('SIGKILL');
  }
  if (child.signalCode === null) await once(child, 'close');
  return ended;
}

/** What a later lab finds of the only experiment. */
async function found(dataDir: string): Promise<RecordedExperiment> {
  const lab = await createLab({
    ...labOptions(),
    store: { dataDir, workerPath: await buildStoreWorker() },
  });
  try {
    const { entries } = await lab.store.ask('list', { removed: false, limit: 5, offset: 0 });
    expect(entries).toHaveLength(1);
    return await lab.store.ask('experiment', { id: entries[0]?.id ?? '' });
  } finally {
    await lab.close();
  }
}

function orderOf(dataDir: string): { contender: string; isWarmUp: boolean }[] {
  const database = openDatabase(join(dataDir, 'history.db'));
  const rows = database.statement('SELECT * FROM trial ORDER BY sequence').all();
  database.close();
  expect(rows.map(({ sequence }) => sequence)).toEqual(rows.map((_, at) => at + 1));
  return rows.map((row) => ({
    contender: String(row['contender']),
    isWarmUp: row['is_warm_up'] === 1,
  }));
}

function valuesOf({ contenders, honesty }: ExperimentResult): Record<string, number> {
  return Object.fromEntries([
    ...contenders.map(({ runtime, n }) => [runtime, n] as const),
    ...honesty.floors.map(({ id, n }) => [id, n] as const),
  ]);
}

describe('an experiment whose process is killed', () => {
  it.each([17, 42])(
    'has the values of every run that had ended, in their order, when it is killed after %i of them',
    { timeout: LONG_MS },
    (runs) =>
      withFolder(async (dataDir) => {
        const plan: ExperimentPlanInput = {
          ...{ experiment: 'startup', runtimes: ['docker:runc', 'v8'] },
          ...{ runs: 1000, warmUps: WARM_UPS },
        };
        const ended = await killedAfter(dataDir, plan, runs);
        const { entry, result } = await found(dataDir);
        expect(entry.outcome).toBe('interrupted');
        expect(result?.isPartial).toBe(true);
        expect(result?.warnings.map(({ code }) => code)).toContain('interrupted');
        const order = orderOf(dataDir);
        expect(order.length).toBeGreaterThanOrEqual(ended);
        const counted = order.filter(({ isWarmUp }) => !isWarmUp);
        expect(order.length - counted.length).toBe(3 * WARM_UPS);
        for (const [contender, count] of Object.entries(valuesOf(result as ExperimentResult))) {
          expect(counted.filter((one) => one.contender === contender)).toHaveLength(count);
        }
        expect(Object.keys(valuesOf(result as ExperimentResult))).toHaveLength(3);
      }),
  );
});
