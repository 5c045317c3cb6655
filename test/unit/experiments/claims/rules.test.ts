import { describe, expect, it } from 'vitest';
import { CLAIM_IDS, LANGUAGES } from '../../../../src-main/contract/index.js';
import type { ClaimId } from '../../../../src-main/contract/index.js';
import { CLAIMS, RULES, judgeSummary } from '../../../../src-main/experiments/claims/index.js';
import type { Evidence } from '../../../../src-main/experiments/claims/index.js';
import { CASES, NOTHING, matrix, platforms, seen } from '../../../support/claims-evidence.js';

const ruleOf = (id: ClaimId) => {
  const rule = RULES.find((one) => one.id === id);
  if (rule === undefined) throw new Error(`no rule ${id}`);
  return rule;
};
const verdictOf = (id: ClaimId, evidence: Evidence) => {
  const judged = ruleOf(id).judge(evidence);
  return 'missing' in judged ? 'could-not-be-tested' : judged.verdict;
};

describe('the rule of a claim', () => {
  it.each(CASES)('%s comes out either way, by what was seen', (id, { holds, caveat, not }) => {
    if (holds !== undefined) expect(verdictOf(id, holds)).toBe('holds');
    if (caveat !== undefined) expect(verdictOf(id, caveat)).toBe('holds-with-caveat');
    if (not !== undefined) expect(verdictOf(id, not)).toBe('does-not-hold');
  });

  it.each(CASES)('%s says what stands behind its verdict', (id, cases) => {
    for (const evidence of Object.values(cases)) {
      const judged = ruleOf(id).judge(evidence);
      if ('missing' in judged) throw new Error(judged.missing);
      expect(judged.evidence.length).toBeGreaterThan(0);
      expect(judged.why).toMatch(/\.$/);
      const speaks = judged.evidence.map((one) => one.speaks);
      if (judged.verdict === 'holds') expect(speaks).toContain('for');
      if (judged.verdict === 'does-not-hold') expect(speaks).toContain('against');
      if (judged.verdict === 'holds-with-caveat') expect(judged.caveat).toBeTruthy();
    }
  });

  it('says what is missing where there is no evidence, each of them', () => {
    for (const rule of RULES) {
      const judged = rule.judge(NOTHING);
      expect('missing' in judged && judged.missing, rule.id).toMatch(/\.$/);
    }
  });

  it('is tried both ways, all but that which cannot be tested', () => {
    const tried = CASES.map(([id]) => id);
    expect(RULES.map(({ id }) => id).filter((id) => !tried.includes(id))).toEqual(['P18']);
    for (const [id, { holds, not }] of CASES) {
      expect(
        [holds, not].every((one) => one !== undefined),
        id,
      ).toBe(true);
    }
  });
});

describe('P1', () => {
  it('is not tested by an image that failed for another reason', () => {
    expect(verdictOf('P1', platforms('The engine refused it.', ''))).toBe('could-not-be-tested');
  });
});

describe('P5', () => {
  it('holds with a caveat that names what got out, where nearly all failed', () => {
    const attempts = [
      ...['symlink-out-absolute', 'symlink-out-folder', 'write-read-only', 'write-outside'],
      ...['list-processes', 'signal-host', 'ptrace', 'parent-environment', 'tcp-connect', 'dns'],
    ];
    const one = matrix({ 'wazero default symlink-out-relative': 'allowed' }, attempts);
    const judged = ruleOf('P5').judge(seen({ matrix: one }));
    expect(judged).toMatchObject({
      verdict: 'holds-with-caveat',
      caveat: 'These got out: symlink-out-relative in wazero.',
    });
  });
});

describe('P20', () => {
  const verdicts = (ids: ClaimId[], verdict: 'holds' | 'does-not-hold') =>
    ids.map((id) => ({ id, verdict }) as const);
  const NEEDED: ClaimId[] = ['P2', 'P5', 'P9', 'P12', 'P13', 'P14', 'P15', 'P16'];

  it('is what the others come to', () => {
    const judged = (holding: number) => {
      const one = judgeSummary([
        ...verdicts(NEEDED.slice(0, holding), 'holds'),
        ...verdicts(NEEDED.slice(holding), 'does-not-hold'),
      ]);
      return 'missing' in one ? 'could-not-be-tested' : one.verdict;
    };
    expect([judged(8), judged(5), judged(2)]).toEqual([
      'does-not-hold',
      'holds-with-caveat',
      'holds',
    ]);
    expect(judgeSummary(verdicts(NEEDED.slice(0, 3), 'holds'))).toHaveProperty('missing');
  });
});

describe('the texts of the claims', () => {
  it('are there for all twenty, in every language', () => {
    expect(CLAIMS.map(({ id }) => id)).toEqual(CLAIM_IDS);
    for (const { claim, test, rule } of CLAIMS) {
      for (const words of [claim, test, rule]) {
        for (const language of LANGUAGES) expect(words[language]).toMatch(/\.$/);
      }
    }
  });
});
