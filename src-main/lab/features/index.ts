import { appFeature } from './app.js';
import { claimsFeature } from './claims.js';
import { comparisonsFeature } from './comparisons.js';
import { dataFolderFeature } from './data-folder.js';
import { experimentsFeature } from './experiments.js';
import type { Feature } from './feature.js';
import { guestsFeature } from './guests.js';
import { historyFeature } from './history.js';
import { imagesFeature } from './images.js';
import { instancesFeature } from './instances.js';
import { isolationFeature } from './isolation.js';
import { monitorFeature } from './monitor.js';
import { probesFeature } from './probes.js';
import { runtimesFeature } from './runtimes.js';
import { settingsFeature } from './settings.js';
import { tryOutFeature } from './try-out.js';

export const FEATURES: readonly Feature[] = [
  appFeature,
  runtimesFeature,
  settingsFeature,
  tryOutFeature,
  imagesFeature,
  comparisonsFeature,
  guestsFeature,
  instancesFeature,
  monitorFeature,
  experimentsFeature,
  isolationFeature,
  probesFeature,
  historyFeature,
  dataFolderFeature,
  claimsFeature,
];
