/**
 * One fact about what isolates a run, with where it was read. `strong`: as tight as this runtime
 * can be by default; `loose`: wider than that, a reader should know; `neutral`: neither.
 */
export interface IsolationFact {
  id: string;
  /** A few words for a chip: `6 of 8 namespaces own`. */
  label: string;
  /** A sentence: which, why it matters. */
  detail: string;
  tone: 'strong' | 'loose' | 'neutral';
  /** What was asked, or what the kernel or the engine shows. */
  basis: 'declared' | 'effective';
}
