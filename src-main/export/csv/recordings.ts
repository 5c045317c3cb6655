import type {
  RecordedInstance,
  RecordedStep,
  RecordingEntry,
  Sample,
} from '../../contract/index.js';
import { csvOf } from '../../contract/index.js';
import type { CsvColumn } from '../../contract/index.js';
import { SAMPLE_COLUMNS } from './sample-columns.js';

interface Row {
  entry: RecordingEntry;
  sample: Sample;
  step?: { stepMs: number; is: 'min' | 'mean' | 'max' };
}

const COLUMNS: readonly CsvColumn<Row>[] = [
  ['recording_id', ({ entry }) => entry.id],
  ['instance_id', ({ entry }) => entry.instanceId],
  ['instance_kind', ({ entry }) => entry.instanceKind],
  ['name', ({ entry }) => entry.name],
  ['runtime', ({ entry }) => entry.runtime],
  ['program', ({ entry }) => entry.program],
  ['at', ({ sample }) => new Date(sample.tMs).toISOString()],
  ['unix_ms', ({ sample }) => sample.tMs],
  ['step_ms', ({ step }) => step?.stepMs],
  ['of_step', ({ step }) => step?.is],
  ...SAMPLE_COLUMNS,
];

/** Tidy: a row a sample; three a step, where only steps are kept. In the order of their times. */
export function recordingsCsv(recordings: readonly RecordedInstance[]): string {
  return csvOf(COLUMNS, recordings.flatMap(rowsOf));
}

function rowsOf({ entry, samples, steps }: RecordedInstance): Row[] {
  const rows = [
    ...samples.map((sample): Row => ({ entry, sample })),
    ...steps.flatMap((step) => rowsOfStep(entry, step)),
  ];
  return rows.sort((one, other) => one.sample.tMs - other.sample.tMs);
}

function rowsOfStep(entry: RecordingEntry, step: RecordedStep): Row[] {
  const { stepMs } = step;
  return (['min', 'mean', 'max'] as const).map((is) => ({
    ...{ entry, sample: step[is] },
    step: { stepMs, is },
  }));
}
