import type { ExperimentName } from '../contract/index.js';
import type { Experiment } from './experiment.js';
import { density } from './density/index.js';
import { limits } from './limits/index.js';
import { memory } from './memory/index.js';
import { portability } from './portability/index.js';
import { speed } from './speed/index.js';
import { startup } from './startup/index.js';

export { checkProgram } from './program/workload.js';
export type { Experiment, ExperimentContext, Heard, Held, ModuleContent } from './experiment.js';
export { Gate } from './trials/gate.js';
export { fromKept, toKept } from './trials/kept.js';
export type { EndedTrial } from './trials/run-trials.js';

/** Every experiment that there is; adding one is a folder and a line here. */
export const EXPERIMENT: { [Name in ExperimentName]?: Experiment<Name> } = {
  startup,
  memory,
  density,
  limits,
  speed,
  portability,
};
