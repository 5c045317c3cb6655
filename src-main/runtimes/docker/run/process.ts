import type { RunObserver } from '../../runtime.js';
import type { Engine } from '../engine/engine.js';
import { factsOnceEffective } from '../effective.js';
import type { Metering } from './meters.js';
import { inspectContainer } from './state.js';
import type { ContainerState } from './state.js';

/**
 * After this the engine is busy with the start and holds the container's lock: a question asked
 * then is answered the moment it has started, before its end can be noted down.
 */
const EARLY_QUESTION_MS = 10;

/**
 * Finds the container's process as soon as there is one, and reads what it is isolated by. Never
 * rejects: a run without samples is still a run, and a lost engine shows in the wait.
 */
export async function observeProcess(
  engine: Engine,
  containerId: string,
  started: Promise<void>,
  metering: Metering,
  observer: Pick<RunObserver, 'isolation'>,
): Promise<void> {
  try {
    const { pid, inspect } = await runningState(engine, containerId, started);
    if (pid !== undefined) metering.know(pid);
    const here = engine.info.local && pid !== undefined ? { pid, containerId } : {};
    observer.isolation(
      await factsOnceEffective({ inspect, rootless: engine.facts.rootless, ...here }),
    );
  } catch {
    // The facts declared before the start stay.
  }
}

async function runningState(
  engine: Engine,
  containerId: string,
  started: Promise<void>,
): Promise<ContainerState> {
  await new Promise((resolve) => setTimeout(resolve, EARLY_QUESTION_MS));
  const early = await inspectContainer(engine, containerId);
  if (early.pid !== undefined) return early;
  await started;
  return inspectContainer(engine, containerId);
}
