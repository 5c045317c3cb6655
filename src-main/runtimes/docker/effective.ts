import { existsSync } from 'node:fs';
import type { IsolationFact } from '../../contract/index.js';
import { containerFacts } from '../../isolation/container.js';
import type { ContainerFactsQuery } from '../../isolation/container.js';

/** For how long a process may still be the OCI runtime's own: a second. */
const LOOK_AGAIN_MS = 10;
const LOOKS = 100;

/**
 * What isolates a container. The engine answers while the OCI runtime's own process still prepares to become the
 * program: nothing the program is held by is effective yet, and it is looked at again until something is.
 */
export async function factsOnceEffective(query: ContainerFactsQuery): Promise<IsolationFact[]> {
  const { pid } = query;
  for (let looks = 0; ; looks += 1) {
    const facts = containerFacts(query);
    const isDone = pid === undefined || facts.some(({ basis }) => basis === 'effective');
    if (isDone || looks === LOOKS || !existsSync(`/proc/${String(pid)}`)) return facts;
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
}
