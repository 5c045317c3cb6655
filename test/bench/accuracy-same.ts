import { median, ratioOfMedians } from '../../src-main/experiments/statistics/index.js';
import { randomSource } from '../../src-main/experiments/statistics/random.js';
import { runTrials } from '../../src-main/experiments/trials/run-trials.js';
import type { Lab } from '../../src-main/lab/lab.js';
import { HELLO, labRun } from './lib/accuracy/lab-run.js';
import { differs, most95, resampledDifferences } from './lib/accuracy/same.js';
import { amount } from './lib/amount.js';
import { Skip, progress, runBench } from './lib/bench.js';
import { benchEnvironment, loadWarnings } from './lib/environment.js';
import { openLab } from './lib/lab.js';
import { short } from './lib/report.js';
import type { BenchResult } from './lib/report.js';

const PAIRS = amount(40, 3);
const REPETITIONS = amount(2000, 50);
const WARM_UPS = 2;
const LEVEL = 0.05;
/** The start of V8 is longer: fewer runs of it, so that all of it takes minutes. */
const RUNS: Record<string, number> = { wasmtime: amount(30, 5), v8: amount(20, 5) };

interface Pair {
  one: number[];
  other: number[];
}
interface Series {
  runtime: string;
  runs: number;
  pairs: Pair[];
}

await runBench('accuracy-same', async () => {
  const lab = await openLab();
  try {
    const { runtimes } = await lab.catalogue.list(false);
    const here = runtimes.filter(({ available, id }) => available && id in RUNS);
    if (here.length === 0) throw new Skip('neither v8 nor wasmtime is here');
    const all: Series[] = [];
    for (const { id } of here) all.push(await seriesOf(lab, id, RUNS[id] ?? 0));
    return await report(all);
  } finally {
    await lab.close();
  }
});

/** The same contender under two names, interleaved by the runner of every experiment, with a seed of its own each time. */
async function seriesOf(lab: Lab, runtime: string, runs: number): Promise<Series> {
  const measure = async () => (await labRun(lab, { runtime, workload: HELLO })).durationMs;
  const pairs: Pair[] = [];
  for (let seed = 1; seed <= PAIRS; seed += 1) {
    const rules = { contenders: ['one', 'other'], runs, warmUps: WARM_UPS, seed };
    const { values } = await runTrials<number>(
      { ...rules, stop: { kind: 'runs' } },
      { measure, numberOf: (ms) => ms, signal: new AbortController().signal },
    );
    pairs.push({ one: values.get('one') ?? [], other: values.get('other') ?? [] });
    if (seed % 5 === 0) progress(`${runtime}: pair ${String(seed)} of ${String(PAIRS)}`);
  }
  return { runtime, runs, pairs };
}

async function report(all: readonly Series[]): Promise<BenchResult> {
  const environment = await benchEnvironment({});
  const results = all.map((series) => ({ ...series, ...judged(series) }));
  return {
    bench: 'accuracy-same',
    question: 'How often does the lab find a difference where there is none?',
    plan: [
      `A/A test: ${String(PAIRS)} times two series of starts of hello, both of the same runtime, interleaved by the runner of every experiment (seeds 1 to ${String(PAIRS)}, ${String(WARM_UPS)} warm-ups each): ${all.map(({ runtime, runs }) => `${runtime} ${String(runs)} runs a series`).join(', ')}.`,
      'A difference is found where the 95 % interval of the ratio of medians leaves out 1, as in every result. It should be in about 5 % of the pairs; the goal is met when what was seen is within the central 95 % of the binomial distribution for that.',
      `Resampled: all starts of one runtime in one heap, from which ${String(REPETITIONS)} times two series of that length are drawn with replacement. So nothing drifts, and only the interval itself is tested.`,
    ],
    contenders: results.map(({ runtime, pairs }) => ({
      name: `${runtime}, ratio of two series of the same`,
      unit: 'x',
      raw: pairs.map(({ one, other }) => median(one) / median(other)),
    })),
    ratios: [],
    goals: results.flatMap(({ runtime, runs, found, resampled }) => [
      {
        goal: `${runtime}: a difference in about 5 % of ${String(PAIRS)} A/A tests (at most ${String(most95(PAIRS, LEVEL))})`,
        measured: `${String(found)} of ${String(PAIRS)}, n = ${String(runs)} each`,
        met: found <= most95(PAIRS, LEVEL),
      },
      {
        goal: `${runtime}: the interval covers 1 in 93 to 97 % of ${String(REPETITIONS)} resampled A/A tests`,
        measured: `${short(100 * (1 - resampled / REPETITIONS))} %, n = ${String(runs)} each`,
        met: Math.abs(resampled / REPETITIONS - LEVEL) <= 0.02,
      },
    ]),
    warnings: loadWarnings(environment, 1.5),
    environment,
  };
}

function judged({ pairs, runs }: Series): { found: number; resampled: number } {
  const heap = pairs.flatMap(({ one, other }) => [...one, ...other]);
  return {
    found: pairs.filter(({ one, other }) => differs(ratioOfMedians(one, other))).length,
    resampled: resampledDifferences(heap, {
      runs,
      repetitions: REPETITIONS,
      random: randomSource(6),
    }),
  };
}
