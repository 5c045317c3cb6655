import type { Outcome, RunState, RunStatus } from '../../../src-main/contract/index.js';
import { formatDuration } from '../../text/format.js';

/** `harm`: something was killed or broke. `limit`: a limit of ours held. */
export type Tone = 'harm' | 'limit' | 'good' | 'neutral';

export interface Words {
  text: string;
  /** `after 1.53 s`; left out where there is no room. */
  after?: string;
  tone: Tone;
}

const STATES: Record<Exclude<RunState, 'ended'>, string> = {
  preparing: 'preparing',
  starting: 'starting',
  running: 'running',
  stopping: 'stopping',
};

export function stateWords(state: RunState): Words {
  return { text: state === 'ended' ? 'ended' : STATES[state], tone: 'neutral' };
}

/** Where a run is that has not ended, in a sentence. */
export function progressWords({ state, kind, phases }: RunStatus): string {
  switch (state) {
    case 'preparing':
      return kind === 'container'
        ? 'The image is being made ready; this is not part of the start.'
        : 'The module is being checked; this is not part of the start.';
    case 'starting': {
      const phase = phases[phases.length - 1];
      return phase === undefined ? 'It is being started.' : `In its start: ${phase.name}.`;
    }
    case 'stopping':
      return 'It is being ended.';
    case 'running': {
      const main = phases.find(({ name }) => name === 'main');
      return main === undefined
        ? 'It runs.'
        : `In main() since ${formatDuration(main.startMs)} after the request.`;
    }
    case 'ended':
      return '';
  }
}

/** A few words for the head of a lane: how it ended, and when. */
export function outcomeWords(outcome: Outcome, durationMs: number | undefined): Words {
  const words = endWords(outcome);
  if (durationMs === undefined || outcome.kind === 'failed-to-start') return words;
  return { ...words, after: `after ${formatDuration(durationMs)}` };
}

function endWords(outcome: Outcome): Words {
  const exit = outcome.code === undefined ? undefined : `exit ${String(outcome.code)}`;
  switch (outcome.kind) {
    case 'exited':
      if (outcome.signal !== undefined) return { text: `ended by ${outcome.signal}`, tone: 'harm' };
      return { text: exit ?? 'ended', tone: outcome.code === 0 ? 'good' : 'limit' };
    case 'memory-refused':
      return { text: `memory refused, ${exit ?? 'ended by itself'}`, tone: 'good' };
    case 'oom-killed':
      return { text: 'OOM-killed', tone: 'harm' };
    case 'trapped':
      return { text: 'trapped', tone: 'harm' };
    case 'timed-out':
      return { text: 'stopped by the time limit', tone: 'limit' };
    case 'fuel-exhausted':
      return { text: 'out of fuel', tone: 'limit' };
    case 'stopped':
      return { text: 'stopped by you', tone: 'neutral' };
    case 'failed-to-start':
      return { text: 'did not start', tone: 'harm' };
    case 'interrupted':
      return { text: 'Paralelo ended before it', tone: 'limit' };
  }
}
