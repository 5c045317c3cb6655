import { formatDuration } from '../../../src-main/contract/index.js';
import type { Outcome, RunState, RuntimeKind } from '../../../src-main/contract/index.js';

/** `harm`: something was killed or broke. `limit`: a limit of ours held. */
export type Tone = 'harm' | 'limit' | 'good' | 'neutral';

export interface Words {
  text: string;
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

export function preparingWords(kind: RuntimeKind): string {
  return kind === 'container'
    ? 'Making the image ready: this is not part of the start.'
    : 'Checking the module: this is not part of the start.';
}

/** A few words for the head of a lane: how it ended, and when. */
export function outcomeWords(outcome: Outcome, durationMs: number | undefined): Words {
  const after = durationMs === undefined ? '' : ` after ${formatDuration(durationMs)}`;
  const exit = outcome.code === undefined ? '' : `exit ${String(outcome.code)}`;
  switch (outcome.kind) {
    case 'exited':
      return exited(outcome, exit, after);
    case 'memory-refused':
      return { text: `memory refused, ${exit || 'ended by itself'}${after}`, tone: 'good' };
    case 'oom-killed':
      return { text: `OOM-killed${after}`, tone: 'harm' };
    case 'trapped':
      return { text: `trapped${after}`, tone: 'harm' };
    case 'timed-out':
      return { text: `stopped by the time limit${after}`, tone: 'limit' };
    case 'fuel-exhausted':
      return { text: `out of fuel${after}`, tone: 'limit' };
    case 'stopped':
      return { text: `stopped by you${after}`, tone: 'neutral' };
    case 'failed-to-start':
      return { text: 'did not start', tone: 'harm' };
  }
}

function exited(outcome: Outcome, exit: string, after: string): Words {
  if (outcome.signal !== undefined)
    return { text: `ended by ${outcome.signal}${after}`, tone: 'harm' };
  return { text: `${exit || 'ended'}${after}`, tone: outcome.code === 0 ? 'good' : 'limit' };
}
