import type { RunRecord } from './run.js';

/**
 * Whether every run printed the same bytes on stdout. By hash of all that was written, so a
 * record that was cut is compared in full. A run that never started printed nothing to compare.
 */
export function sameOutput(runs: readonly Pick<RunRecord, 'stdoutSha256' | 'outcome'>[]): boolean {
  return (
    runs.every((run) => run.outcome.kind !== 'failed-to-start') &&
    new Set(runs.map((run) => run.stdoutSha256)).size <= 1
  );
}
