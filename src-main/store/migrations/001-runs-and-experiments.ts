/**
 * Version 1. Written out, and never changed again: files of this version exist. Times `at_ms` of entries are those of
 * the wall clock, of samples those since the request.
 */
export const runsAndExperiments = `
CREATE TABLE session (
  id INTEGER PRIMARY KEY,
  owner TEXT NOT NULL,
  lab_version TEXT NOT NULL,
  begun_at_ms REAL NOT NULL,
  ended_at_ms REAL
) STRICT;

CREATE TABLE entry (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  session INTEGER NOT NULL REFERENCES session (id),
  at_ms REAL NOT NULL,
  duration_ms REAL,
  outcome TEXT NOT NULL,
  workload TEXT,
  environment TEXT,
  note TEXT NOT NULL DEFAULT '',
  is_pinned INTEGER NOT NULL DEFAULT 0,
  removed_at_ms REAL,
  words TEXT NOT NULL
) STRICT;
CREATE INDEX entry_by_time ON entry (at_ms DESC);
CREATE INDEX entry_under_way ON entry (session) WHERE outcome = 'recording';

CREATE TABLE entry_runtime (
  entry TEXT NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
  runtime TEXT NOT NULL,
  PRIMARY KEY (entry, runtime)
) STRICT, WITHOUT ROWID;
CREATE INDEX entry_by_runtime ON entry_runtime (runtime);

CREATE TABLE tag (
  entry TEXT NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
  tag TEXT NOT NULL,
  PRIMARY KEY (entry, tag)
) STRICT, WITHOUT ROWID;
CREATE INDEX entry_by_tag ON tag (tag);

CREATE TABLE series (
  id INTEGER PRIMARY KEY,
  entry TEXT NOT NULL UNIQUE REFERENCES entry (id) ON DELETE CASCADE
) STRICT;

CREATE TABLE sample (
  series INTEGER NOT NULL REFERENCES series (id) ON DELETE CASCADE,
  at_ms REAL NOT NULL,
  cpu_percent REAL,
  cpu_time_ms REAL,
  cgroup_bytes REAL,
  working_set_bytes REAL,
  anon_bytes REAL,
  rss_bytes REAL,
  pss_bytes REAL,
  private_dirty_bytes REAL,
  linear_bytes REAL,
  linear_max_bytes REAL,
  limit_bytes REAL,
  pids REAL,
  read_bytes REAL,
  written_bytes REAL,
  rx_bytes REAL,
  tx_bytes REAL,
  PRIMARY KEY (series, at_ms)
) STRICT, WITHOUT ROWID;

CREATE TABLE comparison (
  id TEXT PRIMARY KEY,
  at_ms REAL NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE run (
  entry TEXT PRIMARY KEY REFERENCES entry (id) ON DELETE CASCADE,
  comparison TEXT NOT NULL REFERENCES comparison (id),
  runtime TEXT NOT NULL,
  runtime_version TEXT,
  workload TEXT NOT NULL,
  peak TEXT,
  record TEXT NOT NULL
) STRICT;
CREATE INDEX run_by_comparison ON run (comparison);

CREATE TABLE output (
  entry TEXT NOT NULL REFERENCES run (entry) ON DELETE CASCADE,
  stream TEXT NOT NULL CHECK (stream IN ('stdout', 'stderr')),
  text TEXT NOT NULL,
  PRIMARY KEY (entry, stream)
) STRICT;

CREATE TABLE experiment (
  entry TEXT PRIMARY KEY REFERENCES entry (id) ON DELETE CASCADE,
  experiment TEXT NOT NULL,
  plan TEXT NOT NULL,
  result TEXT,
  problem TEXT
) STRICT;
`;
