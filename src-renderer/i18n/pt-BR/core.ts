import { common } from './core/common.js';
import { contract } from './core/contract.js';
import { electron } from './core/electron.js';
import { exported } from './core/export.js';
import { lab } from './core/lab.js';
import { runtimesBrowser } from './core/runtimes-browser.js';
import { runtimesCommand } from './core/runtimes-command.js';
import { runtimesContainers } from './core/runtimes-containers.js';
import { runtimesEngine } from './core/runtimes-engine.js';
import { runtimesInstances } from './core/runtimes-instances.js';
import { runtimesModule } from './core/runtimes-module.js';
import { runtimesProcesses } from './core/runtimes-processes.js';
import { store } from './core/store.js';
import { twins } from './core/twins.js';

/**
 * What the lab's core says in its answers, as the command line does: errors, reasons, questions, advice.
 * `{{name}}` stands for what changes in a sentence, `{{Name}}` for what the core said as well. A room of the core a file.
 */
export const core = {
  ...common,
  ...contract,
  ...electron,
  ...exported,
  ...lab,
  ...runtimesBrowser,
  ...runtimesCommand,
  ...runtimesContainers,
  ...runtimesEngine,
  ...runtimesInstances,
  ...runtimesModule,
  ...runtimesProcesses,
  ...store,
  ...twins,
} as const satisfies Record<string, string>;
