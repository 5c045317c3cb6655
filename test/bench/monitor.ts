import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { monotonicMs } from '../../src-main/metrics/index.js';
import { TestContainers } from '../support/containers.js';
import { runBench } from './lib/bench.js';
import { dockerEngine, dockerEnvironment, engineProcesses } from './lib/engine.js';
import { benchEnvironment, loadWarnings } from './lib/environment.js';
import { MonitorLab } from './lib/monitor-lab.js';
import { cpuMs } from './lib/process-cpu.js';
import { short } from './lib/report.js';
import type { BenchResult, Contender } from './lib/report.js';
import { median, ratioOfMedians } from '../../src-main/experiments/statistics/index.js';

const CONTAINERS = 100;
const LAB_PERIOD_MS = 100;
const BLOCK_MS = 8000;
const BLOCKS = 6;
const SETTLE_MS = 4000;
const UNIT = '% of a core';
const MOST_LAB_PERCENT = 10;
const MOST_DAEMON_PERCENT = 1;

const names = {
  lab: 'lab at 10 Hz',
  labDaemon: 'dockerd while the lab watches',
  stats: 'docker stats at 1 Hz (client)',
  statsDaemon: 'dockerd while docker stats watches',
  glances: 'glances at 1 Hz',
  glancesDaemon: 'dockerd while glances watches',
  idleDaemon: 'dockerd while nobody watches',
};
type Raw = Record<keyof typeof names, number[]>;

await runBench('monitor', async () => {
  const engine = await dockerEngine();
  const env = dockerEnvironment(engine);
  process.env.DOCKER_HOST = env.DOCKER_HOST;
  const containers = new TestContainers();
  await containers.prepare();
  try {
    const ids: string[] = [];
    for (let at = 0; at < CONTAINERS; at += 1) {
      ids.push((await containers.start(['/grow', '--to', '4m', '--hold', '1h'])).id);
    }
    const { dockerd } = engineProcesses(engine, ids.slice(0, 1));
    const lab = await MonitorLab.start();
    try {
      return await report(await measure(lab, dockerd, env));
    } finally {
      await lab.end();
    }
  } finally {
    await containers.removeAll();
  }
});

interface Measured {
  raw: Raw;
  samplesPerSecond: number[];
  bytesPerSecond: number[];
}

/** Lab, docker stats, glances, nobody, and again: what changes on the machine meets all of them. */
async function measure(
  lab: MonitorLab,
  dockerd: number,
  env: NodeJS.ProcessEnv,
): Promise<Measured> {
  const raw = Object.fromEntries(Object.keys(names).map((name) => [name, []])) as unknown as Raw;
  const measured: Measured = { raw, samplesPerSecond: [], bytesPerSecond: [] };
  const hasGlances = spawnSync('glances', ['--version']).status === 0;
  for (let block = 0; block < BLOCKS; block += 1) {
    await lab.tell({ ask: 'watch', periodMs: LAB_PERIOD_MS });
    await delay(SETTLE_MS);
    const before = await lab.tell({ ask: 'count' });
    const [own, daemon] = await percents([lab.pid, dockerd]);
    const after = await lab.tell({ ask: 'count' });
    await lab.tell({ ask: 'unwatch' });
    raw.lab.push(own);
    raw.labDaemon.push(daemon);
    measured.samplesPerSecond.push(((after.samples - before.samples) * 1000) / BLOCK_MS);
    measured.bytesPerSecond.push(((after.pushedBytes - before.pushedBytes) * 1000) / BLOCK_MS);

    const stats = spawn('docker', ['stats'], { env, stdio: 'ignore' });
    const [client, statsDaemon] = await watchedBy(stats, dockerd);
    raw.stats.push(client);
    raw.statsDaemon.push(statsDaemon);

    if (hasGlances) {
      const peer = spawn('glances', ['--stdout', 'containers', '-t', '1'], {
        env,
        stdio: 'ignore',
      });
      const [glances, glancesDaemon] = await watchedBy(peer, dockerd);
      raw.glances.push(glances);
      raw.glancesDaemon.push(glancesDaemon);
    }
    await delay(SETTLE_MS);
    const [nobody] = await percents([dockerd]);
    raw.idleDaemon.push(nobody);
    console.error(`block ${String(block + 1)} of ${String(BLOCKS)}`);
  }
  return measured;
}

async function watchedBy(watcher: ChildProcess, dockerd: number): Promise<[number, number]> {
  await delay(SETTLE_MS);
  const [own, daemon] = await percents([watcher.pid ?? 0, dockerd]);
  watcher.kill('SIGKILL');
  return [own, daemon];
}

/** Of one core, over one block, each process by itself. */
async function percents<const P extends readonly number[]>(
  pids: P,
): Promise<{ [K in keyof P]: number }> {
  const startMs = monotonicMs();
  const before = pids.map((pid) => cpuMs([pid]));
  await delay(BLOCK_MS);
  const elapsedMs = monotonicMs() - startMs;
  return pids.map((pid, at) => ((cpuMs([pid]) - (before[at] ?? 0)) * 100) / elapsedMs) as {
    [K in keyof P]: number;
  };
}

async function report({ raw, samplesPerSecond, bytesPerSecond }: Measured): Promise<BenchResult> {
  const environment = await benchEnvironment({
    docker: ['docker', '--version'],
    dockerd: ['dockerd', '--version'],
    ...(raw.glances.length === 0 ? {} : { glances: ['glances', '--version'] }),
  });
  const contenders = Object.entries(names)
    .map(([key, name]): Contender => ({ name, unit: UNIT, raw: raw[key as keyof Raw] }))
    .filter((contender) => contender.raw.length > 0);
  const more = raw.labDaemon.map((percent, block) => percent - (raw.idleDaemon[block] ?? 0));
  return {
    bench: 'monitor',
    question: `What does watching ${String(CONTAINERS)} containers cost?`,
    plan: [
      `${String(CONTAINERS)} containers of grow (4 MiB, then idle). The lab watches them as one window does that shows the table: every ${String(LAB_PERIOD_MS)} ms, each push serialised as Electron does it. docker stats and glances watch once a second.`,
      `${String(BLOCKS)} blocks of ${String(BLOCK_MS / 1000)} s each, interleaved: lab, docker stats, glances where it is installed, nobody; ${String(SETTLE_MS / 1000)} s to settle before each. The lab does not watch while it is not its turn.`,
      'CPU time is utime + stime of /proc/PID/stat.',
      `The lab pushed ${short(median(samplesPerSecond))} samples a second (raw: ${samplesPerSecond.map(short).join(', ')}), ${short(median(bytesPerSecond) / 1024)} KiB a second.`,
    ],
    contenders,
    ratios: [
      { of: names.lab, to: names.stats, ...ratioOfMedians(raw.lab, raw.stats) },
      ...(raw.glances.length === 0
        ? []
        : [{ of: names.lab, to: names.glances, ...ratioOfMedians(raw.lab, raw.glances) }]),
    ],
    goals: [
      {
        goal: `the lab under ${String(MOST_LAB_PERCENT)} % of a core`,
        measured: `${short(median(raw.lab))} %`,
        met: median(raw.lab) < MOST_LAB_PERCENT,
      },
      {
        goal: `dockerd under ${String(MOST_DAEMON_PERCENT)} % of a core more than when nobody watches`,
        measured: `${short(median(more))} %`,
        met: median(more) < MOST_DAEMON_PERCENT,
      },
    ],
    warnings: loadWarnings(environment, 0.5),
    environment,
  };
}
