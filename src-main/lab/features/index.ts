import { appFeature } from './app.js';
import { comparisonsFeature } from './comparisons.js';
import type { Feature } from './feature.js';
import { guestsFeature } from './guests.js';
import { imagesFeature } from './images.js';
import { instancesFeature } from './instances.js';
import { monitorFeature } from './monitor.js';
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
];
