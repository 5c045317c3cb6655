#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { ERROR_EXIT_CODES, LabError, toWireError } from '../contract/index.js';
import { cleanCommand } from './commands/clean.js';
import { conformanceCommand } from './commands/conformance.js';
import { psCommand } from './commands/ps.js';
import { runCommand } from './commands/run.js';
import { runtimesCommand } from './commands/runtimes.js';
import { serveCommand } from './commands/serve.js';
import { twinCommand } from './commands/twin.js';
import { VERSION } from './lab-here.js';
import { printError } from './streams.js';

const COMMANDS = [
  runtimesCommand,
  psCommand,
  runCommand,
  twinCommand,
  conformanceCommand,
  serveCommand,
  cleanCommand,
];

async function main(argv: string[]): Promise<void> {
  const program = new Command('paralelo')
    .description('The same program as a container and as a WebAssembly module, side by side.')
    .version(VERSION)
    .enablePositionalOptions()
    .exitOverride();
  for (const add of COMMANDS) add(program);
  const json = beforeArguments(argv).includes('--json');
  for (const command of [program, ...program.commands]) {
    command.exitOverride();
    // Our own line, or the error document, says what was wrong.
    command.configureOutput({ outputError: () => undefined });
  }
  try {
    await program.parseAsync(argv);
  } catch (thrown) {
    process.exitCode = reportFailure(thrown, json);
  }
}

/** The guest's own arguments, after `--`, are not ours. */
function beforeArguments(argv: string[]): string[] {
  const end = argv.indexOf('--');
  return end < 0 ? argv : argv.slice(0, end);
}

/** Says what was wrong; returns the exit code. */
function reportFailure(thrown: unknown, json: boolean): number {
  const error = thrown instanceof CommanderError ? usageError(thrown) : thrown;
  if (error === undefined) return 0;
  printError(toWireError(error), json);
  return error instanceof LabError ? error.exitCode : ERROR_EXIT_CODES.internal;
}

/** Undefined for `--help` and `--version`, which are no failures. */
function usageError(thrown: CommanderError): LabError | undefined {
  if (thrown.exitCode === 0) return undefined;
  const message = thrown.message.replace(/^error: /, '').replace(/\n/g, ' ');
  return new LabError(
    'bad-request',
    `${message.charAt(0).toUpperCase()}${message.slice(1)}${message.endsWith('.') ? '' : '.'}`,
    'See `paralelo --help`, or `paralelo help COMMAND`.',
  );
}

void main(process.argv);
