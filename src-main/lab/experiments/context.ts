import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type {
  Environment,
  ExperimentName,
  PlanOf,
  RuntimeInfo,
  Workload,
} from '../../contract/index.js';
import { LabError } from '../../contract/index.js';
import { EXPERIMENT } from '../../experiments/index.js';
import type { Experiment, ExperimentContext } from '../../experiments/index.js';
import type { Launchers } from '../../runtimes/module/launcher/launchers.js';
import { nativeTwins } from '../../runtimes/native/index.js';
import type { RunNative } from '../../runtimes/native/index.js';
import type { TwinFiles } from '../../runtimes/runtime.js';
import type { SharedHost } from '../../runtimes/v8/index.js';
import type { RuntimeCatalogue } from '../catalogue.js';
import type { Comparisons } from '../comparisons.js';
import { heldRun } from '../held-run.js';
import { heardRun, keptRun, quietRun } from '../quiet-run.js';
import type { Twins } from '../twins.js';
import { moduleContent } from './module-content.js';

/** What an experiment needs of the lab. */
export interface ExperimentParts {
  catalogue: RuntimeCatalogue;
  comparisons: Comparisons;
  twins: Twins;
  environment: () => Promise<Environment>;
  openSharedHost: (workload: Workload) => Promise<SharedHost>;
  launchers: Launchers;
}

/** Throws LabError `not-supported-here` for an experiment that this version does not have. */
export function experimentOf<Name extends ExperimentName>(name: Name): Experiment<Name> {
  const experiment = EXPERIMENT[name];
  if (experiment !== undefined) return experiment;
  throw new LabError(
    'not-supported-here',
    `This version has no experiment "${name}".`,
    `There are: ${Object.keys(EXPERIMENT).join(', ')}.`,
  );
}

/** Throws LabError for a runtime that is not known or not here, and for a module that is not there, before anything runs. */
export async function contextOf<Name extends ExperimentName>(
  plan: PlanOf<Name>,
  { catalogue, comparisons, twins, environment, openSharedHost, launchers }: ExperimentParts,
  rest: Pick<ExperimentContext<Name>, 'signal' | 'gate' | 'onProgress' | 'onEnded' | 'noted'>,
): Promise<ExperimentContext<Name>> {
  const runtimes: RuntimeInfo[] = await Promise.all(
    plan.runtimes.map(async (id) => (await catalogue.resolve(id)).info),
  );
  if (plan.program?.module !== undefined) {
    await moduleContent({ kind: 'module', ...plan.program.module }, twins);
  }
  return {
    plan,
    runtimes,
    runOne: (request) => quietRun(comparisons, request, { signal: rest.signal }),
    runHeard: (request) => heardRun(comparisons, request, { signal: rest.signal }),
    ...nativeIn(twins, { signal: rest.signal, launchers }),
    launchers,
    inFolder,
    runKept: (request) => keptRun(comparisons, request, { signal: rest.signal }),
    imageOf: async (id, workload) => (await catalogue.resolve(id)).describeImage?.(workload, twins),
    moduleOf: (workload) => moduleContent(workload, twins),
    hold: (request, signal) => heldRun(comparisons, request, signal),
    openSharedHost,
    environment: await environment(),
    ...rest,
  };
}

function nativeIn(
  twins: TwinFiles,
  options: Parameters<typeof nativeTwins>[1],
): { native?: RunNative } {
  const native = nativeTwins(twins, options);
  return native === undefined ? {} : { native };
}

/** Open to all, since a guest may be another user of this machine. */
async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'paralelo-experiment-'));
  try {
    await chmod(folder, 0o777);
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
