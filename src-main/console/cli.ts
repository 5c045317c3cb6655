#!/usr/bin/env node
import { CommanderError } from 'commander';
import type { Command } from 'commander';
import { ERROR_EXIT_CODES, LabError, toWireError } from '../contract/index.js';
import { createProgram } from './program.js';
import { printError } from './streams.js';

async function main(argv: string[]): Promise<void> {
  const program = createProgram();
  const json = beforeArguments(argv).includes('--json');
  for (const command of allOf(program)) {
    command.exitOverride();
    // Our own line, or the error document, says what was wrong.
    command.configureOutput({ outputError: () => undefined });
  }
  try {
    // The installed one runs in Electron as a plain Node, whose arguments are those of Node.
    await program.parseAsync(argv, { from: 'node' });
  } catch (thrown) {
    process.exitCode = reportFailure(thrown, json);
  }
}

function allOf(command: Command): Command[] {
  return [command, ...command.commands.flatMap(allOf)];
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
