import { spawn } from 'node:child_process';
import { once } from 'node:events';
import * as v from 'valibot';
import { ComparisonRequestSchema } from '../../src-main/contract/index.js';
import type { RunRecord, RunRequestInput } from '../../src-main/contract/index.js';
import type { Lab } from '../../src-main/lab/lab.js';
import { monotonicMs } from '../../src-main/metrics/index.js';
import type { Engine } from '../../src-main/runtimes/docker/index.js';
import { runBench } from './lib/bench.js';
import { dockerEngine, dockerEnvironment } from './lib/engine.js';
import { benchEnvironment, loadWarnings } from './lib/environment.js';
import { openLab } from './lib/lab.js';
import { short } from './lib/report.js';
import type { BenchResult, Contender, Goal, Ratio } from './lib/report.js';
import { ratioOfMedians } from '../../src-main/experiments/statistics/index.js';

const ROUNDS = 40;
const WARM_UP_ROUNDS = 3;
/** What the lab asks of the engine for a container, as the flags of docker run. */
const SAME_OPTIONS = [
  ...['--runtime', 'runc', '--network', 'none', '--cap-drop', 'ALL', '--read-only'],
  ...['--security-opt', 'no-new-privileges', '--log-driver', 'none'],
];
const ENTRY_TIME = ['--entry-time'];

interface Start {
  toMainMs: number;
  toEndMs: number;
}
type Name = 'docker run' | 'lab, the image' | 'lab, the twin';

await runBench('container-start', async () => {
  const engine = await dockerEngine();
  const lab = await openLab();
  try {
    const image = await imageOfHello(lab);
    return await report(await measure(lab, engine, image), image);
  } finally {
    await lab.close();
    engine.client.close();
  }
});

/** One of each per round, the first in turn, so that none is always the one after the other. */
async function measure(lab: Lab, engine: Engine, image: string): Promise<Record<Name, Start[]>> {
  const starters: [Name, () => Promise<Start>][] = [
    ['docker run', () => startByDocker(dockerEnvironment(engine), image)],
    ['lab, the image', () => startInLab(lab, { kind: 'image', ref: image, args: ENTRY_TIME })],
    ['lab, the twin', () => startInLab(lab, { kind: 'twin', ref: 'hello', args: ENTRY_TIME })],
  ];
  const starts: Record<Name, Start[]> = {
    'docker run': [],
    'lab, the image': [],
    'lab, the twin': [],
  };
  for (let round = -WARM_UP_ROUNDS; round < ROUNDS; round += 1) {
    const first = (round + starters.length) % starters.length;
    for (const [name, start] of [...starters.slice(first), ...starters.slice(0, first)]) {
      const measured = await start();
      if (round >= 0) starts[name].push(measured);
    }
  }
  return starts;
}

async function startInLab(lab: Lab, workload: RunRequestInput['workload']): Promise<Start> {
  const { epochMs, startMs } = nextMillisecond();
  const { stdout } = await runInLab(lab, workload);
  return { toMainMs: entryMs(stdout) - epochMs, toEndMs: monotonicMs() - startMs };
}

async function runInLab(lab: Lab, workload: RunRequestInput['workload']): Promise<RunRecord> {
  const lanes = [{ runtime: 'docker:runc', workload }];
  const request = v.parse(ComparisonRequestSchema, { lanes });
  const [record] = await lab.comparisons.start(request).ended;
  if (record?.outcome.kind === 'exited' && record.outcome.code === 0) return record;
  throw new Error(`the lab's run ended otherwise: ${record?.outcome.reason ?? 'not at all'}`);
}

async function startByDocker(env: NodeJS.ProcessEnv, image: string): Promise<Start> {
  const { epochMs, startMs } = nextMillisecond();
  const child = spawn('docker', ['run', '--rm', ...SAME_OPTIONS, image, ...ENTRY_TIME], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let stdout = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  const [code] = (await once(child, 'close')) as [number | null];
  const endMs = monotonicMs();
  if (code !== 0) throw new Error(`docker run ended with ${String(code)}`);
  return { toMainMs: entryMs(stdout) - epochMs, toEndMs: endMs - startMs };
}

/** hello prints when its main was entered: nanoseconds of the wall clock that host and container share. */
function entryMs(stdout: string): number {
  if (!/^\d{19}\n$/.test(stdout)) throw new Error(`no entry time in ${JSON.stringify(stdout)}`);
  return Number(stdout.trim()) / 1e6;
}

/** The wall clock is read in whole milliseconds here: at the moment of its tick it is exact. */
function nextMillisecond(): { epochMs: number; startMs: number } {
  const before = Date.now();
  let epochMs = Date.now();
  while (epochMs === before) epochMs = Date.now();
  return { epochMs, startMs: monotonicMs() };
}

/** The lab makes it with its first run. */
async function imageOfHello(lab: Lab): Promise<string> {
  const { workload } = await runInLab(lab, { kind: 'twin', ref: 'hello', args: [] });
  if (workload.digest === undefined) throw new Error('the lab does not say which image it ran');
  return workload.digest;
}

async function report(starts: Record<Name, Start[]>, image: string): Promise<BenchResult> {
  const environment = await benchEnvironment({
    docker: ['docker', '--version'],
    dockerd: ['dockerd', '--version'],
    runc: ['runc', '--version'],
  });
  const toMain = (name: Name) => starts[name].map(({ toMainMs }) => toMainMs);
  const toEnd = (name: Name) => starts[name].map(({ toEndMs }) => toEndMs);
  const names = Object.keys(starts) as Name[];
  const ratios = (['lab, the image', 'lab, the twin'] as const).flatMap((name): Ratio[] => [
    {
      of: `${name}, to main`,
      to: 'docker run, to main',
      ...ratioOfMedians(toMain(name), toMain('docker run')),
    },
    {
      of: `${name}, to its end`,
      to: 'docker run, to its end',
      ...ratioOfMedians(toEnd(name), toEnd('docker run')),
    },
  ]);
  return {
    bench: 'container-start',
    question:
      'How long from the request until the program in a container has entered main, and until all is over?',
    plan: [
      `hello (${image.slice(0, 19)}): docker run --rm ${SAME_OPTIONS.join(' ')}, against the lab with its defaults, which are the same.`,
      'The time begins before docker is spawned, or before the lab is asked (its checks and its look at the image included), and ends at the time that hello itself reports for its main. The end: docker run has ended, or the lab has its record; the container is removed on both sides.',
      '"The image" is the lab with the very same options. "The twin" is what it does with a program that it knows: the container gets the same empty network namespace without the network set-up of the engine.',
      `${String(ROUNDS)} rounds of one of each, the first in turn, after ${String(WARM_UP_ROUNDS)} that are not counted. The lab samples its runs meanwhile.`,
    ],
    contenders: names.flatMap((name): Contender[] => [
      { name: `${name}, to main`, unit: 'ms', raw: toMain(name) },
      { name: `${name}, to its end`, unit: 'ms', raw: toEnd(name) },
    ]),
    ratios,
    goals: ratios.filter(({ of }) => of.endsWith('to main')).map(goalOf),
    warnings: loadWarnings(environment, 1),
    environment,
  };
}

function goalOf({ of, value, ci95 }: Ratio): Goal {
  return {
    goal: `${of}: at most 0.9 times docker run`,
    measured: `${short(value)}x, 95 % ${ci95.map(short).join(' – ')}`,
    met: value <= 0.9,
  };
}
