/** As the columns of a sample were called then: this list never changes again. */
const COLUMNS = [
  ...['cpu_percent', 'cpu_time_ms', 'cgroup_bytes', 'working_set_bytes', 'anon_bytes'],
  ...['rss_bytes', 'pss_bytes', 'private_dirty_bytes', 'linear_bytes', 'linear_max_bytes'],
  ...['limit_bytes', 'pids', 'read_bytes', 'written_bytes', 'rx_bytes', 'tx_bytes'],
];
const aggregates = COLUMNS.map(
  (name) => `${name}_min REAL, ${name}_max REAL, ${name}_mean REAL, ${name}_n INTEGER NOT NULL,`,
).join('\n  ');

/**
 * Version 2: instances that were recorded while they were watched. Times of their samples are those of the wall clock.
 * What is too old to be kept sample by sample is kept by steps: the lowest, the highest, the mean and how many.
 */
export const recordings = `
CREATE TABLE recording (
  entry TEXT PRIMARY KEY REFERENCES entry (id) ON DELETE CASCADE,
  instance_id TEXT NOT NULL,
  instance_kind TEXT NOT NULL,
  name TEXT NOT NULL,
  runtime TEXT
) STRICT;

CREATE TABLE rollup (
  series INTEGER NOT NULL REFERENCES series (id) ON DELETE CASCADE,
  step_ms INTEGER NOT NULL,
  at_ms REAL NOT NULL,
  ${aggregates}
  PRIMARY KEY (series, step_ms, at_ms)
) STRICT, WITHOUT ROWID;
`;
