import type { ContenderResult, RuntimeInfo, Warning } from '../../../src-main/contract/index.js';
import { measureOf, summarise } from '../../../src-main/experiments/results/summary.js';

export const told = (warnings: readonly Warning[]): string[] =>
  warnings.flatMap(({ message, hint }) => [message, hint]);

export const info = (id: string, kind: RuntimeInfo['kind'] = 'wasm'): RuntimeInfo =>
  ({ id, kind, grants: { directories: 'none' } }) as unknown as RuntimeInfo;

/** With a measure for each id. */
export function contender(
  runtime: string,
  raw: readonly number[],
  ids: readonly string[] = [],
): ContenderResult {
  return {
    ...{ runtime, title: runtime, kind: 'wasm', unit: 'ms', failures: [], raw: [...raw] },
    ...summarise(raw),
    measures: ids.flatMap((id) => measureOf(id, id, 'ms', raw) ?? []),
  };
}

/** What it throws says. */
export async function thrownBy(act: () => unknown): Promise<string[]> {
  try {
    await act();
  } catch (thrown) {
    const { message, hint } = thrown as Error & { hint?: string };
    return hint === undefined ? [message] : [message, hint];
  }
  throw new Error('it was accepted');
}
