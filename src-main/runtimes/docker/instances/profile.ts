import { containerProfile } from '../../../isolation/container/index.js';
import type { Neighbour, ProfileParts } from '../../instances.js';
import { onceBegun } from '../effective.js';
import type { Engine } from '../engine/engine.js';
import { hereOf } from './here.js';
import { inspect } from './questions.js';
import { pidOf } from './view.js';
import { writtenBy } from './written.js';

/**
 * What isolates a container, declared and effective, asked of its engine and its kernel anew. Rejects as the client
 * does when it is gone.
 */
export async function profileOf(
  engine: Engine,
  containerId: string,
  neighbours: readonly Neighbour[],
  ociRuntime: string | undefined,
): Promise<ProfileParts> {
  const { inspected, document } = await inspect(engine, containerId);
  const { pid } = hereOf(engine, inspected);
  const query = {
    engine: engine.id,
    inspect: document,
    isRootless: engine.facts.rootless,
    neighbours,
    ...(ociRuntime === undefined ? {} : { ociRuntime }),
  };
  if (pid === undefined) {
    const without = pidOf(inspected) === undefined ? 'not-running' : 'elsewhere';
    return containerProfile({ ...query, without });
  }
  const written = await writtenBy(engine, inspected);
  const told = written === undefined ? query : { ...query, written };
  return await onceBegun(
    pid,
    () => containerProfile({ ...told, pid }),
    ({ gaps }) => !gaps.some(({ code }) => code === 'not-begun'),
  );
}
