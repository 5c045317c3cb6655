import type { ContainerProfile, Warning } from '../../../src-main/contract/index.js';
import type { Engine } from '../../../src-main/runtimes/docker/index.js';
import { profileOf } from '../../../src-main/runtimes/docker/instances/profile.js';
import type { Neighbour } from '../../../src-main/runtimes/instances.js';

/** The profile of a container of this engine, which there must be. */
export async function profiled(
  engine: Engine,
  id: string,
  neighbours: readonly Neighbour[] = [],
): Promise<{ container: ContainerProfile; gaps: Warning[] }> {
  const { container, gaps } = await profileOf(engine, id, neighbours, undefined);
  if (container === undefined) throw new Error('A container has a profile of a container.');
  return { container, gaps };
}
