import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ExperimentResult } from '../../../src-main/contract/index.js';
import { RULES, judgeSummary } from '../../../src-main/experiments/claims/index.js';
import { core } from '../../../src-renderer/i18n/pt-BR/core.js';
import { sentenceOf } from '../../../src-renderer/i18n/sentences.js';
import { CASES, NOTHING } from '../../support/claims-evidence.js';
import { resultTexts } from '../../support/result-texts.js';
import { SELDOM } from '../../support/seldom/index.js';

const RESULTS = 'docs/results';
/** Words that no Portuguese sentence has. */
const ENGLISH =
  /(?<![\p{L}\d.:/-])(the|of|with|was|were|and|by|is|its|that|than|from|in|to|not)(?![\p{L}\d-])/iu;
/** Quantities, attempts, a program of the machine. */
const UNTRANSLATABLE = /^[\d.,]+( ([KMG]i)?B| s)?$|^%$|^random$|^qemu-/;

/** Those without a translation, and those of which a part has none. */
function english(texts: readonly string[]): string[] {
  const said = [...new Set(texts)].filter((text) => !UNTRANSLATABLE.test(text));
  return said.flatMap((text) => {
    const translation = sentenceOf(text, core);
    if (translation === undefined) return [text];
    return ENGLISH.test(translation) ? [`${text} -> ${translation}`] : [];
  });
}

describe('in Portuguese nothing stays in English', () => {
  it.each(readdirSync(RESULTS).filter((name) => name.endsWith('.json')))(
    'of the result %s',
    (name) => {
      const result = JSON.parse(readFileSync(`${RESULTS}/${name}`, 'utf8')) as ExperimentResult;
      expect(english(resultTexts(result))).toEqual([]);
    },
  );

  it.each(Object.entries(SELDOM))('of what %s says seldom', async (_, texts) => {
    expect(english(await texts())).toEqual([]);
  });

  it.each(CASES)('of the verdicts of %s, what limits them, and what was seen', (id, cases) => {
    const rule = RULES.find((one) => one.id === id);
    const texts = [NOTHING, ...Object.values(cases)].flatMap((evidence) => {
      const judged = rule?.judge(evidence) ?? { missing: '' };
      if ('missing' in judged) return [judged.missing];
      const seen = judged.evidence.flatMap(({ what, value }) => [what, value]);
      return [judged.why, ...(judged.caveat === undefined ? [] : [judged.caveat]), ...seen];
    });
    expect(english(texts)).toEqual([]);
  });

  it('of what the others come to', () => {
    const judged = judgeSummary(CASES.map(([id]) => ({ id, verdict: 'holds' })));
    expect('why' in judged ? english([judged.why]) : judged).toEqual([]);
  });
});
