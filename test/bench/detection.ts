import { execFileSync } from 'node:child_process';
import { runBench } from './lib/bench.js';
import { benchEnvironment, loadWarnings } from './lib/environment.js';
import { at } from './lib/paths.js';
import { short } from './lib/report.js';
import type { BenchResult, Contender } from './lib/report.js';
import { median } from '../../src-main/experiments/statistics/index.js';
import type { Detection } from './detection-lab.js';

const ROUNDS = 30;
const GOAL_MS = 300;

await runBench('detection', async () => {
  const environment = await benchEnvironment({});
  const rounds: Detection[] = [];
  const enginesMs: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    rounds.push(inNewProcess() as Detection);
    enginesMs.push((inNewProcess('engines') as Pick<Detection, 'firstMs'>).firstMs);
  }
  return report(rounds, enginesMs, environment);
});

function inNewProcess(...args: string[]): unknown {
  const program = at('out/bench/detection-lab.mjs');
  return JSON.parse(execFileSync(process.execPath, [program, ...args], { encoding: 'utf8' }));
}

function report(
  rounds: readonly Detection[],
  enginesMs: number[],
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
      `${ROUNDS} processes, one after the other. Each opens a lab and lists every runtime once, then once more; between them as many that look for the Wasm engines alone.`,
      'Podman answers GET /info, without which it is not known, in about a quarter of a second by itself.',
      'The time ends when the whole list is there: engines asked for their OCI runtimes, programs looked for and asked for version and features.',
      'Longest pause: for how long at most the event loop, and so the window, waited while the first list was made.',
      `Here are: ${here.map(({ id, version }) => `${id} ${version ?? ''}`.trim()).join(', ')}.`,
    ],
    contenders: [
      contender('the Wasm engines, in a process that knows nothing yet', enginesMs),
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
        goal: `all Wasm engines together under ${GOAL_MS} ms`,
        measured: `median ${short(median(enginesMs))} ms`,
        met: median(enginesMs) < GOAL_MS,
      },
      {
        goal: `with the container engines under ${GOAL_MS} ms`,
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
