import { tmpdir } from 'node:os';
import type { IsolationFact, RunRequest, RuntimeInfo } from '../../contract/index.js';
import {
  checkCommand,
  checkImports,
  checkMemoryLimit,
  componentFacts,
  moduleFacts,
} from '../../isolation/module/index.js';
import { moduleGrants } from '../module/directories.js';
import { OWN_PROCESS } from '../module/host-process.js';
import type { Launchers } from '../module/launcher/launchers.js';
import { holdLimits } from '../module/limits.js';
import { findModule, findModuleOrComponent } from '../module/module-file.js';
import type { ComponentFile, ModuleFile } from '../module/module-file.js';
import type { PreparedRun, Runtime, TwinFiles } from '../runtime.js';
import { Artefacts } from './artefacts.js';
import type { Engine, Order, Variant } from './engine.js';
import { engineEnvironment } from './environment.js';
import type { FoundProgram } from './find-program.js';
import { holdersOf } from './holders.js';
import { absentInfo, commandInfo } from './info.js';
import { launchCommand } from './launch.js';

/** How long the lab waits for an engine that holds the wall time by itself. */
const TIME_GRACE_MS = 150;

export interface CommandParts {
  engine: Engine;
  variant: Variant;
  program: FoundProgram;
  version: string;
  cacheDir: string;
  launchers: Launchers | undefined;
}

/** One engine in one of its modes; each guest in a process of its own. */
export class CommandRuntime implements Runtime {
  readonly info: RuntimeInfo;
  readonly #artefacts: Artefacts;

  constructor(private readonly parts: CommandParts) {
    this.info = commandInfo(parts);
    this.#artefacts = new Artefacts(parts);
  }

  async prepare(request: RunRequest, twins: TwinFiles): Promise<PreparedRun> {
    const { variant, engine } = this.parts;
    const { limits, workload } = request;
    const find = variant.runsComponents === true ? findModuleOrComponent : findModule;
    const file = await find(workload, twins, this.info);
    const profile = 'profile' in file ? file.profile : undefined;
    if (profile !== undefined) {
      if (request.uncheckedImports !== true) checkImports(profile);
      checkCommand(profile);
      checkMemoryLimit(profile, limits);
    }
    const held = holdLimits(request, profile, holdersOf(variant), this.info);
    const grants = moduleGrants(request.grants, { ...this.info, gaps: variant.gaps ?? {} });
    const asked: Order = {
      modulePath: file.path,
      args: workload.args,
      env: grants.env,
      directories: grants.directories,
      limitFlags: held.flags,
      cacheDirectory: this.#artefacts.cacheDirectory,
    };
    const capBytes = held.enforcedBy.memory === 'module-maximum' ? limits.memoryBytes : undefined;
    const order = await this.#artefacts.ready(asked, file, capBytes);
    const launcher = await this.parts.launchers?.ready();
    return {
      workload: file.identity,
      enforcedBy: held.enforcedBy,
      warnings: held.warnings,
      isolation: [...factsOf(file, request), OWN_PROCESS, ...caveats(this.parts)],
      ...(held.enforcedBy.time === 'engine-flag' ? { timeGraceMs: TIME_GRACE_MS } : {}),
      discard: () => launcher?.discard(),
      launch: (observer) =>
        launchCommand(
          {
            launcher,
            file,
            engine,
            reservedBytes: variant.reservedBytes,
            memoryLimitBytes: limits.memoryBytes,
            cpus: held.enforcedBy.cpus === 'cgroup' ? limits.cpus : undefined,
            start: {
              executable: this.parts.program.path,
              args: variant.run(order),
              env: engineEnvironment(),
              cwd: tmpdir(),
              ...(grants.stdinPath === undefined ? {} : { stdinPath: grants.stdinPath }),
            },
          },
          observer,
        ),
    };
  }
}

function factsOf(file: ModuleFile | ComponentFile, request: RunRequest): IsolationFact[] {
  return 'profile' in file
    ? moduleFacts(file.profile, request.limits, request.grants)
    : componentFacts(file.component, request.grants);
}

/** An engine that was looked for and is not here. */
export function absentRuntime(engine: Engine, why: string): Runtime {
  return {
    info: absentInfo(engine, why),
    prepare: () => Promise.reject(new Error(why)),
  };
}

/** What a user must know before trusting the engine stands beside every run, too. */
function caveats({ variant, engine }: CommandParts): IsolationFact[] {
  return (variant.notes ?? []).map((detail, index) => ({
    id: `caveat-${index}`,
    label: `${engine.name}: know this`,
    detail,
    tone: 'loose',
    basis: 'declared',
  }));
}
