import { runtimeKindOf } from '../../contract/index.js';
import type { RunRecord } from '../../contract/index.js';

/**
 * When the program itself ended, milliseconds from the request. What a container engine still does then (Podman asks
 * four times a second whether it has ended) is not the program.
 */
export function guestEndedMs({ durationMs, phases, runtime }: RunRecord): number {
  const exit = phases.find(({ name }) => name === 'exit');
  const isContainer = runtimeKindOf(runtime) === 'container';
  return isContainer && exit !== undefined ? exit.startMs : durationMs;
}
