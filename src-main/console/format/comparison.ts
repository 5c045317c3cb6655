import { formatBytes, formatDuration } from '../../contract/index.js';
import type { RunRecord } from '../../contract/index.js';
import { printable } from '../streams.js';
import { describeWarning, shortOutcome } from './outcome.js';
import { formatTable } from './table.js';

const bytes = (value: number | undefined): string =>
  value === undefined ? '' : formatBytes(value);

/** A row a runtime, then whether the outputs agree, then every doubt. */
export function formatComparison(runs: readonly RunRecord[], same: boolean): string {
  const header = [
    'RUNTIME',
    'OUTCOME',
    'MAIN AT',
    'ENDED AT',
    'CGROUP PEAK',
    'LINEAR PEAK',
    'RSS PEAK',
  ];
  const rows = runs.map((run) => [
    run.runtime,
    shortOutcome(run.outcome),
    mainAt(run),
    run.outcome.kind === 'failed-to-start' ? '' : formatDuration(run.durationMs),
    bytes(run.peak.cgroupBytes),
    bytes(run.peak.linearBytes),
    bytes(run.peak.rssBytes),
  ]);
  const reasons = runs.map((run) => `${run.runtime}: ${printable(run.outcome.reason)}\n`);
  const warnings = runs.flatMap((run) => run.warnings.map(describeWarning));
  return [
    formatTable(header, rows, new Set(header.slice(2))),
    '\n',
    ...reasons,
    runs.length > 1 ? `Output: ${same ? 'the same, byte for byte' : 'differs'}.\n` : '',
    ...warnings,
  ].join('');
}

function mainAt(run: RunRecord): string {
  const main = run.phases.find((phase) => phase.name === 'main');
  return main === undefined ? '' : formatDuration(main.startMs);
}
