import { actions } from './actions.js';
import { charts } from './charts.js';
import { claims } from './claims.js';
import { common } from './common.js';
import { drop } from './drop.js';
import { experiments } from './experiments.js';
import { frame } from './frame.js';
import { firstRun } from './first-run.js';
import { history } from './history.js';
import { instances } from './instances.js';
import { isolation } from './isolation.js';
import { isolationMatrix } from './isolation-matrix.js';
import { isolationProfile } from './isolation-profile.js';
import { lab } from './lab.js';
import { lanes } from './lanes.js';
import { runtimes } from './runtimes.js';
import { settings } from './settings.js';

/** One room of the window a file, or one part of a large one; what two of them say is in `common`. */
export const ROOMS = {
  actions,
  charts,
  claims,
  common,
  drop,
  experiments,
  frame,
  firstRun,
  history,
  instances,
  isolation,
  isolationMatrix,
  isolationProfile,
  lab,
  lanes,
  runtimes,
  settings,
};

export const ptBR = {
  ...actions,
  ...charts,
  ...claims,
  ...common,
  ...drop,
  ...experiments,
  ...frame,
  ...firstRun,
  ...history,
  ...instances,
  ...isolation,
  ...isolationMatrix,
  ...isolationProfile,
  ...lab,
  ...lanes,
  ...runtimes,
  ...settings,
};
