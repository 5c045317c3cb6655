import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundle } from '../support/bundle.js';
import type { Left } from '../support/store/killed.js';
import { cutPower } from '../support/store/power.js';
import type { PowerCut } from '../support/store/power.js';
import { progress, runBench } from './lib/bench.js';
import { benchEnvironment } from './lib/environment.js';
import { at } from './lib/paths.js';
import type { BenchResult } from './lib/report.js';

const WRITERS = 10;
const CUTS = 10;
const RUNS = 20;
const WITHIN_MS = 500;

await runBench('store-power', async () => {
  const writer = await bundle('test/support/store/writer.ts', 'store-writer');
  const programs = { writer, worker: at('out/main/store-worker.cjs') };
  const cuts: PowerCut[] = [];
  for (let nth = 0; nth < WRITERS; nth += 1) {
    progress(`writer ${String(nth + 1)} of ${String(WRITERS)}`);
    const folder = mkdtempSync(join(tmpdir(), 'paralelo-power-'));
    const path = join(folder, 'history.db');
    cuts.push(
      ...(await cutPower(path, programs, { runs: RUNS, count: CUTS, withinMs: WITHIN_MS })),
    );
    rmSync(folder, { recursive: true, force: true });
  }
  return report(cuts);
});

async function report(cuts: readonly PowerCut[]): Promise<BenchResult> {
  const stood = cuts.map(({ asItStood }) => asItStood);
  const torn = cuts.flatMap((cut) => cut.torn ?? []);
  const goal = (goal: string, all: readonly Left[], fits: (left: Left) => boolean) => {
    const count = all.filter(fits).length;
    return {
      goal,
      measured: `${String(count)} of ${String(all.length)}`,
      met: count === all.length,
    };
  };
  const isSound = ({ integrity, dangling }: Left) => integrity === 'ok' && dangling === 0;
  return {
    bench: 'store-power',
    question: 'What is on the disk when the power fails while something is recorded?',
    plan: [
      `${String(WRITERS)} processes, one after the other, record ${String(RUNS)} runs at 10 samples a second, and more runs that end meanwhile; each prints what the store has acknowledged.`,
      `${String(CUTS)} times each is stopped (SIGSTOP) at a random moment, within ${String(WITHIN_MS)} ms of the last, and its file and log are copied as they stand.`,
      'Where the log has what was not copied into the file yet, a second copy loses the end of the log from a random byte of that on: synchronous = NORMAL promises no more.',
      'Every copy is opened, checked (integrity_check, foreign_key_check) and read.',
    ],
    contenders: [
      { name: 'samples found', unit: 'samples', raw: stood.map(({ samples }) => samples) },
      { name: 'samples found, log torn', unit: 'samples', raw: torn.map(({ samples }) => samples) },
    ],
    ratios: [],
    goals: [
      goal('the copy opens and is sound', stood, isSound),
      goal(
        'everything that was acknowledged is in it',
        stood,
        ({ missing }) => missing.length === 0,
      ),
      goal('the copy with a torn log opens and is sound', torn, isSound),
    ],
    warnings: [],
    environment: await benchEnvironment({}),
  };
}
