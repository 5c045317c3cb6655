import type { IsolationFact } from '../../contract/index.js';
import { declaredContainerFacts } from '../declared.js';
import type { EngineTraits } from '../declared.js';
import { effectiveContainerFacts } from '../effective.js';

export { declaredContainerFacts } from '../declared.js';

export interface ContainerFactsQuery extends EngineTraits {
  /** The container's first process, when it is on this machine. */
  pid?: number;
  /** Its full id: with it the limits are surely those of its own cgroup. */
  containerId?: string;
  /** The engine's inspect document, as it came. */
  inspect?: unknown;
  procRoot?: string;
  /** Put in front of cgroup mount points; tests use captured trees. */
  mountPrefix?: string;
}

/**
 * What isolates a container: each fact as the kernel shows it, or as it was declared where the
 * kernel does not tell (no such process here, vanished meanwhile, not allowed, or not yet begun).
 * Never throws.
 */
export function containerFacts(query: ContainerFactsQuery): IsolationFact[] {
  const facts = new Map<string, IsolationFact>();
  for (const fact of declaredContainerFacts(query.inspect, query)) facts.set(fact.id, fact);
  const { pid } = query;
  if (pid !== undefined) {
    for (const fact of effectiveContainerFacts({ ...query, pid })) facts.set(fact.id, fact);
  }
  return [...facts.values()];
}
