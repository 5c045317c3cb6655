/**
 * Version 3: each run of an experiment, as it ends. `kept` is what it came to, until the whole result is there; `ground`
 * what else is needed to come to a result without running anything.
 */
export const trials = `
CREATE TABLE trial (
  entry TEXT NOT NULL REFERENCES experiment (entry) ON DELETE CASCADE,
  sequence INTEGER NOT NULL,
  contender TEXT NOT NULL,
  is_warm_up INTEGER NOT NULL,
  at_ms REAL NOT NULL,
  came_to TEXT NOT NULL,
  why TEXT,
  kept TEXT,
  PRIMARY KEY (entry, sequence)
) STRICT, WITHOUT ROWID;

ALTER TABLE experiment ADD COLUMN ground TEXT;
`;
