import type { Recorded } from '../../contract/index.js';
import type { Database } from '../database.js';
import { readAttempts } from './attempts.js';
import { findEntry } from './entries.js';
import { readExperiment } from './experiment.js';
import { readRecording } from './recording.js';
import { readRun } from './run.js';

/** Throws LabError `unknown-entry`, `still-recording`, `record-damaged`, `export-too-large`. */
export function readRecorded(
  database: Database,
  { id, points }: { id: string; points?: number },
): Recorded {
  switch (findEntry(database, id).kind) {
    case 'run':
      return readRun(database, id);
    case 'experiment':
      return readExperiment(database, id);
    case 'attempts':
      return readAttempts(database, id);
    case 'recording':
      return readRecording(database, id, points);
  }
}
