import type { HistoryEntry, RunEntry } from '../../../src-main/contract/index.js';
import { t } from '../../i18n/index.js';
import type { Words } from '../../i18n/index.js';
import { visibleName } from '../../text/escape.js';
import { EXPERIMENT_TITLES } from '../experiments/words.js';
import { formatBytes, formatDuration } from '../../text/format.js';

export type OutcomeTone = 'good' | 'harm' | 'limit' | 'neutral';

export const KIND_WORDS: Record<HistoryEntry['kind'], Words> = {
  run: 'Run|noun',
  experiment: 'Experiment',
  attempts: 'Isolation',
  recording: 'Recording',
};

const OUTCOMES: Record<HistoryEntry['outcome'], { text: Words; tone: OutcomeTone }> = {
  exited: { text: 'exited', tone: 'good' },
  trapped: { text: 'trapped', tone: 'harm' },
  'oom-killed': { text: 'OOM-killed', tone: 'harm' },
  'memory-refused': { text: 'memory refused', tone: 'good' },
  'timed-out': { text: 'time limit', tone: 'limit' },
  'fuel-exhausted': { text: 'out of fuel', tone: 'limit' },
  stopped: { text: 'stopped', tone: 'neutral' },
  'failed-to-start': { text: 'did not start', tone: 'harm' },
  interrupted: { text: 'interrupted', tone: 'limit' },
  recording: { text: 'runs|it', tone: 'neutral' },
  complete: { text: 'complete', tone: 'good' },
  partial: { text: 'stopped early', tone: 'neutral' },
  failed: { text: 'failed', tone: 'harm' },
};

/** A guest that exited with another code than 0 says that something was not well. */
export function outcomeOf(entry: HistoryEntry): { text: string; tone: OutcomeTone } {
  const code = entry.kind === 'run' ? entry.exitCode : undefined;
  if (entry.outcome !== 'exited' || code === undefined) {
    const { text, tone } = OUTCOMES[entry.outcome];
    return { text: t(text), tone };
  }
  return { text: t('exit {{code}}', { code }), tone: code === 0 ? 'good' : 'limit' };
}

/** What ran: `grow --to 64m`, `Startup`, the name of an instance. */
export function titleOf(entry: HistoryEntry): string {
  switch (entry.kind) {
    case 'run':
      return visibleName([entry.workload.ref, ...entry.workload.args].join(' '));
    case 'experiment':
      return experimentTitle(t(EXPERIMENT_TITLES[entry.experiment]), entry.workload);
    case 'attempts':
      return t('{{count}} attempt', { count: entry.tried });
    case 'recording':
      return visibleName(entry.name);
  }
}

function experimentTitle(experiment: string, workload: string | undefined): string {
  if (workload === undefined) return experiment;
  return t('{{experiment}} of {{workload}}', { experiment, workload: visibleName(workload) });
}

export function runtimesOf(entry: HistoryEntry): string[] {
  if ('runtimes' in entry) return entry.runtimes;
  return entry.runtime === undefined ? [] : [entry.runtime];
}

/** Of what isolates it, the first definition that is there: a number without its definition says nothing. */
export function peakOf({ peak }: RunEntry): string | undefined {
  if (peak === undefined) return undefined;
  const [name, bytes] =
    peak.cgroupBytes !== undefined
      ? ['cgroup', peak.cgroupBytes]
      : peak.rssBytes !== undefined
        ? ['RSS', peak.rssBytes]
        : ['linear', peak.linearBytes];
  return bytes === undefined ? undefined : `${formatBytes(bytes)} ${name}`;
}

/** What never started lasted nothing. */
export function durationOf({ durationMs, outcome }: HistoryEntry): string | undefined {
  if (durationMs === undefined || outcome === 'failed-to-start') return undefined;
  return formatDuration(durationMs);
}
