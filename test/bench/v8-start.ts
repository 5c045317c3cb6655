import { measureWarmRounds } from '../../src-main/runtimes/v8/index.js';
import { runBench } from './lib/bench.js';
import { benchEnvironment, loadWarnings } from './lib/environment.js';
import { commandLine, hyperfine, needHyperfine } from './lib/hyperfine.js';
import { V8_HOST, at } from './lib/paths.js';
import { short } from './lib/report.js';
import type { BenchResult } from './lib/report.js';
import { median, ratioOfMedians } from '../../src-main/experiments/statistics/index.js';

const HELLO = at('resources/workloads/bin/hello.wasm');
const WARM_ROUNDS = 1000;
/** hyperfine runs one command after the other: many short blocks of both share what the machine does. */
const COLD_BLOCKS = 12;
const RUNS_PER_BLOCK = 10;
const REQUEST = { modulePath: HELLO, args: ['hello'], env: {}, preopens: {}, readOnly: [] };

const HOST = `node v8-host.cjs '{…}'`;
const PLAIN = 'node plain-wasi.cjs hello.wasm';

await runBench('v8-start', async () => {
  needHyperfine();
  const rounds = await measureWarmRounds({ hostPath: V8_HOST }, HELLO, WARM_ROUNDS);
  const warm = rounds.map(({ instantiateMs, runMs }) => instantiateMs + runMs);
  return report(warm, measureCold());
});

interface Cold {
  host: number[];
  plain: number[];
}

function measureCold(): Cold {
  const commands = {
    host: ['node', '--no-warnings', V8_HOST, JSON.stringify(REQUEST)],
    plain: ['node', '--no-warnings', at('test/bench/plain-wasi.cjs'), HELLO],
  };
  const cold: Cold = { host: [], plain: [] };
  for (let block = 0; block < COLD_BLOCKS; block += 1) {
    const order = block % 2 === 0 ? (['host', 'plain'] as const) : (['plain', 'host'] as const);
    const lines = order.map((name) => commandLine(commands[name]));
    const times = hyperfine(lines, { runs: RUNS_PER_BLOCK, warmups: 2 });
    for (const [index, name] of order.entries()) cold[name].push(...(times[index] ?? []));
  }
  return cold;
}

async function report(warm: number[], cold: Cold): Promise<BenchResult> {
  const environment = await benchEnvironment({ hyperfine: ['hyperfine', '--version'] });
  const ratio = ratioOfMedians(cold.host, cold.plain);
  return {
    bench: 'v8-start',
    question:
      'What does a start of hello in V8 cost in a process that is warm, and what does the guest host add to a cold one?',
    plan: [
      `Warm: one host compiles hello once, then instantiates and runs it ${String(WARM_ROUNDS)} times, each with a WASI of its own. The first rounds, still slow, are among the raw values.`,
      `Cold: hyperfine -N, ${String(COLD_BLOCKS)} blocks of ${String(RUNS_PER_BLOCK)} runs of each command in turn, the order changing: ${HOST} (the request as an argument, nobody listening) against ${PLAIN}, which reads, compiles, instantiates and runs the module with node:wasi and does nothing else.`,
      'Both are started with --no-warnings.',
    ],
    contenders: [
      { name: 'warm: instantiate + run', unit: 'ms', raw: warm },
      { name: `cold: ${HOST}`, unit: 'ms', raw: cold.host },
      { name: `cold: ${PLAIN}`, unit: 'ms', raw: cold.plain },
    ],
    ratios: [{ of: HOST, to: PLAIN, ...ratio }],
    goals: [
      {
        goal: 'warm: instantiate + run of hello under 1 ms',
        measured: `median ${short(median(warm))} ms`,
        met: median(warm) < 1,
      },
      {
        goal: 'cold: at most 1.05 times plain node doing the same',
        measured: `${short(ratio.value)}x, 95 % ${ratio.ci95.map(short).join(' – ')}`,
        met: ratio.value <= 1.05,
      },
    ],
    warnings: loadWarnings(environment, 1),
    environment,
  };
}
