import { afterEach, describe, expect, it } from 'vitest';
import { chooseLanguage, language, said, t } from '../../../../src-renderer/i18n/index.js';
import { systemLanguage } from '../../../../src-renderer/i18n/language.js';
import { sentenceOf } from '../../../../src-renderer/i18n/sentences.js';
import { formatBytes, list } from '../../../../src-renderer/text/format.js';

afterEach(() => chooseLanguage('en'));

describe('the language of the window', () => {
  it.each([
    [['pt-PT', 'en-US'], 'pt-BR'],
    [['de-DE', 'pt-BR'], 'pt-BR'],
    [['en-GB', 'pt-BR'], 'en'],
    [['fr-FR'], 'en'],
    [['pta'], 'en'],
    [[], 'en'],
  ])('is that of the system, for %j: %s', (wanted, spoken) => {
    expect(systemLanguage(wanted)).toBe(spoken);
  });

  it('is told to whoever reads the page aloud', () => {
    chooseLanguage('pt-BR');
    expect(document.documentElement.lang).toBe('pt-BR');
    expect(language()).toBe('pt-BR');
  });
});

describe('a text', () => {
  it('is its own English', () => {
    expect(t('As the system')).toBe('As the system');
  });

  it('is translated, with its own form for one', () => {
    expect(t('{{count}} core', { count: 1 })).toBe('1 core');
    expect(t('{{count}} core', { count: 2 })).toBe('2 cores');
    chooseLanguage('pt-BR');
    expect(t('As the system')).toBe('Como o sistema');
    expect(t('{{count}} core', { count: 1 })).toBe('1 núcleo');
    expect(t('{{count}} core', { count: 3 })).toBe('3 núcleos');
    expect(t('{{count}} core', { count: 1_000_000 })).toBe('1000000 núcleos');
  });

  it('shows numbers as its language writes them', () => {
    expect(formatBytes(1.5 * 1024)).toBe('1.5 KiB');
    expect(list(['a', 'b', 'c'])).toBe('a, b and c');
    chooseLanguage('pt-BR');
    expect(formatBytes(1.5 * 1024)).toBe('1,5 KiB');
    expect(list(['a', 'b', 'c'])).toBe('a, b e c');
  });
});

describe('what the core said', () => {
  const catalogue = {
    'No engine answers.': 'Nenhum motor responde.',
    '{{path}} is not there.': '{{path}} não existe.',
    'The file {{path}} is not there.': 'O arquivo {{path}} não existe.',
    'It has {{a}} (not {{b}})?': 'Tem {{b}}, não {{a}}?',
    '{{word}} in {{wordRuntime}}': '{{word}} em {{wordRuntime}}',
    'It failed {{count}} times, last: {{Why}}': 'Falhou {{count}} vezes, a última: {{Why}}',
    '{{number}} cores': '{{number}} núcleos',
    'Read: {{Names}}.': 'Lido: {{Names}}.',
    'not here': 'ausente',
    stopped: 'parado',
  };

  it.each([
    ['No engine answers.', 'Nenhum motor responde.'],
    ['/a.b is not there.', '/a.b não existe.'],
    ['The file /tmp/x\ny is not there.', 'O arquivo /tmp/x\ny não existe.'],
    ['It has 1 (not 2)?', 'Tem 2, não 1?'],
    ['It has $& (not $1)?', 'Tem $1, não $&?'],
    [
      'It failed 3 times, last: No engine answers.',
      'Falhou 3 vezes, a última: Nenhum motor responde.',
    ],
    ['It failed 3 times, last: who knows', 'Falhou 3 vezes, a última: who knows'],
    ['0.5 cores', '0,5 núcleos'],
    ['sort in v8, sort in deno', 'sort em v8, sort em deno'],
    ['Read: not here, stopped.', 'Lido: ausente, parado.'],
    ['not here is not there.', 'not here não existe.'],
    [
      'No engine answers. The file a is not there.',
      'Nenhum motor responde. O arquivo a não existe.',
    ],
  ])('%j is found by its words', (sentence, translation) => {
    expect(sentenceOf(sentence, catalogue)).toBe(translation);
  });

  it('stays as it is where nobody translated it', () => {
    expect(sentenceOf('Something else.', catalogue)).toBeUndefined();
    expect(sentenceOf('many cores', catalogue)).toBeUndefined();
    expect(sentenceOf('sort in a b', catalogue)).toBeUndefined();
    expect(sentenceOf('stopped, something else', catalogue)).toBeUndefined();
    expect(sentenceOf('No engine answers. Something else.', catalogue)).toBeUndefined();
    chooseLanguage('pt-BR');
    expect(said('toString')).toBe('toString');
  });
});
