import type { Sample } from '../contract/index.js';
import type { Row } from './database.js';

/** Every number of a sample and its column, in the order in which they are packed. `tMs` is not among them: it is the key. */
const COLUMNS = [
  ['cpu_percent', (s) => s.cpuPercent, (s, value) => (s.cpuPercent = value)],
  ['cpu_time_ms', (s) => s.cpuTimeMs, (s, value) => (s.cpuTimeMs = value)],
  ['cgroup_bytes', (s) => s.memory.cgroupBytes, (s, value) => (s.memory.cgroupBytes = value)],
  [
    'working_set_bytes',
    (s) => s.memory.workingSetBytes,
    (s, value) => (s.memory.workingSetBytes = value),
  ],
  ['anon_bytes', (s) => s.memory.anonBytes, (s, value) => (s.memory.anonBytes = value)],
  ['rss_bytes', (s) => s.memory.rssBytes, (s, value) => (s.memory.rssBytes = value)],
  ['pss_bytes', (s) => s.memory.pssBytes, (s, value) => (s.memory.pssBytes = value)],
  [
    'private_dirty_bytes',
    (s) => s.memory.privateDirtyBytes,
    (s, value) => (s.memory.privateDirtyBytes = value),
  ],
  ['linear_bytes', (s) => s.memory.linearBytes, (s, value) => (s.memory.linearBytes = value)],
  [
    'linear_max_bytes',
    (s) => s.memory.linearMaxBytes,
    (s, value) => (s.memory.linearMaxBytes = value),
  ],
  ['limit_bytes', (s) => s.memory.limitBytes, (s, value) => (s.memory.limitBytes = value)],
  ['pids', (s) => s.pids, (s, value) => (s.pids = value)],
  ['read_bytes', (s) => s.readBytes, (s, value) => (s.readBytes = value)],
  ['written_bytes', (s) => s.writtenBytes, (s, value) => (s.writtenBytes = value)],
  ['rx_bytes', (s) => s.rxBytes, (s, value) => (s.rxBytes = value)],
  ['tx_bytes', (s) => s.txBytes, (s, value) => (s.txBytes = value)],
  ['periods', (s) => s.periods, (s, value) => (s.periods = value)],
  ['throttled_periods', (s) => s.throttledPeriods, (s, value) => (s.throttledPeriods = value)],
  ['throttled_ms', (s) => s.throttledMs, (s, value) => (s.throttledMs = value)],
] as const satisfies readonly (readonly [
  string,
  (sample: Sample) => number | undefined,
  (sample: Sample, value: number) => void,
])[];

export const SAMPLE_COLUMNS: readonly string[] = COLUMNS.map(([name]) => name);
/** Numbers of one packed sample: its time and its columns. */
export const PACKED_WIDTH = COLUMNS.length + 1;

/** All numbers in one array that can be handed to another thread without a copy; NaN is what was not read. */
export function packSamples(samples: readonly Sample[]): Float64Array<ArrayBuffer> {
  const packed = new Float64Array(samples.length * PACKED_WIDTH);
  samples.forEach((sample, row) => {
    const start = row * PACKED_WIDTH;
    packed[start] = sample.tMs;
    COLUMNS.forEach(([, read], at) => {
      packed[start + 1 + at] = read(sample) ?? NaN;
    });
  });
  return packed;
}

/** What was packed. */
export function unpackSamples(packed: Float64Array): Sample[] {
  return Array.from({ length: packed.length / PACKED_WIDTH }, (_, row) => {
    const start = row * PACKED_WIDTH;
    const sample: Sample = { tMs: packed[start] ?? NaN, memory: {} };
    COLUMNS.forEach(([, , write], at) => {
      const value = packed[start + 1 + at] ?? NaN;
      if (!Number.isNaN(value)) write(sample, value);
    });
    return sample;
  });
}

/** A sample from a row that has `at_ms` and the columns. */
export function sampleOf(row: Row): Sample {
  const sample: Sample = { tMs: Number(row['at_ms']), memory: {} };
  for (const [name, , write] of COLUMNS) {
    const value = row[name];
    if (typeof value === 'number') write(sample, value);
  }
  return sample;
}
