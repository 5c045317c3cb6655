import { fork, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { monotonicMs } from '../../src-main/metrics/index.js';
import { runBench } from './lib/bench.js';
import { dockerEngine, dockerEnvironment, engineProcesses } from './lib/engine.js';
import type { EngineProcesses } from './lib/engine.js';
import { benchEnvironment, loadWarnings } from './lib/environment.js';
import { at } from './lib/paths.js';
import { cpuMs } from './lib/process-cpu.js';
import { short } from './lib/report.js';
import type { BenchResult, Contender } from './lib/report.js';
import { ratioOfMedians } from '../../src-main/experiments/statistics/index.js';
import type { FromParent, ToParent } from './sampling-lab.js';

const CONTAINERS = 20;
const LAB_PERIOD_MS = 100;
/** docker stats has one a second; the pause between two rounds is not counted against it. */
const STATS_PERIOD_MS = 1000;
const BLOCK_MS = 6000;
const BLOCKS = 8;
/** The first reading of a container costs more, on both sides. */
const SETTLE_MS = 3000;
const UNIT = 'µs of CPU per container-sample';

const names = {
  stats: 'docker stats (client + dockerd)',
  lab: 'lab (its process + dockerd)',
  statsAll: 'docker stats, containerd and shims too',
  labAll: 'lab, containerd and shims too',
  idle: 'nobody asks (dockerd alone, per sample of docker stats)',
};

await runBench('sampling', async () => {
  const engine = await dockerEngine();
  const lab = await startLab();
  try {
    const raw = await measure(
      lab,
      engineProcesses(engine, lab.containers),
      dockerEnvironment(engine),
    );
    return await report(raw);
  } finally {
    await lab.end();
  }
});

type Raw = Record<keyof typeof names, number[]>;

/** Lab, stats, nobody, and again: what changes on the machine meets all of them. */
async function measure(
  lab: LabProcess,
  engine: EngineProcesses,
  env: NodeJS.ProcessEnv,
): Promise<Raw> {
  const raw: Raw = { stats: [], lab: [], statsAll: [], labAll: [], idle: [] };
  const perStats = (BLOCK_MS / STATS_PERIOD_MS) * CONTAINERS;
  for (let block = 0; block < BLOCKS; block += 1) {
    lab.resume();
    await delay(SETTLE_MS);
    const before = await lab.samples();
    const own = await spend([lab.pid, engine.dockerd], engine.below);
    const samples = (await lab.samples()) - before;
    raw.lab.push((own.usedMs * 1000) / samples);
    raw.labAll.push(((own.usedMs + own.belowMs) * 1000) / samples);
    lab.pause();

    const client = spawn('docker', ['stats'], { env, stdio: ['ignore', 'ignore', 'inherit'] });
    await delay(SETTLE_MS);
    const theirs = await spend([client.pid ?? 0, engine.dockerd], engine.below);
    client.kill('SIGINT');
    raw.stats.push((theirs.usedMs * 1000) / perStats);
    raw.statsAll.push(((theirs.usedMs + theirs.belowMs) * 1000) / perStats);

    await delay(SETTLE_MS);
    const nobody = await spend([engine.dockerd], engine.below);
    raw.idle.push((nobody.usedMs * 1000) / perStats);
    console.error(`block ${String(block + 1)} of ${String(BLOCKS)}`);
  }
  return raw;
}

/** CPU time in one block, scaled to its nominal length. */
async function spend(
  pids: number[],
  below: number[],
): Promise<{ usedMs: number; belowMs: number }> {
  const startMs = monotonicMs();
  const [used, usedBelow] = [cpuMs(pids), cpuMs(below)];
  await delay(BLOCK_MS);
  const scale = BLOCK_MS / (monotonicMs() - startMs);
  return { usedMs: (cpuMs(pids) - used) * scale, belowMs: (cpuMs(below) - usedBelow) * scale };
}

async function report(raw: Raw): Promise<BenchResult> {
  const environment = await benchEnvironment({
    docker: ['docker', '--version'],
    dockerd: ['dockerd', '--version'],
    runc: ['runc', '--version'],
  });
  const contenders = Object.entries(names).map(([key, name]): Contender => ({
    name,
    unit: UNIT,
    raw: raw[key as keyof Raw],
  }));
  const goal = ratioOfMedians(raw.lab, raw.stats);
  const all = ratioOfMedians(raw.labAll, raw.statsAll);
  return {
    bench: 'sampling',
    question: `What does one sample of one container cost, when ${String(CONTAINERS)} run? The lab samples ten times as often as docker stats, and reads more.`,
    plan: [
      `The lab starts ${String(CONTAINERS)} containers of grow (8 MiB, then idle) and samples each every ${String(LAB_PERIOD_MS)} ms: cgroup files, processes, RSS, PSS and private dirty (walked anew when something has run, else every 2 s), kept and pushed as for a window.`,
      `docker stats streams all ${String(CONTAINERS)}, its output thrown away; it is credited with one sample a second for each, though its rounds take a little longer than that.`,
      `${String(BLOCKS)} blocks of ${String(BLOCK_MS / 1000)} s each, interleaved: lab, docker stats, nobody; ${String(SETTLE_MS / 1000)} s to settle before each. The lab is stopped (SIGSTOP) while it is not its turn.`,
      'CPU time is utime + stime of /proc/PID/stat, dockerd on both sides. Lab samples are counted as they arrive.',
    ],
    contenders,
    ratios: [
      { of: names.lab, to: names.stats, ...goal },
      { of: names.labAll, to: names.statsAll, ...all },
    ],
    goals: [
      {
        goal: 'CPU per container-sample at most 1/10 of docker stats, at ten times its rate',
        measured: `${short(goal.value)}x, 95 % ${goal.ci95.map(short).join(' – ')}`,
        met: goal.value <= 0.1,
      },
    ],
    warnings: loadWarnings(environment, 0.5),
    environment,
  };
}

interface LabProcess {
  pid: number;
  containers: string[];
  samples(): Promise<number>;
  pause(): void;
  resume(): void;
  end(): Promise<void>;
}

async function startLab(): Promise<LabProcess> {
  const child = fork(at('out/bench/sampling-lab.mjs'), [String(CONTAINERS), String(LAB_PERIOD_MS)]);
  const ready = await answer(child, 'containers');
  const ask = (message: FromParent) => child.send(message);
  return {
    pid: child.pid ?? 0,
    containers: ready.containers,
    samples: async () => {
      ask({ ask: 'samples' });
      return (await answer(child, 'samples')).samples;
    },
    pause: () => child.kill('SIGSTOP'),
    resume: () => child.kill('SIGCONT'),
    end: async () => {
      child.kill('SIGCONT');
      const ended = new Promise((resolve) => child.once('exit', resolve));
      ask({ ask: 'end' });
      await ended;
    },
  };
}

function answer<K extends 'containers' | 'samples'>(
  child: ChildProcess,
  key: K,
): Promise<Extract<ToParent, Record<K, unknown>>> {
  return new Promise((resolve, reject) => {
    child.once('message', (message: ToParent) => {
      if (key in message) resolve(message as Extract<ToParent, Record<K, unknown>>);
      else reject(new Error(`the lab: ${'failed' in message ? message.failed : 'another answer'}`));
    });
  });
}
