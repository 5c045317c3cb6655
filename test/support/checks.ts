import { expect, it } from 'vitest';
import type { CheckResult, Openness } from '../../src-main/contract/index.js';
import { CHECKS, answersOf } from '../../src-main/isolation/checks/index.js';
import type { AnswerParts } from '../../src-main/isolation/checks/index.js';

export type CheckCase = [
  check: string,
  what: string,
  parts: AnswerParts,
  openness: Openness | 'nothing',
];

/** Tries those cases that belong to such checks, and demands that each check is seen with more than one outcome. */
export function eachOf(
  cases: readonly CheckCase[],
  appliesTo: 'container' | 'guest' | 'process',
  single: string[] = [],
): void {
  const checks = CHECKS.filter((check) => check.appliesTo === appliesTo).map(({ id }) => id);
  it.each(cases.filter(([id]) => checks.includes(id)))('%s: %s', (id, _, parts, openness) => {
    expect(found(id, parts)?.openness ?? 'nothing').toBe(openness);
  });

  it('is tried with more than one outcome, each of them', () => {
    const outcomes = new Map(checks.map((id) => [id, new Set<string>()]));
    for (const [id, , , openness] of cases) outcomes.get(id)?.add(openness);
    expect([...outcomes].filter(([, seen]) => seen.size < 2).map(([id]) => id)).toEqual(single);
  });
}

function found(id: string, parts: AnswerParts): CheckResult | undefined {
  const all = answersOf(parts).flatMap(({ effective, declared }) => [
    ...(effective?.checks ?? []),
    ...(declared?.checks ?? []),
  ]);
  return all.find((check) => check.id === id);
}
