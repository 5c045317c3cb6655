import { LabError } from '../../../contract/index.js';
import type { Instance, InstanceAction } from '../../../contract/index.js';
import type { EngineRequest } from '../engine/client.js';
import type { Engine } from '../engine/engine.js';
import { PROTECTED_LABEL } from '../labels.js';
import { isHarmless } from './actions.js';
import { toInstanceError } from './errors.js';
import { ask } from './questions.js';

/** After SIGTERM, before SIGKILL: what `docker stop` gives. */
const GRACE_S = 10;
/** An engine under load takes its time; one that hangs must not hold the user for ever. */
const LONGEST_MS = 120_000;

type Request = Pick<EngineRequest, 'method' | 'path' | 'query'>;

const REQUESTS: Record<InstanceAction, (path: string) => Request> = {
  start: (path) => ({ method: 'POST', path: `${path}/start` }),
  stop: (path) => ({ method: 'POST', path: `${path}/stop`, query: { t: GRACE_S } }),
  restart: (path) => ({ method: 'POST', path: `${path}/restart`, query: { t: GRACE_S } }),
  pause: (path) => ({ method: 'POST', path: `${path}/pause` }),
  unpause: (path) => ({ method: 'POST', path: `${path}/unpause` }),
  kill: (path) => ({ method: 'POST', path: `${path}/kill`, query: { signal: 'SIGKILL' } }),
  // Anonymous volumes stay, as with `docker rm`: nobody was asked about them.
  remove: (path) => ({ method: 'DELETE', path, query: { force: true } }),
};

/** Resolves when the engine has done it. Rejects with LabError. */
export async function act(engine: Engine, view: Instance, action: InstanceAction): Promise<void> {
  if (!view.actions.includes(action)) throw refusal(view, action);
  try {
    await ask(engine, REQUESTS[action](`/containers/${view.id}`), undefined, LONGEST_MS);
  } catch (thrown) {
    throw toInstanceError(engine, view, action, thrown);
  }
}

function refusal({ name, state, isProtected, actions }: Instance, action: InstanceAction) {
  if (isProtected && !isHarmless(action)) {
    return new LabError(
      'instance-protected',
      `${name} is protected: it has the label ${PROTECTED_LABEL}.`,
      `To ${action} it, use the command line of its engine, or make it without that label.`,
    );
  }
  return new LabError(
    'action-not-possible',
    `${name} is ${state}, and its engine does not ${action} one that is.`,
    actions.length === 0
      ? 'Wait until its engine is done with it.'
      : `Possible now: ${actions.join(', ')}.`,
  );
}
