import type { AttemptResult } from '../../src-main/contract/index.js';

const resultKey = ({ runtime, set, attempt }: AttemptResult): string =>
  `${runtime}\n${set}\n${attempt}`;

/** The newest of each attempt. */
export function merged(
  before: readonly AttemptResult[],
  fresh: readonly AttemptResult[],
): AttemptResult[] {
  const all = new Map(before.map((result) => [resultKey(result), result]));
  for (const result of fresh) all.set(resultKey(result), result);
  return [...all.values()];
}
