import type { MemoryName, RecordedRun, RunRecord, Sample } from '../../contract/index.js';
import { csvOf } from './csv.js';
import type { Column } from './csv.js';

interface Row {
  record: RunRecord;
  sample: Sample;
}

const memory = (name: MemoryName) => (row: Row) => row.sample.memory[name];

/** The unit is in the name of each column. */
const COLUMNS: readonly Column<Row>[] = [
  ['run_id', ({ record }) => record.id],
  ['comparison_id', ({ record }) => record.comparisonId],
  ['requested_at', ({ record }) => record.requestedAt],
  ['runtime', ({ record }) => record.runtime],
  ['runtime_version', ({ record }) => record.runtimeVersion],
  ['workload', ({ record }) => record.workload.ref],
  ['t_ms', ({ sample }) => sample.tMs],
  ['cpu_percent_of_core', ({ sample }) => sample.cpuPercent],
  ['cpu_time_ms', ({ sample }) => sample.cpuTimeMs],
  ['cpu_periods_count', ({ sample }) => sample.periods],
  ['cpu_throttled_periods_count', ({ sample }) => sample.throttledPeriods],
  ['cpu_throttled_ms', ({ sample }) => sample.throttledMs],
  ['cgroup_bytes', memory('cgroupBytes')],
  ['working_set_bytes', memory('workingSetBytes')],
  ['anon_bytes', memory('anonBytes')],
  ['rss_bytes', memory('rssBytes')],
  ['pss_bytes', memory('pssBytes')],
  ['private_dirty_bytes', memory('privateDirtyBytes')],
  ['linear_bytes', memory('linearBytes')],
  ['linear_max_bytes', memory('linearMaxBytes')],
  ['limit_bytes', memory('limitBytes')],
  ['pids_count', ({ sample }) => sample.pids],
  ['read_bytes', ({ sample }) => sample.readBytes],
  ['written_bytes', ({ sample }) => sample.writtenBytes],
  ['rx_bytes', ({ sample }) => sample.rxBytes],
  ['tx_bytes', ({ sample }) => sample.txBytes],
];

/** Tidy: a row a sample. */
export function samplesCsv(runs: readonly RecordedRun[]): string {
  return csvOf(
    COLUMNS,
    runs.flatMap(({ record }) => record.samples.map((sample) => ({ record, sample }))),
  );
}
