import { existsSync } from 'node:fs';
import type { RunRequest, RuntimeInfo } from '../../contract/index.js';
import {
  checkCommand,
  checkImports,
  checkMemoryLimit,
  moduleFacts,
} from '../../isolation/module/index.js';
import { moduleGrants } from '../module/directories.js';
import type { Launchers } from '../module/launcher/launchers.js';
import { holdLimits } from '../module/limits.js';
import { findModule } from '../module/module-file.js';
import type { PreparedRun, Runtime, TwinFiles } from '../runtime.js';
import { v8Facts } from './facts.js';
import { v8RuntimeInfo } from './info.js';
import { launchGuest } from './launch.js';
import type { LaunchPlan } from './launch.js';
import { v8Holders } from './limits.js';
import { findHostProgram } from './program.js';
import type { HostProgram } from './program.js';

export interface V8RuntimeOptions {
  /** The built guest host, `out/main/v8-host.cjs`. */
  hostPath: string;
  /** A Node or an Electron; our own executable unless given. */
  execPath?: string;
  /** Starts guests without a fork of the lab (resources/launcher); absent: the lab forks. */
  launchers?: Launchers | undefined;
}

/** V8 in a process of its own per guest. Throws LabError `host-failed` when `execPath` is no Node. */
export function createV8Runtime(options: V8RuntimeOptions): Runtime {
  const program = findHostProgram(options.execPath);
  return new V8Runtime(options, program);
}

class V8Runtime implements Runtime {
  readonly info: RuntimeInfo;

  constructor(
    private readonly options: V8RuntimeOptions,
    private readonly program: HostProgram,
  ) {
    this.info = v8RuntimeInfo(program, existsSync(options.hostPath));
  }

  async prepare(request: RunRequest, twins: TwinFiles): Promise<PreparedRun> {
    const { limits, grants, workload } = request;
    const file = await findModule(workload, twins, this.info);
    if (request.uncheckedImports !== true) checkImports(file.profile);
    checkCommand(file.profile);
    checkMemoryLimit(file.profile, limits);
    const held = holdLimits(request, file.profile, v8Holders(), this.info);
    const { env, directories, stdinPath } = moduleGrants(grants, this.info);
    const launcher = await this.options.launchers?.ready({ withChannel: true });
    const plan: LaunchPlan = {
      launcher,
      file,
      memoryLimitBytes: limits.memoryBytes,
      ...(held.enforcedBy.cpus === 'cgroup' ? { cpus: limits.cpus } : {}),
      start: {
        program: this.program,
        hostPath: this.options.hostPath,
        flags: held.flags,
        request: {
          ...(request.traceCalls === true ? { traceCalls: true } : {}),
          modulePath: file.path,
          args: [file.name, ...workload.args],
          env,
          preopens: Object.fromEntries(
            directories.map(({ guestPath, hostPath }) => [guestPath, hostPath]),
          ),
          readOnly: directories
            .filter(({ readOnly }) => readOnly)
            .map(({ guestPath }) => guestPath),
        },
        ...(stdinPath === undefined ? {} : { stdinPath }),
      },
    };
    return {
      workload: file.identity,
      enforcedBy: held.enforcedBy,
      warnings: held.warnings,
      tracesCalls: true,
      isolation: [...moduleFacts(file.profile, limits, grants), ...v8Facts(grants)],
      discard: () => launcher?.discard(),
      launch: (observer) => launchGuest(plan, observer),
    };
  }
}
