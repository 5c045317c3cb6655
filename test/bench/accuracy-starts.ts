import { median, ratioOfMedians } from '../../src-main/experiments/statistics/index.js';
import { randomSource, shuffled } from '../../src-main/experiments/statistics/random.js';
import type { Random } from '../../src-main/experiments/statistics/random.js';
import { emptyProcessMs } from '../../src-main/experiments/honesty/floor.js';
import type { Lab } from '../../src-main/lab/lab.js';
import { bareNodeMs } from './lib/accuracy/bare-node.js';
import { carriedOver } from './lib/accuracy/carried-over.js';
import { equivalentOf } from './lib/accuracy/equivalents.js';
import type { Equivalent } from './lib/accuracy/equivalents.js';
import { HELLO, labRun } from './lib/accuracy/lab-run.js';
import { progress, runBench } from './lib/bench.js';
import { benchEnvironment, loadWarnings } from './lib/environment.js';
import { commandLine, hyperfine, needHyperfine } from './lib/hyperfine.js';
import { openLab } from './lib/lab.js';
import { readyProcessMs } from './lib/accuracy/ready-process.js';
import { MOST_MS, MOST_SHARE } from './lib/accuracy/starts-table.js';
import { amount } from './lib/amount.js';
import { at } from './lib/paths.js';
import { launcherFile } from '../../src-main/runtimes/module/launcher/launcher-file.js';
import { Launchers } from '../../src-main/runtimes/module/launcher/launchers.js';
import { short } from './lib/report.js';
import type { BenchResult, Goal } from './lib/report.js';

const LAUNCHERS = new Launchers(launcherFile(at('resources')));
const BLOCKS = amount(20);
const RUNS_PER_BLOCK = 5;
const SEED = 6;
const EMPTY = 'an empty process';
/** `PARALELO_BENCH_KIND=wasm`: only these, where a busy machine leaves container engines no quiet moment; the others keep their last values. */
const ONLY_KIND = process.env['PARALELO_BENCH_KIND'];

interface Pair {
  name: string;
  how: string;
  lab: number[];
  hyperfine: number[];
  backToBack: number[];
  node: number[];
  ready: number[];
  measureLab: () => Promise<number>;
  command: Pick<Equivalent, 'words' | 'env' | 'cwd' | 'tidy' | 'close'>;
}

await runBench('accuracy-starts', async () => {
  needHyperfine();
  const lab = await openLab();
  const pairs: Pair[] = [floor()];
  try {
    const { leftOut, kept } = await addRuntimes(pairs, lab);
    const random = randomSource(SEED);
    for (let block = 1; block <= BLOCKS; block += 1) {
      for (const pair of shuffled(pairs, random)) await measure(pair, random);
      progress(`block ${String(block)} of ${String(BLOCKS)}, ${String(pairs.length)} contenders`);
    }
    return await report(pairs, leftOut, carriedOver('accuracy-starts', kept));
  } finally {
    for (const { command } of pairs) {
      await command.tidy();
      command.close();
    }
    await lab.close();
  }
});

/** Each contender that is here and has an equivalent. Resolves to the others, and why, and to those not asked for. */
async function addRuntimes(
  pairs: Pair[],
  lab: Lab,
): Promise<{ leftOut: string[]; kept: string[] }> {
  const { runtimes } = await lab.catalogue.list(false);
  const leftOut: string[] = [];
  const kept: string[] = [];
  for (const runtime of runtimes.filter(({ available }) => available)) {
    const { id, kind } = runtime;
    if (ONLY_KIND !== undefined && kind !== ONLY_KIND) {
      kept.push(id);
      continue;
    }
    try {
      const command = await equivalentOf(lab, runtime);
      const measureLab = async () =>
        (await labRun(lab, { runtime: id, workload: HELLO })).durationMs;
      pairs.push({
        name: id,
        how: command.how,
        lab: [],
        hyperfine: [],
        backToBack: [],
        node: [],
        ready: [],
        measureLab,
        command,
      });
    } catch (thrown) {
      leftOut.push(`${id}: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
    }
  }
  return { leftOut, kept };
}

function floor(): Pair {
  const nothing = { tidy: () => Promise.resolve(), close: () => undefined };
  const command = { words: ['/bin/true'], env: process.env as Record<string, string>, cwd: '/' };
  return {
    ...{ name: EMPTY, how: '/bin/true on both sides' },
    ...{ lab: [], hyperfine: [], backToBack: [], node: [], ready: [] },
    measureLab: () => emptyProcessMs(LAUNCHERS),
    command: { ...command, ...nothing },
  };
}

/** Run by run: each side once, in a drawn order, and again; so all of them come upon the machine in the same states. */
async function measure(pair: Pair, random: Random): Promise<void> {
  const { lab, node, ready, measureLab, command } = pair;
  const sides = [
    { values: lab, one: measureLab },
    { values: node, one: () => bareNodeMs(command) },
    { values: ready, one: () => readyProcessMs(command) },
    { values: pair.hyperfine, one: () => Promise.resolve(byHyperfine(command, 1)[0]) },
  ];
  for (let run = -1; run < RUNS_PER_BLOCK; run += 1) {
    for (const { values, one } of shuffled(sides, random)) {
      const ms = await one();
      await command.tidy();
      // The first of each is a warm-up.
      if (run >= 0 && ms !== undefined) values.push(ms);
    }
  }
  pair.backToBack.push(...byHyperfine(command, RUNS_PER_BLOCK));
  await command.tidy();
}

/** Milliseconds of that many runs, one right behind the other. */
function byHyperfine({ words, env, cwd }: Pair['command'], runs: number): number[] {
  const warmups = runs > 1 ? 1 : 0;
  const options = { runs, warmups, env, cwd, output: 'pipe' as const };
  return hyperfine([commandLine(words)], options)[0] ?? [];
}

async function report(
  pairs: readonly Pair[],
  leftOut: readonly string[],
  kept: ReturnType<typeof carriedOver>,
): Promise<BenchResult> {
  const environment = await benchEnvironment({ hyperfine: ['hyperfine', '--version'] });
  const hows = [...new Set(pairs.map(({ how }) => how))];
  return {
    bench: 'accuracy-starts',
    question:
      'Is the total time that the lab reports for a start the time that hyperfine measures for the equivalent command line?',
    plan: [
      `hello in every runtime that is here. ${String(BLOCKS)} blocks; in each, contender by contender in a drawn order, run by run: one by the lab, one by hyperfine -N (no shell, output to a pipe), one by a bare spawn of Node and one by Node with the process forked beforehand, in an order that is drawn anew each time (seed ${String(SEED)}), ${String(RUNS_PER_BLOCK)} of each after 1 warm-up.`,
      'The lab’s value is durationMs of the run’s record, taken through the path of every experiment; nothing is read meanwhile.',
      `A goal is met when the medians differ by at most ${String(MOST_SHARE * 100)} % of hyperfine’s and ${String(MOST_MS)} ms.`,
      `hyperfine back to back: ${String(RUNS_PER_BLOCK)} runs (after 1 warm-up) by one hyperfine, once a block. It starts a program again in the very moment in which the last one has ended, with all that it needs at hand in the caches of the processor; between two runs of the others something else was run. What lies between the two columns of hyperfine is this alone.`,
      'Bare Node: the same command line, spawned by the same process with child_process.spawn and nothing of the lab. What it has over hyperfine comes with Node as a harness, which forks a process of over 100 MB and hears of an end in its event loop; hyperfine forks a small one and waits. What the lab has over bare Node is its own.',
      'Forked beforehand: the same from Node again, but a small shell was forked before the time begins, and becomes the program at a word; its end is heard of in Node’s event loop. The lab has a launcher (resources/launcher) forked beforehand, which also takes the time of the end.',
      ...hows.map(
        (how) =>
          `Equivalent of ${pairs.flatMap((pair) => (pair.how === how ? [pair.name] : [])).join(', ')}: ${how}.`,
      ),
      ...leftOut.map((reason) => `Left out: ${reason}.`),
      ...kept.plan,
    ],
    contenders: pairs
      .flatMap(({ name, lab, node, ready, backToBack, hyperfine: times }) => [
        { name: `${name}, lab`, unit: 'ms', raw: lab },
        { name: `${name}, bare Node`, unit: 'ms', raw: node },
        { name: `${name}, forked beforehand`, unit: 'ms', raw: ready },
        { name: `${name}, hyperfine`, unit: 'ms', raw: times },
        { name: `${name}, hyperfine back to back`, unit: 'ms', raw: backToBack },
      ])
      .concat(kept.contenders),
    ratios: pairs
      .map(({ name, lab, hyperfine: times }) => ({
        of: `${name}, lab`,
        to: `${name}, hyperfine`,
        ...ratioOfMedians(lab, times),
      }))
      .concat(kept.ratios),
    goals: [...kept.goals, ...pairs.filter(({ name }) => name !== EMPTY).map(goalOf)],
    warnings: loadWarnings(environment, 1),
    environment,
  };
}

function goalOf({ name, lab, node, hyperfine: times }: Pair): Goal {
  const [labMs, nodeMs, referenceMs] = [median(lab), median(node), median(times)];
  const apartMs = labMs - referenceMs;
  const mostMs = MOST_SHARE * referenceMs + MOST_MS;
  const ofNodeMs = nodeMs - referenceMs;
  return {
    goal: `${name}: within 2 % + 0.3 ms of hyperfine`,
    measured: `${short(labMs)} ms against ${short(referenceMs)} ms: ${signed(apartMs)} ms, of which ${signed(ofNodeMs)} ms bare Node has too; at most ${short(mostMs)} ms`,
    met: Math.abs(apartMs) <= mostMs,
  };
}

function signed(value: number): string {
  return `${value < 0 ? '−' : '+'}${short(Math.abs(value))}`;
}
