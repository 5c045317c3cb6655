import { existsSync } from 'node:fs';
import type { IsolationFact } from '../../contract/index.js';
import { containerFacts } from '../../isolation/container/facts.js';
import type { ContainerFactsQuery } from '../../isolation/container/facts.js';

/** For how long a process may still be the OCI runtime's own: a second. */
const LOOK_AGAIN_MS = 10;
const LOOKS = 100;

/**
 * What isolates a container. The engine answers while the OCI runtime's own process still prepares to become the
 * program: nothing the program is held by is effective yet, and it is looked at again until something is.
 */
export async function factsOnceEffective(query: ContainerFactsQuery): Promise<IsolationFact[]> {
  const look = () => containerFacts(query);
  return await onceBegun(query.pid, look, (facts) =>
    facts.some(({ basis }) => basis === 'effective'),
  );
}

/** What is seen once `hasBegun`, or when the process has ended, or after a second. */
export async function onceBegun<T>(
  pid: number | undefined,
  look: () => T,
  hasBegun: (seen: T) => boolean,
): Promise<T> {
  for (let looks = 0; ; looks += 1) {
    const seen = look();
    const isDone = pid === undefined || hasBegun(seen) || looks === LOOKS;
    if (isDone || !existsSync(`/proc/${String(pid)}`)) return seen;
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
}
