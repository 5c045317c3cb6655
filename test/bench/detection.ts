import { execFileSync } from 'node:child_process';
import { runBench } from './lib/bench.js';
import { benchEnvironment, loadWarnings } from './lib/environment.js';
import { at } from './lib/paths.js';
import { short } from './lib/report.js';
import type { BenchResult, Contender } from './lib/report.js';
import { median } from './lib/statistics.js';
import type { Detection } from './detection-lab.js';

const ROUNDS = 30;
const GOAL_MS = 300;

await runBench('detection', async () => {
  const environment = await benchEnvironment({});
  const rounds = Array.from({ length: ROUNDS }, detect);
  return report(rounds, environment);
});

function detect(): Detection {
  const line = execFileSync(process.execPath, [at('out/bench/detection-lab.mjs')], {
    encoding: 'utf8',
  });
  return JSON.parse(line) as Detection;
}

function report(
  rounds: readonly Detection[],
  environment: BenchResult['environment'],
): BenchResult {
  const first = contender(
    'every runtime, in a process that knows nothing yet',
    rounds.map(({ firstMs }) => firstMs),
  );
  const firstMs = median(first.raw);
  const here = rounds[0]?.runtimes.filter(({ available }) => available) ?? [];
  return {
    bench: 'detection',
    question: 'How long does it take to find every runtime of this machine?',
    plan: [
      `${ROUNDS} processes, one after the other. Each opens a lab and lists every runtime once, then once more.`,
      'The time ends when the whole list is there: engines asked for their OCI runtimes, programs looked for and asked for version and features.',
      'Longest pause: for how long at most the event loop, and so the window, waited while the first list was made.',
      `Here are: ${here.map(({ id, version }) => `${id} ${version ?? ''}`.trim()).join(', ')}.`,
    ],
    contenders: [
      first,
      contender(
        'again, asked to look anew',
        rounds.map(({ againMs }) => againMs),
      ),
      contender(
        'longest pause of the event loop meanwhile',
        rounds.map(({ longestPauseMs }) => longestPauseMs),
      ),
    ],
    ratios: [],
    goals: [
      {
        goal: `all together under ${GOAL_MS} ms`,
        measured: `median ${short(firstMs)} ms, ${here.length} runtimes here`,
        met: firstMs < GOAL_MS,
      },
    ],
    warnings: loadWarnings(environment, 0),
    environment,
  };
}

function contender(name: string, raw: number[]): Contender {
  return { name, unit: 'ms', raw };
}
