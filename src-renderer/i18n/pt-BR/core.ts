import { claims } from './core/claims.js';
import { common } from './core/common.js';
import { connection } from './core/connection.js';
import { contract } from './core/contract.js';
import { electron } from './core/electron.js';
import { experimentsClaims } from './core/experiments-claims.js';
import { experimentsDensity } from './core/experiments-density.js';
import { experimentsEvidence } from './core/experiments-evidence.js';
import { experimentsIsolation } from './core/experiments-isolation.js';
import { experimentsLimits } from './core/experiments-limits.js';
import { experimentsMemory } from './core/experiments-memory.js';
import { experimentsPortability } from './core/experiments-portability.js';
import { experimentsProgram } from './core/experiments-program.js';
import { experimentsResults } from './core/experiments-results.js';
import { experimentsSpeed } from './core/experiments-speed.js';
import { experimentsStartup } from './core/experiments-startup.js';
import { exported } from './core/export.js';
import { instances } from './core/instances.js';
import { isolationAdvice } from './core/isolation-advice.js';
import { isolationAttempts } from './core/isolation-attempts.js';
import { isolationChecks } from './core/isolation-checks.js';
import { isolationEvidence } from './core/isolation-evidence.js';
import { isolationFacts } from './core/isolation-facts.js';
import { isolationGaps } from './core/isolation-gaps.js';
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

/** By the room of the core that says it; what two of them say is the same in both. */
export const CORE_ROOMS: readonly Readonly<Record<string, string>>[] = [
  claims,
  common,
  connection,
  contract,
  electron,
  experimentsClaims,
  experimentsDensity,
  experimentsEvidence,
  experimentsIsolation,
  experimentsLimits,
  experimentsMemory,
  experimentsPortability,
  experimentsProgram,
  experimentsResults,
  experimentsSpeed,
  experimentsStartup,
  exported,
  instances,
  isolationAdvice,
  isolationAttempts,
  isolationChecks,
  isolationEvidence,
  isolationFacts,
  isolationGaps,
  lab,
  runtimesBrowser,
  runtimesCommand,
  runtimesContainers,
  runtimesEngine,
  runtimesInstances,
  runtimesModule,
  runtimesProcesses,
  store,
  twins,
];

/**
 * What the lab's core says in its answers, as the command line does: errors, reasons, questions, advice.
 * `{{name}}` stands for what changes in a sentence, `{{Name}}` for what the core said as well, `{{eachName}}` for a
 * list of that.
 */
export const core: Readonly<Record<string, string>> = Object.fromEntries(
  CORE_ROOMS.flatMap((room) => Object.entries(room)),
);
