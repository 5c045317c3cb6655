import type { Outcome, RunState, RunStatus } from '../../../src-main/contract/index.js';
import { t } from '../../i18n/index.js';
import type { Words } from '../../i18n/index.js';
import { formatDuration } from '../../text/format.js';
import { phaseName } from '../../text/phases.js';

/** `harm`: something was killed or broke. `limit`: a limit of ours held. */
export type Tone = 'harm' | 'limit' | 'good' | 'neutral';

export interface EndWords {
  text: string;
  /** `after 1.53 s`; left out where there is no room. */
  after?: string;
  tone: Tone;
}

const STATES: Record<Exclude<RunState, 'ended'>, Words> = {
  preparing: 'preparing',
  starting: 'starting',
  running: 'running|run',
  stopping: 'stopping',
};

export function stateWords(state: RunState): EndWords {
  return { text: t(state === 'ended' ? 'ended' : STATES[state]), tone: 'neutral' };
}

/** Where a run is that has not ended, in a sentence. */
export function progressWords({ state, kind, phases }: RunStatus): string {
  switch (state) {
    case 'preparing':
      return kind === 'container'
        ? t('The image is being made ready; this is not part of the start.')
        : t('The module is being checked; this is not part of the start.');
    case 'starting': {
      const phase = phases[phases.length - 1];
      return phase === undefined
        ? t('It is being started.')
        : t('In its start: {{phase}}.', { phase: phaseName(phase.name) });
    }
    case 'stopping':
      return t('It is being ended.');
    case 'running': {
      const main = phases.find(({ name }) => name === 'main');
      return main === undefined
        ? t('It runs.')
        : t('In main() since {{time}} after the request.', { time: formatDuration(main.startMs) });
    }
    case 'ended':
      return '';
  }
}

/** A few words for the head of a lane: how it ended, and when. */
export function outcomeWords(outcome: Outcome, durationMs: number | undefined): EndWords {
  const words = endWords(outcome);
  if (durationMs === undefined || outcome.kind === 'failed-to-start') return words;
  return { ...words, after: t('after {{time}}', { time: formatDuration(durationMs) }) };
}

function endWords(outcome: Outcome): EndWords {
  const { code } = outcome;
  switch (outcome.kind) {
    case 'exited':
      if (outcome.signal !== undefined)
        return { text: t('ended by {{signal}}', { signal: outcome.signal }), tone: 'harm' };
      return {
        text: code === undefined ? t('ended') : t('exit {{code}}', { code }),
        tone: code === 0 ? 'good' : 'limit',
      };
    case 'memory-refused':
      return {
        text:
          code === undefined
            ? t('memory refused, ended by itself')
            : t('memory refused, exit {{code}}', { code }),
        tone: 'good',
      };
    case 'oom-killed':
      return { text: t('OOM-killed'), tone: 'harm' };
    case 'trapped':
      return { text: t('trapped'), tone: 'harm' };
    case 'timed-out':
      return { text: t('stopped by the time limit'), tone: 'limit' };
    case 'fuel-exhausted':
      return { text: t('out of fuel'), tone: 'limit' };
    case 'stopped':
      return { text: t('stopped by you'), tone: 'neutral' };
    case 'failed-to-start':
      return { text: t('did not start'), tone: 'harm' };
    case 'interrupted':
      return { text: t('Paralelo ended before it'), tone: 'limit' };
  }
}
