import {
  LabError,
  isRecordedAttempts,
  isRecordedExperiment,
  isRecordedInstance,
  isRecordedRun,
} from '../../contract/index.js';
import type { Recorded } from '../../contract/index.js';
import { attemptsCsv } from './attempts.js';
import { rawValuesCsv } from './raw-values.js';
import { recordingsCsv } from './recordings.js';
import { samplesCsv } from './samples.js';

/** Throws LabError `not-exportable`: one table has one kind of rows. */
export function tableOf(recorded: readonly Recorded[]): string {
  const runs = recorded.filter(isRecordedRun);
  if (runs.length === recorded.length) return samplesCsv(runs);
  const recordings = recorded.filter(isRecordedInstance);
  if (recordings.length === recorded.length) return recordingsCsv(recordings);
  const attempts = recorded.filter(isRecordedAttempts);
  if (attempts.length === recorded.length) return attemptsCsv(attempts);
  const experiments = recorded.filter(isRecordedExperiment);
  if (experiments.length === recorded.length) return rawValuesCsv(experiments);
  throw new LabError(
    'not-exportable',
    'A CSV file is one table: samples of runs, samples of recordings, raw values of experiments, or attempts.',
    'Export each kind by itself, or choose JSON or a bundle.',
  );
}
