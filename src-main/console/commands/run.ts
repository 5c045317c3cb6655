import { resolve } from 'node:path';
import type { Command } from 'commander';
import { LabError, RunRequestSchema, validate } from '../../contract/index.js';
import type { Workload } from '../../contract/index.js';
import { exitCodeOf } from '../exit-code.js';
import { addRunFlags, toRunRequest } from '../flags.js';
import type { RunFlags } from '../flags.js';
import { describeEnd, describeWarning } from '../format/outcome.js';
import { onInterrupt } from '../interrupt.js';
import { labHere } from '../lab-here.js';
import { ndjsonEvents, passThrough, silent } from '../run-listeners.js';
import { printError, printJson, writeErr } from '../streams.js';

interface Flags extends RunFlags {
  runtime: string;
  workload?: string;
  image?: string;
  module?: string;
}

export function runCommand(program: Command): void {
  const command = program
    .command('run')
    .description('one run; the guest reads and writes as if it were started by hand')
    .requiredOption('--runtime <id>', 'such as docker:runc or v8')
    .option('--workload <twin>', 'a program that exists in both worlds')
    .option('--image <ref>', 'a container image')
    .option('--module <file>', 'a WebAssembly module')
    .argument('[args...]', "the guest's arguments, after --");
  addRunFlags(command).action(run);
}

async function run(args: string[], flags: Flags): Promise<void> {
  const json = flags.json === true;
  const asked = toRunRequest(flags.runtime, workloadOf(flags, args), flags);
  const request = validate(RunRequestSchema, asked, 'run');
  const lab = await labHere();
  const listener = json ? silent() : flags.ndjson === true ? ndjsonEvents() : passThrough();
  const comparison = lab.comparisons.start({ lanes: [request] }, listener);
  const release = onInterrupt(() => void lab.comparisons.stop(comparison.id));
  const [record] = await comparison.ended;
  release();
  await lab.close();
  if (record === undefined) return;
  const { outcome } = record;
  process.exitCode = exitCodeOf(outcome);
  if (json && outcome.kind === 'failed-to-start') printError(asError(outcome), true);
  else if (json) printJson(record);
  else if (flags.ndjson !== true) {
    for (const warning of record.warnings) writeErr(describeWarning(warning));
    writeErr(describeEnd(record));
  }
}

function workloadOf(flags: Flags, args: string[]): Workload {
  const given = [flags.workload, flags.image, flags.module].filter((one) => one !== undefined);
  if (given.length !== 1) {
    throw new LabError(
      'bad-request',
      given.length === 0 ? 'There is nothing to run.' : 'More than one program was given.',
      'Give one of --workload TWIN, --image REF or --module FILE.',
    );
  }
  if (flags.workload !== undefined) return { kind: 'twin', ref: flags.workload, args };
  if (flags.image !== undefined) return { kind: 'image', ref: flags.image, args };
  return { kind: 'module', ref: resolve(flags.module ?? ''), args };
}

function asError(outcome: { errorCode?: string; reason: string; hint?: string }) {
  return {
    code: (outcome.errorCode ?? 'internal') as LabError['code'],
    message: outcome.reason,
    hint: outcome.hint ?? '',
  };
}
