import { expect, it } from 'vitest';
import { CLAIMS } from '../../../../src-main/experiments/claims/texts/index.js';
import {
  calls,
  filesOf,
  properties,
  saidTexts,
  untranslated,
} from '../../../support/said-texts.js';

/** What holds no word of ours: numbers, lists of names. */
const SAME = /^(namespace X|X, X|X in X|X\.|[IVX]+(\.[A-Z])?(, [IVX.A-Z]+)*|random)$/;

it.each(filesOf('src-main/experiments/claims/rules'))(
  'why, caveats and what is missing of %s are in Portuguese',
  (path) => {
    const said = [properties('why', 'caveat', 'what'), calls(['missing'], 0)];
    const texts = saidTexts(path, (node) => said.flatMap((of) => of(node)));
    expect(untranslated(texts, SAME)).toEqual([]);
  },
);

it('the sections of the paper are in Portuguese', () => {
  expect(
    untranslated(
      CLAIMS.map(({ section }) => section),
      SAME,
    ),
  ).toEqual([]);
});
