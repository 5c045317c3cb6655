import type { IsolationFact } from '../../src-main/contract/index.js';
import type { Words } from '../i18n/index.js';

const ORDER = { loose: 0, strong: 1, neutral: 2 };

/** Where a fact comes from, as a sentence. */
export const BASIS_WORDS: Record<IsolationFact['basis'], Words> = {
  declared: 'As asked for.',
  effective: 'As the kernel or the engine shows it.',
};

/** What a reader should know comes first. */
export function sortedFacts(facts: readonly IsolationFact[]): IsolationFact[] {
  return [...facts].sort((one, other) => ORDER[one.tone] - ORDER[other.tone]);
}
