/**
 * Where a runtime is known to differ from a case, and why. Data for the table and for the test of the suite,
 * which is red for a difference that is not here and for one here that no longer shows.
 */
export interface KnownDifference {
  /** All runtime ids that it holds for, whole. */
  runtimes: RegExp;
  /** Ids of the cases. */
  cases: readonly string[];
  /** In one sentence. */
  why: string;
}

export const KNOWN_DIFFERENCES: readonly KnownDifference[] = [];

export function knownDifference(runtimeId: string, caseId: string): KnownDifference | undefined {
  return KNOWN_DIFFERENCES.find(
    ({ runtimes, cases }) => cases.includes(caseId) && runtimes.test(runtimeId),
  );
}
