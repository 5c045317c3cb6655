import type { RunRecord } from '../../src-main/contract/index.js';

/** The record of a V8 run of the twin `sum` that ended well. */
export function finishedRecord(more: Partial<RunRecord> = {}): RunRecord {
  return {
    id: 'r-1',
    comparisonId: 'c-1',
    runtime: 'v8',
    workload: { kind: 'twin', ref: 'sum', args: [], sha256: 'ab'.repeat(32) },
    limits: {},
    enforcedBy: {},
    outcome: { kind: 'exited', code: 0, reason: 'The guest exited with code 0.' },
    requestedAt: '2026-11-26T01:00:00.000Z',
    durationMs: 40,
    phases: [],
    samples: [],
    peak: {},
    stdout: '',
    stderr: '',
    stdoutBytes: 0,
    stderrBytes: 0,
    stdoutSha256: 'cd'.repeat(32),
    truncated: false,
    isolation: [],
    warnings: [],
    environment: {
      kernel: '6.1',
      cores: 2,
      memoryBytes: 2 ** 32,
      os: 'Debian 12',
      arch: 'x64',
      labVersion: '0.1.0',
    },
    ...more,
  };
}
