import type { RecordedRun, RunRecord, Sample } from '../../contract/index.js';
import { csvOf } from '../../contract/index.js';
import type { CsvColumn } from '../../contract/index.js';
import { SAMPLE_COLUMNS } from './sample-columns.js';

interface Row {
  record: RunRecord;
  sample: Sample;
}

const COLUMNS: readonly CsvColumn<Row>[] = [
  ['run_id', ({ record }) => record.id],
  ['comparison_id', ({ record }) => record.comparisonId],
  ['requested_at', ({ record }) => record.requestedAt],
  ['runtime', ({ record }) => record.runtime],
  ['runtime_version', ({ record }) => record.runtimeVersion],
  ['workload', ({ record }) => record.workload.ref],
  ['t_ms', ({ sample }) => sample.tMs],
  ...SAMPLE_COLUMNS,
];

/** Tidy: a row a sample. */
export function samplesCsv(runs: readonly RecordedRun[]): string {
  return csvOf(
    COLUMNS,
    runs.flatMap(({ record }) => record.samples.map((sample) => ({ record, sample }))),
  );
}
