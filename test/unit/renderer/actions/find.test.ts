import { describe, expect, it } from 'vitest';
import type { Action } from '../../../../src-renderer/actions/action.js';
import { findActions } from '../../../../src-renderer/actions/find.js';

const titles = (text: string, ...all: string[]): string[] =>
  findActions(
    all.map((title): Action => ({ id: title, section: 'help', title, run: () => undefined })),
    text,
  ).map(({ title }) => title);

describe('the commands for what is typed', () => {
  it('are all of them for nothing, in their order', () => {
    expect(titles('', 'b', 'a')).toEqual(['b', 'a']);
  });

  it('begin with those whose first word it is', () => {
    expect(titles('th', 'With a path', 'Go to the Lab', 'Theme: dark')).toEqual([
      'Theme: dark',
      'Go to the Lab',
      'With a path',
    ]);
  });

  it('fit every word, in any order', () => {
    expect(titles('dark theme', 'Theme: dark', 'Theme: light')).toEqual(['Theme: dark']);
  });

  it('are found without accents and capitals', () => {
    expect(titles('HISTORICO', 'Ir para o Histórico')).toEqual(['Ir para o Histórico']);
  });

  it('are found by the first letters of their words', () => {
    expect(titles('gtl', 'Go to the Lab', 'Theme')).toEqual([]);
    expect(titles('gttl', 'Go to the Lab', 'Theme')).toEqual(['Go to the Lab']);
  });

  it('are none where nothing fits', () => {
    expect(titles('zebra', 'Theme')).toEqual([]);
  });
});
