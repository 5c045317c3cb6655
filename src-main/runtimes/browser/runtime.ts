import { MOST_MODULE_BYTES } from '../../contract/index.js';
import type { RunRequest, RuntimeInfo } from '../../contract/index.js';
import {
  checkCommand,
  checkImports,
  checkMemoryLimit,
  moduleFacts,
} from '../../isolation/module/index.js';
import { moduleGrants } from '../module/directories.js';
import { holdLimits } from '../module/limits.js';
import { findModule } from '../module/module-file.js';
import type { PreparedRun, Runtime, TwinFiles } from '../runtime.js';
import { browserFacts } from './facts.js';
import { checkSize } from './guest.js';
import type { GuestHosting } from './hosting.js';
import { launchInPage } from './launch.js';
import type { LaunchPlan } from './launch.js';
import { BROWSER_HOLDERS } from './limits.js';

const GAPS = { directories: 'the page has no file system of the host' };

/** The same module in a worker of a page. */
export class BrowserRuntime implements Runtime {
  constructor(
    readonly info: RuntimeInfo,
    private readonly hosting: GuestHosting,
  ) {}

  async prepare(request: RunRequest, twins: TwinFiles): Promise<PreparedRun> {
    const { limits, grants, workload } = request;
    const file = await findModule(workload, twins, this.info);
    if (request.uncheckedImports !== true) checkImports(file.profile);
    checkCommand(file.profile);
    checkMemoryLimit(file.profile, limits);
    checkSize('The module', file.sizeBytes, MOST_MODULE_BYTES);
    const held = holdLimits(request, file.profile, BROWSER_HOLDERS, this.info);
    const { env, stdinPath } = moduleGrants(grants, { ...this.info, gaps: GAPS });
    const { page, warnings, sandboxed } = await this.hosting.host();
    // The page says it exactly; before it was there, only the browser's own word was known.
    this.info.version = page.engine;
    const plan: LaunchPlan = {
      file,
      page,
      args: workload.args,
      env,
      ...(stdinPath === undefined ? {} : { stdinPath }),
      ...(held.enforcedBy.memory === 'module-maximum' && limits.memoryBytes !== undefined
        ? { memoryLimitBytes: limits.memoryBytes }
        : {}),
    };
    return {
      workload: file.identity,
      enforcedBy: held.enforcedBy,
      warnings: [...held.warnings, ...warnings],
      isolation: [...moduleFacts(file.profile, limits, grants), ...browserFacts(sandboxed)],
      launch: (observer) =>
        new Promise((resolve) => resolve(launchInPage(plan, this.hosting.pages, observer))),
    };
  }
}
