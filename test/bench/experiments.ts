import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { median, quantile } from '../../src-main/experiments/statistics/index.js';
import { ExperimentPlanSchema, validate } from '../../src-main/contract/index.js';
import type { ExperimentResult } from '../../src-main/contract/index.js';
import { createLab } from '../../src-main/lab/lab.js';
import type { Lab } from '../../src-main/lab/lab.js';
import { amount } from './lib/amount.js';
import { progress, runBench } from './lib/bench.js';
import { drawValues } from './lib/drawing.js';
import { EngineRequests } from './lib/engine-requests.js';
import { benchEnvironment, loadWarnings } from './lib/environment.js';
import { labOptions } from './lib/lab.js';
import { at } from './lib/paths.js';
import { short } from './lib/report.js';
import type { BenchResult, Goal } from './lib/report.js';

const RUNS = amount(500, 20);
const RUNTIMES = ['docker:runc', 'v8'];
const LOOKS = 10;
const MOST_OVERHEAD_MS = 5;
const MOST_GROWTH = 1.1;
/** To ask after each would cost more than what is measured. */
const KEPT_EVERY = 10;
/** No wait of the lab itself is as long. */
const MOST_KEPT_MS = 10_000;
const MIB = 1024 ** 2;
const VALUES = { runs: 1000, contenders: 10 };
const MOST_DRAWING_MS = 50;

interface Carried {
  result: ExperimentResult;
  heapMib: number[];
  rssMib: number[];
  /** Of the engine, outside of every run: the look at the image, the last look at the container, its removal. */
  engineMs: number;
  /** After each tenth run, until all that was handed over was on the disk. */
  keptMs: number[];
  /** Collecting garbage for a look at the heap, which nobody does otherwise. */
  lookingMs: number;
}

await runBench('experiments', async () => {
  const requests = new EngineRequests();
  const dataDir = await mkdtemp(join(tmpdir(), 'paralelo-bench-'));
  const store = { dataDir, workerPath: at('out/main/store-worker.cjs') };
  const lab = await createLab({ ...labOptions(), store });
  const carried = await carryOut(lab, requests).finally(() => lab.close());
  await rm(dataDir, { recursive: true, force: true });
  progress('drawing');
  return await report(carried, await drawValues(VALUES, { times: 30, warmUps: 5 }));
});

async function carryOut(lab: Lab, requests: EngineRequests): Promise<Carried> {
  setFlagsFromString('--expose_gc');
  const collect = runInNewContext('gc') as () => void;
  const plan = validate(
    ExperimentPlanSchema,
    { experiment: 'startup', runtimes: RUNTIMES, runs: RUNS },
    'experiment',
  );
  const heapMib: number[] = [];
  const rssMib: number[] = [];
  const keptMs: number[] = [];
  let lookingMs = 0;
  const engineMs = () =>
    requests.takenMs(/^GET .*\/images\//) +
    requests.lastTakenMs(/^GET .*\/containers\/\w+\/json/) +
    requests.takenMs(/^DELETE /);
  const beforeMs = engineMs();
  const experiment = lab.experiments.start(plan, {
    // As a window does, it hears of the result about once a second.
    result: () => undefined,
    trial: async (_id, { sequence }) => {
      if (sequence % KEPT_EVERY !== 0) return;
      const beganMs = performance.now();
      await lab.store.written(MOST_KEPT_MS);
      keptMs.push(performance.now() - beganMs);
    },
    status: ({ done, total }) => {
      if (total === 0 || done < (heapMib.length * total) / LOOKS) return;
      const beganMs = performance.now();
      collect();
      lookingMs += performance.now() - beganMs;
      const { heapUsed, rss } = process.memoryUsage();
      heapMib.push(heapUsed / MIB);
      rssMib.push(rss / MIB);
      progress(`${String(done)} of ${String(total)} runs`);
    },
  });
  const result = await experiment.ended;
  if (result === undefined) throw new Error(experiment.status.problem?.message ?? 'no result');
  return { result, heapMib, rssMib, engineMs: engineMs() - beforeMs, keptMs, lookingMs };
}

async function report(
  { result, heapMib, rssMib, engineMs, keptMs, lookingMs }: Carried,
  { drawn, version }: Awaited<ReturnType<typeof drawValues>>,
): Promise<BenchResult> {
  const environment = await benchEnvironment({ dockerd: ['dockerd', '--version'] });
  const { contenders, honesty, durationMs } = result;
  const overheads = overheadsOf(result);
  const runs = contenders.reduce((sum, { n }) => sum + n, 0);
  const warmUps = contenders.length * result.plan.warmUps;
  const insideMs = [...contenders, ...honesty.floors].reduce(
    (sum, { mean, n }) => sum + mean * (n + result.plan.warmUps),
    0,
  );
  const outsideMs = (durationMs - lookingMs - insideMs) / (runs + warmUps);
  const ofEngineMs = engineMs / (runs + warmUps);
  const shownMs = drawn.map(({ preparedMs, paintedMs }) => preparedMs + paintedMs);
  return {
    bench: 'experiments',
    question:
      'What does the lab itself cost while it carries out an experiment and draws its result?',
    plan: [
      `startup with ${RUNTIMES.join(' and ')}, ${String(RUNS)} runs each after ${String(result.plan.warmUps)} warm-ups, an empty process among them, as \`paralelo bench startup\` does; a listener hears of the result once a second, as a window does, and all is recorded in a file of its own.`,
      'Overhead of a run: from its beginning in the experiment to its record, less the run itself. For a container the engine’s answers are in it: the look at the image, and after its end the look at the container and the removal.',
      'Overhead of the experiment: all of its time, less every run and every empty process, by run: statistics and results once a second are in it, full collections of garbage for the benchmark’s own looks at the heap are not. What the engine took for these is told apart by the time that Node’s HTTP client waited for them.',
      'On the disk: after each run the lab waits until the store has committed its row, for 50 ms at most, before the next begins; that wait is within the overhead of the experiment, and is measured after each tenth.',
      'Memory: of the process of the lab, after a full collection, at each tenth of the runs.',
      `Drawing: ${String(drawn[0]?.values ?? 0)} raw values of ${String(VALUES.contenders)} contenders, both charts (strips and distribution) put up anew in Chromium ${version}, 1280x800, without a GPU: working out the points, and drawing them.`,
    ],
    contenders: [
      ...contenders.map(({ runtime, unit, raw }) => ({ name: `${runtime}, start`, unit, raw })),
      ...[...overheads].map(([runtime, raw]) => ({
        name: `${runtime}, outside of the run`,
        unit: 'ms',
        raw,
      })),
      { name: 'until a run is on the disk', unit: 'ms', raw: keptMs },
      { name: 'heap of the lab', unit: 'MiB', raw: heapMib },
      { name: 'RSS of the lab', unit: 'MiB', raw: rssMib },
      {
        name: 'charts: points and page',
        unit: 'ms',
        raw: drawn.map(({ preparedMs }) => preparedMs),
      },
      { name: 'charts: pictures', unit: 'ms', raw: drawn.map(({ paintedMs }) => paintedMs) },
      {
        name: 'charts: until the frame is there',
        unit: 'ms',
        raw: drawn.map((one) => one.shownMs),
      },
    ],
    ratios: [],
    goals: [
      {
        goal: `the lab’s own time by run, without the engine’s answers, under ${String(MOST_OVERHEAD_MS)} ms`,
        measured: `${short(outsideMs - ofEngineMs)} ms; with the engine’s answers ${short(outsideMs)} ms`,
        met: outsideMs - ofEngineMs < MOST_OVERHEAD_MS,
      },
      {
        goal: `v8: outside of a run under ${String(MOST_OVERHEAD_MS)} ms`,
        measured: `median ${short(median(overheads.get('v8') ?? []))} ms`,
        met: median(overheads.get('v8') ?? []) < MOST_OVERHEAD_MS,
      },
      {
        goal: `a run is on the disk in less than ${String(MOST_OVERHEAD_MS)} ms, in 95 of 100`,
        measured: `median ${short(median(keptMs))} ms, p95 ${short(quantile(keptMs, 0.95))} ms, worst ${short(Math.max(...keptMs))} ms`,
        met: quantile(keptMs, 0.95) < MOST_OVERHEAD_MS,
      },
      flat('heap', heapMib),
      flat('RSS', rssMib),
      {
        goal: `10,000 raw values drawn under ${String(MOST_DRAWING_MS)} ms`,
        measured: `median ${short(median(shownMs))} ms, worst ${short(Math.max(...shownMs))} ms`,
        met: median(shownMs) < MOST_DRAWING_MS,
      },
    ],
    warnings: loadWarnings(environment, 1),
    environment,
  };
}

/** Contender by contender, as the experiment strings them together. */
function overheadsOf({ contenders, honesty }: ExperimentResult): Map<string, number[]> {
  const raw = honesty.overhead?.raw ?? [];
  let at = 0;
  return new Map(
    contenders.map(({ runtime, n }) => {
      at += n;
      return [runtime, raw.slice(at - n, at)];
    }),
  );
}

/** The second half against the first, whose beginning warms up. */
function flat(what: string, mib: readonly number[]): Goal {
  const half = Math.ceil(mib.length / 2);
  const growth = median(mib.slice(half)) / median(mib.slice(1, half));
  return {
    goal: `${what} flat: less than ${short((MOST_GROWTH - 1) * 100)} % more in the second half`,
    measured: `${short((growth - 1) * 100)} %; ${mib.map((one) => one.toFixed(1)).join(', ')} MiB`,
    met: growth < MOST_GROWTH,
  };
}
