import { join } from 'node:path';
import type { Discovery, Runtime, RuntimeSource } from '../runtime.js';
import { removeOrphanCgroups } from '../module/cpu-cgroup.js';
import type { Launchers } from '../module/launcher/launchers.js';
import { endOrphans } from '../module/orphans.js';
import { removeArtefacts } from './cache-files.js';
import { ask } from './ask.js';
import type { Engine } from './engine.js';
import { findProgram } from './find-program.js';
import { absentRuntime, CommandRuntime } from './runtime.js';

export interface CommandSourceOptions {
  /** The user's cache folder of Paralelo: engines that it installed, and compiled modules. */
  cacheDir: string;
  /** Starts guests without a fork of the lab (resources/launcher); absent: the lab forks. */
  launchers?: Launchers | undefined;
  /** The executable that the user chose in the settings for a family. */
  pathOf(family: string): string | undefined;
}

/** An engine that is a program of this machine, in each of the ways in which its build executes. */
export function createCommandSource(engine: Engine, options: CommandSourceOptions): RuntimeSource {
  return {
    takesPath: true,
    owns: (runtimeId) => runtimeId === engine.id || runtimeId.startsWith(`${engine.id}:`),
    discover: async (): Promise<Discovery> => ({
      engines: [],
      runtimes: await runtimesOf(engine, options),
    }),
    watch: () => () => undefined,
    cleanUp: () => {
      endOrphans();
      removeOrphanCgroups();
      return Promise.resolve();
    },
    clearCompiled: () => removeArtefacts(options.cacheDir, engine.id),
    close: () => undefined,
  };
}

async function runtimesOf(engine: Engine, options: CommandSourceOptions): Promise<Runtime[]> {
  const chosen = options.pathOf(engine.id);
  const program = findProgram({
    chosen,
    names: engine.executables,
    before: [join(options.cacheDir, 'runtimes', engine.id, 'bin')],
    behind: engine.folders ?? [],
  });
  if (program === undefined) {
    const why =
      chosen === undefined
        ? `No program called ${engine.executables.join(' or ')} was found.`
        : `${chosen}, as the settings say, is not an executable file.`;
    return [absentRuntime(engine, why)];
  }
  const answers = await ask(engine, program);
  const version = engine.version(answers);
  if (version === undefined) {
    return [absentRuntime(engine, `${program.path} does not answer like ${engine.name}.`)];
  }
  return engine.variants(answers, version).map(
    (variant) =>
      new CommandRuntime({
        ...{ engine, variant, program, version },
        cacheDir: options.cacheDir,
        launchers: options.launchers,
      }),
  );
}
