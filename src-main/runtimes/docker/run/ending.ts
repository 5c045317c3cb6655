import { constants } from 'node:os';
import type { Ending } from '../../runtime.js';
import type { Engine } from '../engine/engine.js';

const SIGKILL_CODE = 128 + 9;

const SIGNAL_NAMES = new Map<number, string>(
  Object.entries(constants.signals).map(([name, number]) => [number, name]),
);

/** How a container ended. `oom`: the kernel killed one of its processes for its memory limit. */
export function toEnding(code: number, oom: boolean, atMs: number): Ending {
  // A main program that went on after the death of a child was not itself killed.
  if (oom && code === SIGKILL_CODE) {
    return {
      kind: 'oom-killed',
      code,
      signal: 'SIGKILL',
      reason: 'The kernel killed it: it wanted more memory than its limit allows.',
      atMs,
    };
  }
  const signal = code > 128 ? SIGNAL_NAMES.get(code - 128) : undefined;
  if (signal !== undefined) {
    return { kind: 'signalled', code, signal, reason: `Ended by the signal ${signal}.`, atMs };
  }
  return { kind: 'exited', code, reason: `Exited with code ${code}.`, atMs };
}

export function engineLost(engine: Engine, atMs: number): Ending {
  const at = engine.info.address ?? 'its address';
  return {
    kind: 'signalled',
    reason: `${engine.info.name} at ${at} went away while the container ran: how it ended is not known.`,
    errorCode: 'engine-lost',
    hint: 'Start the engine again: what is left of the container is removed when it is back.',
    atMs,
  };
}
