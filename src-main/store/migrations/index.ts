import { runsAndExperiments } from './001-runs-and-experiments.js';
import { recordings } from './002-recordings.js';
import { trials } from './003-trials.js';
import { throttling } from './004-throttling.js';
import { stops } from './005-stops.js';
import { attempts } from './006-attempts.js';

/** Each brings a database from the version of its place (0: empty) to the next one. */
export const MIGRATIONS: readonly string[] = [
  runsAndExperiments,
  recordings,
  trials,
  throttling,
  stops,
  attempts,
];
export const SCHEMA_VERSION = MIGRATIONS.length;
