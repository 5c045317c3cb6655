import { Command } from 'commander';
import { benchCommand } from './commands/bench/index.js';
import { claimsCommand } from './commands/claims.js';
import { cleanCommand } from './commands/clean.js';
import { conformanceCommand } from './commands/conformance.js';
import { dataFolderCommand } from './commands/data-folder.js';
import { exportCommand } from './commands/export.js';
import { historyCommand } from './commands/history.js';
import { importCommand } from './commands/import.js';
import { inspectCommand } from './commands/inspect.js';
import { metricsCommand } from './commands/metrics.js';
import { psCommand } from './commands/ps.js';
import { recordCommand } from './commands/record.js';
import { runCommand } from './commands/run.js';
import { runtimesCommand } from './commands/runtimes.js';
import { serveCommand } from './commands/serve.js';
import { showCommand } from './commands/show.js';
import { twinCommand } from './commands/twin.js';
import { VERSION } from './lab-here.js';

const COMMANDS = [
  runtimesCommand,
  psCommand,
  recordCommand,
  inspectCommand,
  runCommand,
  twinCommand,
  benchCommand,
  claimsCommand,
  conformanceCommand,
  historyCommand,
  showCommand,
  exportCommand,
  importCommand,
  dataFolderCommand,
  serveCommand,
  metricsCommand,
  cleanCommand,
];

/** `paralelo` with all its commands. Its manual and completions are made from it: `npm run cli-documents`. */
export function createProgram(): Command {
  const program = new Command('paralelo')
    .description('The same program as a container and as a WebAssembly module, side by side.')
    .version(VERSION)
    .enablePositionalOptions();
  for (const add of COMMANDS) add(program);
  return program;
}
