import { appFeature } from './app.js';
import { comparisonsFeature } from './comparisons.js';
import type { Feature } from './feature.js';
import { imagesFeature } from './images.js';
import { runtimesFeature } from './runtimes.js';

export const FEATURES: readonly Feature[] = [
  appFeature,
  runtimesFeature,
  imagesFeature,
  comparisonsFeature,
];
