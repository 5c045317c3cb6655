import type { MemoryName, Sample } from '../../contract/index.js';
import type { CsvColumn } from '../../contract/index.js';

const memory =
  (name: MemoryName) =>
  ({ sample }: { sample: Sample }) =>
    sample.memory[name];

/** What a sample has besides its time. The unit is in the name of each column. */
export const SAMPLE_COLUMNS: readonly CsvColumn<{ sample: Sample }>[] = [
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
