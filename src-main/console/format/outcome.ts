import { formatDuration } from '../../contract/index.js';
import type { Outcome, RunRecord, Warning } from '../../contract/index.js';
import { printable } from '../streams.js';

/** `OOM-killed`, `exit 7`: a few words. */
export function shortOutcome(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'exited':
      return `exit ${String(outcome.code ?? '?')}`;
    case 'memory-refused':
      return `memory refused, exit ${String(outcome.code ?? '?')}`;
    case 'oom-killed':
      return 'OOM-killed';
    case 'failed-to-start':
      return 'failed to start';
    default:
      return outcome.kind.replace('-', ' ');
  }
}

/** The one line about a run that did not simply end with 0; empty for one that did. */
export function describeEnd(record: RunRecord): string {
  const { outcome } = record;
  if (outcome.kind === 'exited' && outcome.code === 0) return '';
  const after =
    outcome.kind === 'failed-to-start' ? '' : ` after ${formatDuration(record.durationMs)}`;
  const hint = outcome.hint === undefined ? '' : ` ${outcome.hint}`;
  const line = `${record.runtime}: ${shortOutcome(outcome)}${after}. ${outcome.reason}${hint}`;
  return `paralelo: ${printable(line.replace(/\s+/g, ' '))}\n`;
}

export function describeWarning(warning: Warning): string {
  return `paralelo: warning: ${printable(`${warning.message} ${warning.hint}`.replace(/\s+/g, ' '))}\n`;
}
