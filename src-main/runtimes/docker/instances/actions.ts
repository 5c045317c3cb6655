import type { InstanceAction, InstanceState } from '../../../contract/index.js';
import type { EngineId } from '../engine/engine.js';

/**
 * What an engine does with a container in each state, in the order of a menu; seen with Docker 20.10
 * and Podman 4.3. `remove` is forced: the user has confirmed it.
 */
const POSSIBLE: Record<InstanceState, readonly InstanceAction[]> = {
  created: ['start', 'remove'],
  running: ['stop', 'restart', 'pause', 'kill', 'remove'],
  paused: ['unpause', 'stop', 'restart', 'kill', 'remove'],
  restarting: ['stop', 'restart', 'kill', 'remove'],
  removing: [],
  exited: ['start', 'remove'],
  dead: ['remove'],
};

/** Podman refuses to stop or restart a paused container, and what it kills there stays frozen. */
const POSSIBLE_WHILE_PAUSED_IN_PODMAN: readonly InstanceAction[] = ['unpause', 'remove'];

/** What is left of a protected container's actions. */
const HARMLESS: readonly InstanceAction[] = ['start', 'unpause'];

export function actionsOf(
  engine: EngineId,
  state: InstanceState,
  isProtected: boolean,
): InstanceAction[] {
  const possible =
    engine === 'podman' && state === 'paused' ? POSSIBLE_WHILE_PAUSED_IN_PODMAN : POSSIBLE[state];
  return possible.filter((action) => !isProtected || isHarmless(action));
}

export function isHarmless(action: InstanceAction): boolean {
  return HARMLESS.includes(action);
}
