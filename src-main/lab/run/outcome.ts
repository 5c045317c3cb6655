import { formatDuration } from '../../contract/index.js';
import type { Limits, Outcome } from '../../contract/index.js';
import { toWireError } from '../../contract/index.js';
import type { Ending, TwinPaths } from '../../runtimes/runtime.js';

/** Why the lab itself ended a guest. */
export type StopCause = 'stopped' | 'timed-out';

type Meanings = TwinPaths['exitMeanings'];

interface Asked {
  limits: Limits;
  /** How long after the wall-time limit the lab waited for the runtime to hold it. */
  graceMs?: number;
}

const KILL_SIGNAL = 'SIGKILL';

/** What the runtime saw, and what the lab did, as one outcome. */
export function toOutcome(
  ending: Ending,
  cause: StopCause | undefined,
  meanings: Meanings,
  asked: Asked,
): Outcome {
  if (cause !== undefined && ending.signal === KILL_SIGNAL && ending.kind !== 'oom-killed') {
    return endedByLab(cause, asked);
  }
  const seen = pickDefined(ending);
  switch (ending.kind) {
    case 'signalled':
      return { kind: 'stopped', ...seen };
    case 'exited': {
      const meaning = ending.code === undefined ? undefined : meanings[String(ending.code)];
      return meaning === undefined
        ? { kind: 'exited', ...seen }
        : { ...seen, kind: meaning.kind, reason: meaning.reason };
    }
    default:
      return { kind: ending.kind, ...seen };
  }
}

function endedByLab(cause: StopCause, asked: Asked): Outcome {
  const limitMs = asked.limits.timeoutMs;
  return cause === 'timed-out' && limitMs !== undefined
    ? {
        kind: 'timed-out',
        signal: KILL_SIGNAL,
        reason: lateBy(formatDuration(limitMs), asked.graceMs ?? 0),
      }
    : { kind: 'stopped', signal: KILL_SIGNAL, reason: 'Stopped on request.' };
}

function lateBy(limit: string, graceMs: number): string {
  return graceMs === 0
    ? `The lab ended it at its wall-time limit of ${limit}.`
    : `The lab ended it ${formatDuration(graceMs)} after its wall-time limit of ${limit}: the runtime, which holds that limit itself and counts from its own start, had not yet.`;
}

function pickDefined(ending: Ending): Omit<Outcome, 'kind'> {
  return {
    ...(ending.code === undefined ? {} : { code: ending.code }),
    ...(ending.signal === undefined ? {} : { signal: ending.signal }),
    reason: ending.reason,
    ...(ending.errorCode === undefined ? {} : { errorCode: ending.errorCode }),
    ...(ending.hint === undefined ? {} : { hint: ending.hint }),
  };
}

/** A guest that never came to run. */
export function failedToStart(thrown: unknown): Outcome {
  const { code, message, hint } = toWireError(thrown);
  return { kind: 'failed-to-start', reason: message, errorCode: code, hint };
}

export const STOPPED_BEFORE_START: Outcome = {
  kind: 'stopped',
  reason: 'Stopped before it was started.',
};
