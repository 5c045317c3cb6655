import type { Basis, Openness } from '../../../src-main/contract/index.js';
import type { Words } from '../../i18n/index.js';

export const OPENNESS_WORDS: Record<Openness, Words> = {
  closed: 'Closed',
  partly: 'Partly',
  open: 'Open|openness',
  unknown: 'Unknown',
};

export const OPENNESS_SENTENCES: Record<Openness, Words> = {
  closed: 'It cannot.',
  partly: 'Only what it was given, or up to a limit.',
  open: 'It can.',
  unknown: 'Could not be told. That is no reassurance.',
};

export const BASES: readonly { basis: Basis; title: Words; letter: Words; sentence: Words }[] = [
  { basis: 'declared', title: 'Declared', letter: 'D', sentence: 'what was asked for' },
  { basis: 'effective', title: 'Effective', letter: 'E', sentence: 'what the kernel shows' },
  { basis: 'proven', title: 'Proven', letter: 'P', sentence: 'what a probe tried' },
];

/** What is not known reassures less than what is closed. */
const RANK: Record<Openness, number> = { closed: 0, unknown: 1, partly: 2, open: 3 };

export function mostOpen<T extends { openness: Openness }>(some: readonly T[]): T | undefined {
  return some.reduce<T | undefined>(
    (most, one) => (most === undefined || RANK[one.openness] > RANK[most.openness] ? one : most),
    undefined,
  );
}
