import { runsAndExperiments } from './001-runs-and-experiments.js';
import { recordings } from './002-recordings.js';
import { stops } from './003-stops.js';
import { attempts } from './004-attempts.js';

/** Each brings a database from the version of its place (0: empty) to the next one. */
export const MIGRATIONS: readonly string[] = [runsAndExperiments, recordings, stops, attempts];
export const SCHEMA_VERSION = MIGRATIONS.length;
