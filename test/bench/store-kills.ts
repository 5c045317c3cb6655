import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundle } from '../support/bundle.js';
import { killRound } from '../support/store/killed.js';
import type { Left } from '../support/store/killed.js';
import { progress, runBench } from './lib/bench.js';
import { benchEnvironment } from './lib/environment.js';
import { at } from './lib/paths.js';
import type { BenchResult } from './lib/report.js';

const ROUNDS = 100;
const RUNS = 20;
const LONGEST_MS = 1500;

await runBench('store-kills', async () => {
  const writer = await bundle('test/support/store/writer.ts', 'store-writer');
  const programs = { writer, worker: at('out/main/store-worker.cjs') };
  const rounds: Left[] = [];
  const afterMs: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    if (round % 10 === 0) progress(`round ${String(round)}`);
    const folder = mkdtempSync(join(tmpdir(), 'paralelo-kill-'));
    afterMs.push(Math.random() * LONGEST_MS);
    const path = join(folder, 'history.db');
    rounds.push(await killRound(path, programs, { runs: RUNS, afterMs: afterMs.at(-1) ?? 0 }));
    rmSync(folder, { recursive: true, force: true });
  }
  return report(rounds, afterMs);
});

async function report(rounds: readonly Left[], afterMs: number[]): Promise<BenchResult> {
  const count = (fits: (round: Left) => boolean) => rounds.filter(fits).length;
  const sound = count(({ integrity }) => integrity === 'ok');
  const whole = count(({ missing }) => missing.length === 0);
  const marked = count(({ interrupted }) => interrupted === RUNS);
  const all = (number: number) => ({
    ...{ measured: `${String(number)} of ${String(ROUNDS)}`, met: number === ROUNDS },
  });
  return {
    bench: 'store-kills',
    question: 'What is lost when a process that records is killed?',
    plan: [
      `${String(ROUNDS)} times a process records ${String(RUNS)} runs at 10 samples a second, and more runs that end meanwhile; it prints what the store has acknowledged.`,
      `It is killed (SIGKILL) at a random moment within ${String(LONGEST_MS)} ms; then the file is opened, checked by SQLite (integrity_check), and compared with what was printed.`,
    ],
    contenders: [
      { name: 'killed after', unit: 'ms', raw: afterMs },
      { name: 'samples found', unit: 'samples', raw: rounds.map(({ samples }) => samples) },
    ],
    ratios: [],
    goals: [
      { goal: 'the file opens and is sound', ...all(sound) },
      { goal: 'everything that was acknowledged is there', ...all(whole) },
      { goal: 'every run that had not ended is marked interrupted', ...all(marked) },
    ],
    warnings: [],
    environment: await benchEnvironment({}),
  };
}
