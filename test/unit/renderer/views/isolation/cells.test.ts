import { describe, expect, it } from 'vitest';
import type {
  Basis,
  IsolationProfile,
  Openness,
  QuestionAnswer,
} from '../../../../../src-main/contract/index.js';
import {
  cellOf,
  compareRows,
  countsOf,
  mainOf,
} from '../../../../../src-renderer/views/isolation/compare/cells.js';
import { defaultProfile, privilegedProfile } from '../../../../support/fake-profiles.js';

const SUBJECT = { kind: 'instance', id: 'one' } as const;

function answer(parts: Partial<Record<Basis, Openness>>): QuestionAnswer {
  const told = Object.entries(parts).map(([basis, openness]) => [
    basis,
    { openness, says: `${basis} ${openness}`, checks: [] },
  ]);
  return { question: 'memory', ...(Object.fromEntries(told) as Partial<QuestionAnswer>) };
}
const profileOf = (parts: Partial<Record<Basis, Openness>>): IsolationProfile => ({
  ...defaultProfile(SUBJECT, 'web'),
  answers: [answer(parts)],
});
const openness = (parts: Partial<Record<Basis, Openness>>): Openness | undefined =>
  mainOf(answer(parts))?.openness;

describe('the answer of a cell', () => {
  it('is what is in force, not what was asked for', () => {
    expect(openness({ declared: 'open', effective: 'partly' })).toBe('partly');
    expect(openness({ declared: 'closed', effective: 'open' })).toBe('open');
  });

  it('is what was asked for where nothing else is told', () => {
    expect(mainOf(answer({ declared: 'partly' }))).toEqual({
      basis: 'declared',
      openness: 'partly',
      says: 'declared partly',
    });
  });

  it('never looks tighter than it is because something could not be read', () => {
    expect(openness({ declared: 'closed', effective: 'unknown' })).toBe('unknown');
    expect(openness({ declared: 'open', effective: 'unknown' })).toBe('open');
  });

  it('is opened by a probe that succeeded, and not closed by one that was refused', () => {
    expect(openness({ effective: 'closed', proven: 'open' })).toBe('open');
    expect(openness({ declared: 'partly', proven: 'closed' })).toBe('partly');
  });

  it('is none where nothing is told at all', () => {
    expect(mainOf(answer({}))).toBeUndefined();
    expect(cellOf(profileOf({}), 'memory')).toBeUndefined();
    expect(cellOf(undefined, 'memory')).toBeUndefined();
  });

  it('names the bases that say something else, and keeps all three apart', () => {
    const cell = cellOf(profileOf({ declared: 'closed', effective: 'partly' }), 'memory');
    expect(cell?.others).toEqual([
      { basis: 'declared', openness: 'closed', says: 'declared closed' },
    ]);
    expect(cell?.parts).toEqual([
      { basis: 'declared', openness: 'closed' },
      { basis: 'effective', openness: 'partly' },
      { basis: 'proven' },
    ]);
  });

  it('says what else is as open', () => {
    const cell = cellOf(privilegedProfile(SUBJECT, 'build'), 'host-files');
    expect(cell?.main.says).toMatch(/18 devices/);
    expect(cell?.also).toContain('the canary file was read');
    expect(cell?.also.join()).not.toMatch(/18 devices/);
  });
});

describe('the rows of a comparison', () => {
  const tight = defaultProfile(SUBJECT, 'web');
  const wide = privilegedProfile(SUBJECT, 'build');

  it('are the seven questions in their order, whoever answers', () => {
    expect(compareRows([]).map(({ question }) => question)).toEqual([
      'host-files',
      'processes',
      'network',
      'memory',
      'time',
      'root',
      'second-wall',
    ]);
  });

  it('stand out where two subjects answer differently, and only there', () => {
    expect(compareRows([tight, wide]).every(({ differs }) => differs)).toBe(true);
    expect(compareRows([tight, tight]).some(({ differs }) => differs)).toBe(false);
    expect(compareRows([tight]).some(({ differs }) => differs)).toBe(false);
  });

  it('do not differ from a subject that is not read yet', () => {
    const rows = compareRows([tight, undefined]);
    expect(rows.some(({ differs }) => differs)).toBe(false);
    expect(rows[0]?.cells[1]).toBeUndefined();
  });

  it('are counted by answer', () => {
    expect(countsOf(wide)).toEqual({ open: 7, partly: 0, closed: 0, unknown: 0 });
    expect(countsOf(tight)).toEqual({ open: 0, partly: 4, closed: 3, unknown: 0 });
  });
});
