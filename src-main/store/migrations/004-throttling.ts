/** As these columns were called then: this list never changes again. */
const COLUMNS = ['periods', 'throttled_periods', 'throttled_ms'];

/** Version 4: what a CPU quota did. */
export const throttling = COLUMNS.map(
  (name) => `
ALTER TABLE sample ADD COLUMN ${name} REAL;
ALTER TABLE rollup ADD COLUMN ${name}_min REAL;
ALTER TABLE rollup ADD COLUMN ${name}_max REAL;
ALTER TABLE rollup ADD COLUMN ${name}_mean REAL;
ALTER TABLE rollup ADD COLUMN ${name}_n INTEGER NOT NULL DEFAULT 0;`,
).join('\n');
