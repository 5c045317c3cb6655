import { existsSync } from 'node:fs';
import type { IsolationFact } from '../../../contract/index.js';
import { containerFacts } from '../../../isolation/container.js';
import type { RunObserver } from '../../runtime.js';
import type { Engine } from '../engine/engine.js';
import type { Metering } from './meters.js';
import { inspectContainer } from './state.js';
import type { ContainerState } from './state.js';

/**
 * After this the engine is busy with the start and holds the container's lock: a question asked
 * then is answered the moment it has started, before its end can be noted down.
 */
const EARLY_QUESTION_MS = 10;

/** For how long a process may still be the OCI runtime's own: a second. */
const LOOK_AGAIN_MS = 10;
const LOOKS = 100;

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
    const look = () => containerFacts({ inspect, rootless: engine.facts.rootless, ...here });
    observer.isolation(await onceEffective(look, here.pid));
  } catch {
    // The facts declared before the start stay.
  }
}

/**
 * The engine answers while the OCI runtime's own process still prepares to become the program:
 * nothing the program is held by is effective yet, and it is looked at again until something is.
 */
async function onceEffective(look: () => IsolationFact[], pid?: number): Promise<IsolationFact[]> {
  for (let times = 0; ; times += 1) {
    const facts = look();
    const isDone = pid === undefined || facts.some(({ basis }) => basis === 'effective');
    if (isDone || times === LOOKS || !existsSync(`/proc/${String(pid)}`)) return facts;
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
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
