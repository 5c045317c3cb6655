import { LabError } from '../../contract/index.js';
import type { Recorded } from '../../contract/index.js';
import type { Database } from '../database.js';
import { findEntry } from './entries.js';
import { readExperiment } from './experiment.js';
import { readRun } from './run.js';

/** Throws LabError `unknown-entry`, `still-recording`, `record-damaged`, `not-exportable`. */
export function readRecorded(database: Database, { id }: { id: string }): Recorded {
  switch (findEntry(database, id).kind) {
    case 'run':
      return readRun(database, id);
    case 'experiment':
      return readExperiment(database, id);
    case 'recording':
      throw new LabError(
        'not-exportable',
        `${id} is an instance that was recorded while it was watched: those are not exported yet.`,
        'Choose runs and experiments. `paralelo show ID --json` prints what was recorded of it.',
      );
  }
}
