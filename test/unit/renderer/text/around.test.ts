import { afterEach, describe, expect, it } from 'vitest';
import { chooseLanguage, t } from '../../../../src-renderer/i18n/index.js';
import { around } from '../../../../src-renderer/text/around.js';

afterEach(() => chooseLanguage('en'));

describe('a sentence around a word that looks different', () => {
  const starts = (program: string): string =>
    t('Run starts {{program}} in {{names}}.', { program, names: 'V8' });

  it('is in two parts, each in the language of the window', async () => {
    expect(around(starts)).toEqual({ before: 'Run starts ', after: ' in V8.' });
    await chooseLanguage('pt-BR');
    expect(around(starts)).toEqual({ before: 'Executar inicia ', after: ' em V8.' });
  });

  it('may begin or end with the word', () => {
    expect(around((gap) => gap)).toEqual({ before: '', after: '' });
  });
});
