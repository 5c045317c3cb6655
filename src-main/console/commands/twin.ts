import type { Command } from 'commander';
import { ComparisonRequestSchema, LabError, sameOutput, validate } from '../../contract/index.js';
import type { RunRecord, RuntimeInfo } from '../../contract/index.js';
import type { Lab } from '../../lab/lab.js';
import { exitCodeOf } from '../exit-code.js';
import { addRunFlags, toRunRequest } from '../flags.js';
import type { RunFlags } from '../flags.js';
import { formatComparison } from '../format/comparison.js';
import { onInterrupt } from '../interrupt.js';
import { labHere } from '../lab-here.js';
import { ndjsonEvents, prefixedLines, silent } from '../run-listeners.js';
import { printJson, writeOut } from '../streams.js';

/** In place of ids: every runtime that is here. */
const ALL = 'all';

interface Flags extends RunFlags {
  runtimes?: string;
}

export function twinCommand(program: Command): void {
  const command = program
    .command('twin')
    .description('the same program in several runtimes at once')
    .argument('<twin>', 'hello, grow, spin or sum')
    .argument('[args...]', "the twin's own arguments, after --")
    .option(
      '--runtimes <ids>',
      'comma-separated, or all that are here; default: one container runtime and v8',
    );
  addRunFlags(command).action(twin);
}

async function twin(name: string, args: string[], flags: Flags): Promise<void> {
  const lab = await labHere();
  try {
    lab.twins.locate(name);
    const runtimes = await chosenRuntimes(lab, flags.runtimes);
    const lanes = runtimes.map((runtime) =>
      toRunRequest(runtime, { kind: 'twin', ref: name, args }, flags),
    );
    const request = validate(ComparisonRequestSchema, { lanes }, 'twin');
    const listener =
      flags.json === true ? silent() : flags.ndjson === true ? ndjsonEvents() : prefixedLines();
    const comparison = lab.comparisons.start(request, listener);
    const release = onInterrupt(() => void lab.comparisons.stop(comparison.id));
    const runs = await comparison.ended;
    release();
    report(name, runs, flags);
  } finally {
    await lab.close();
  }
}

function report(name: string, runs: RunRecord[], flags: Flags): void {
  const same = sameOutput(runs);
  if (flags.json === true) printJson({ twin: name, sameOutput: same, runs });
  else if (flags.ndjson !== true) writeOut(formatComparison(runs, same));
  process.exitCode = comparisonExitCode(runs, same);
}

/** A lane that could not start gives its code; outputs that differ though all ended well give 1. */
function comparisonExitCode(runs: RunRecord[], same: boolean): number {
  const failed = runs.find((run) => run.outcome.kind === 'failed-to-start');
  if (failed !== undefined) return exitCodeOf(failed.outcome);
  const allWell = runs.every((run) => run.outcome.kind === 'exited' && run.outcome.code === 0);
  return allWell && !same ? 1 : 0;
}

async function chosenRuntimes(lab: Lab, asked: string | undefined): Promise<string[]> {
  if (asked !== undefined && asked !== ALL) return asked.split(',').filter(Boolean);
  const { runtimes } = await lab.catalogue.list(false);
  const here = runtimes.filter((info) => info.available);
  return asked === ALL ? here.map(({ id }) => id) : defaultRuntimes(here);
}

/** One of each world. */
function defaultRuntimes(here: readonly RuntimeInfo[]): string[] {
  const container = here.find((info) => info.kind === 'container');
  const wasm = here.find((info) => info.kind === 'wasm');
  const chosen = [container, wasm].flatMap((info) => (info === undefined ? [] : [info.id]));
  if (chosen.length > 0) return chosen;
  throw new LabError(
    'runtime-not-here',
    'No runtime was found on this machine.',
    'See `paralelo runtimes` for how to get one.',
  );
}
