import { LabError, isRecordedExperiment, isRecordedRun } from '../../contract/index.js';
import type { Recorded } from '../../contract/index.js';
import { rawValuesCsv } from './raw-values.js';
import { samplesCsv } from './samples.js';

/** Throws LabError `not-exportable`: one table has one kind of rows. */
export function tableOf(recorded: readonly Recorded[]): string {
  const runs = recorded.filter(isRecordedRun);
  if (runs.length === recorded.length) return samplesCsv(runs);
  if (runs.length === 0) return rawValuesCsv(recorded.filter(isRecordedExperiment));
  throw new LabError(
    'not-exportable',
    'A CSV file is one table: samples of runs, or raw values of experiments, not both.',
    'Export the runs and the experiments by themselves, or choose JSON or a bundle.',
  );
}
