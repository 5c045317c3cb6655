import type { Command } from 'commander';
import { LabError, PROBE_SETS } from '../../../contract/index.js';
import type { AttemptResult, IsolationMatrix, ProbeSet } from '../../../contract/index.js';
import type { Lab } from '../../../lab/lab.js';
import { matrixMarkdown } from '../../format/matrix-markdown.js';
import { formatMatrix } from '../../format/matrix.js';
import { onInterrupt } from '../../interrupt.js';
import { commandLine } from '../../command-line.js';
import { labHere } from '../../lab-here.js';
import { printJson, writeErr, writeOut } from '../../streams.js';

interface Flags {
  runtimes?: string;
  set?: string;
  attempts?: string;
  json?: true;
  markdown?: true;
}

const STOPPED = 130;
const INCOMPLETE = 1;

export function isolationCommand(bench: Command): void {
  bench
    .command('isolation')
    .description('what a guest can do: every attempt in every runtime, tried')
    .option('--runtimes <ids>', 'comma-separated; default: all that are here')
    .option('--set <name>', 'default (least privilege) or loosened; default: both')
    .option('--attempts <ids>', 'comma-separated; default: all of them')
    .option('--json', 'print one JSON document on stdout and nothing else')
    .option('--markdown', 'print a document for docs/')
    .action(benchIsolation);
}

async function benchIsolation(flags: Flags): Promise<void> {
  const sets = setsOf(flags.set);
  const lab = await labHere();
  const interrupted = new AbortController();
  const release = onInterrupt(() => {
    interrupted.abort();
    void lab.probes.stop();
  });
  try {
    const matrix = await probed(lab, sets, flags);
    if (flags.json === true) printJson({ experiment: 'isolation', ...matrix });
    else
      writeOut(
        flags.markdown === true ? matrixMarkdown(matrix, commandLine()) : formatMatrix(matrix),
      );
    if (matrix.isPartial) process.exitCode = INCOMPLETE;
    if (interrupted.signal.aborted) process.exitCode = STOPPED;
  } finally {
    release();
    await lab.close();
  }
}

async function probed(lab: Lab, sets: ProbeSet[], flags: Flags): Promise<IsolationMatrix> {
  lab.probes.onProgress((_, results) => results.forEach(report));
  await lab.probes.start({
    sets,
    ...(flags.runtimes === undefined ? {} : { runtimes: listOf(flags.runtimes) }),
    ...(flags.attempts === undefined ? {} : { attempts: listOf(flags.attempts) }),
  });
  await lab.probes.ended();
  const { matrix } = lab.probes;
  if (matrix === undefined) throw new Error('probes without a matrix');
  return matrix;
}

function report({ runtime, set, attempt, verdict }: AttemptResult): void {
  writeErr(`${runtime}: ${set}: ${attempt}: ${verdict}\n`);
}

function listOf(text: string): string[] {
  return text.split(',').filter(Boolean);
}

function setsOf(name: string | undefined): ProbeSet[] {
  if (name === undefined) return [...PROBE_SETS];
  const set = PROBE_SETS.find((one) => one === name);
  if (set !== undefined) return [set];
  throw new LabError(
    'bad-request',
    `There is no set called "${name}" (--set).`,
    `There are ${PROBE_SETS.join(' and ')}; without the flag both are tried.`,
  );
}
