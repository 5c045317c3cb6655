import type { Engine } from '../engine/engine.js';
import { isOnThisKernel } from '../stats-stream.js';
import type { Inspected } from './inspected.js';
import { pidOf } from './view.js';

/** Its process, where that is one of this machine. */
export function hereOf(
  engine: Engine,
  inspected: Inspected,
): { pid?: number; containerId?: string } {
  const pid = pidOf(inspected);
  const { Id: containerId } = inspected;
  const isHere =
    engine.info.local && pid !== undefined && isOnThisKernel(pid, containerId) === true;
  return isHere ? { pid, containerId } : {};
}
