import { formatDuration } from '../../contract/index.js';
import type { Outcome, RunRequest } from '../../contract/index.js';
import { toWireError } from '../../contract/index.js';
import type { Ending, TwinPaths } from '../../runtimes/runtime.js';

/** Why the lab itself ended a guest. */
export type StopCause = 'stopped' | 'timed-out';

type Meanings = TwinPaths['exitMeanings'];

const KILL_SIGNAL = 'SIGKILL';

/** What the runtime saw, and what the lab did, as one outcome. */
export function toOutcome(
  ending: Ending,
  cause: StopCause | undefined,
  meanings: Meanings,
  request: Pick<RunRequest, 'limits'>,
): Outcome {
  if (cause !== undefined && ending.signal === KILL_SIGNAL && ending.kind !== 'oom-killed') {
    return endedByLab(cause, request);
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

function endedByLab(cause: StopCause, request: Pick<RunRequest, 'limits'>): Outcome {
  const limitMs = request.limits.timeoutMs;
  return cause === 'timed-out' && limitMs !== undefined
    ? {
        kind: 'timed-out',
        signal: KILL_SIGNAL,
        reason: `The lab ended it at its wall-time limit of ${formatDuration(limitMs)}.`,
      }
    : { kind: 'stopped', signal: KILL_SIGNAL, reason: 'Stopped on request.' };
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
