import { afterEach, describe, expect, it } from 'vitest';
import { chooseLanguage, language, said, t } from '../../../../src-renderer/i18n/index.js';
import { systemLanguage } from '../../../../src-main/contract/index.js';
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

  it('is told to whoever reads the page aloud', async () => {
    await chooseLanguage('pt-BR');
    expect(document.documentElement.lang).toBe('pt-BR');
    expect(language()).toBe('pt-BR');
  });
});

describe('a text', () => {
  it('is its own English', () => {
    expect(t('As the system')).toBe('As the system');
  });

  it('is translated, with its own form for one', async () => {
    expect(t('{{count}} core', { count: 1 })).toBe('1 core');
    expect(t('{{count}} core', { count: 2 })).toBe('2 cores');
    expect(t('{{count}} sample a second', { count: 2.5 })).toBe('2.5 samples a second');
    await chooseLanguage('pt-BR');
    expect(t('As the system')).toBe('Como o sistema');
    expect(t('{{count}} core', { count: 1 })).toBe('1 núcleo');
    expect(t('{{count}} core', { count: 3 })).toBe('3 núcleos');
    expect(t('{{count}} core', { count: 0 })).toBe('0 núcleos');
    expect(t('{{count}} core', { count: 1_000_000 })).toBe('1000000 núcleos');
    expect(t('{{count}} sample a second', { count: 2.5 })).toBe('2,5 amostras por segundo');
  });

  it('shows numbers as its language writes them', async () => {
    expect(formatBytes(1.5 * 1024)).toBe('1.5 KiB');
    expect(list(['a', 'b', 'c'])).toBe('a, b and c');
    await chooseLanguage('pt-BR');
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
    'at most {{bytes}}': 'no máximo {{bytes}}',
    '{{percent}} % failed.': '{{percent}} % falharam.',
    'Own: {{eachOwn}}.': 'Próprios: {{eachOwn}}.',
    network: 'rede',
    'It failed {{count}} times, last: {{Why}}': 'Falhou {{count}} vezes, a última: {{Why}}',
    'Read: {{Names}}.': 'Lido: {{Names}}.',
    'not here': 'ausente',
    stopped: 'parado',
    or: 'ou',
    '{{saidWhat}}: refused by {{who}}.': '{{saidWhat}}: recusado por {{who}}.',
    'from {{number}} on': 'a partir de {{number}}',
    '{{number}} times': '{{number}} vezes',
    'was {{word}}': 'era {{word}}',
    'Only {{room}} is left.': 'Restam só {{room}}.',
    '{{word}} in {{wordRuntime}}': '{{word}} em {{wordRuntime}}',
    '{{number}} cores': '{{number}} núcleos',
  };

  it.each([
    ['No engine answers.', 'Nenhum motor responde.'],
    ['/a.b is not there.', '/a.b não existe.'],
    ['The file /tmp/x\ny is not there.', 'O arquivo /tmp/x\ny não existe.'],
    ['It has 1 (not 2)?', 'Tem 2, não 1?'],
    ['It has $& (not $1)?', 'Tem $1, não $&?'],
    ['at most 64.0 MiB', 'no máximo 64,0 MiB'],
    ['at most 1.2', 'no máximo 1.2'],
    ['97.3 % failed.', '97,3 % falharam.'],
    [
      'No engine answers.: refused by at most 1.',
      'Nenhum motor responde.: recusado por at most 1.',
    ],
    ['Own: network, IPC.', 'Próprios: rede, IPC.'],
    ['x: refused by y.', 'x: recusado por y.'],
    [
      'It failed 3 times, last: No engine answers.',
      'Falhou 3 vezes, a última: Nenhum motor responde.',
    ],
    ['It failed 3 times, last: who knows', 'Falhou 3 vezes, a última: who knows'],
    ['Read: not here, stopped.', 'Lido: ausente, parado.'],
    ['Read: stopped, a or b.c.', 'Lido: parado, a ou b.c.'],
    ['Read: no man or beast.', 'Lido: no man or beast.'],
    ['Read: /a is not there.', 'Lido: /a não existe.'],
    ['Own: stopped, IPC.', 'Próprios: parado, IPC.'],
    ['stopped: refused by stopped.', 'parado: recusado por stopped.'],
    ['from 64 KiB on', 'a partir de 64 KiB'],
    ['12 times', '12 vezes'],
    ['was db-1', 'era db-1'],
    ['Only 1.5 GiB is left.', 'Restam só 1,5 GiB.'],
    ['Only 1.5 is left.', 'Restam só 1.5.'],
    ['0.5 cores', '0,5 núcleos'],
    ['sort in v8, sort in deno', 'sort em v8, sort em deno'],
    ['not here is not there.', 'not here não existe.'],
    [
      'No engine answers. The file a is not there.',
      'Nenhum motor responde. O arquivo a não existe.',
    ],
  ])('%j is found by its words', (sentence, translation) => {
    expect(sentenceOf(sentence, catalogue)).toBe(translation);
    expect(sentenceOf(sentence, catalogue)).toBe(translation);
  });

  it('is found around the blank that sets it off from what stands before', async () => {
    await chooseLanguage('pt-BR');
    expect(said(' Check the path.')).toBe(' Verifique o caminho.');
    expect(said(' What is this?')).toBe(' What is this?');
  });

  it('stays as it is where nobody translated it', async () => {
    expect(sentenceOf('Something else.', catalogue)).toBeUndefined();
    expect(sentenceOf('stopped, something else', catalogue)).toBeUndefined();
    expect(sentenceOf('from now on', catalogue)).toBeUndefined();
    expect(sentenceOf('so many times', catalogue)).toBeUndefined();
    expect(sentenceOf('was killed by the kernel', catalogue)).toBeUndefined();
    expect(sentenceOf('many cores', catalogue)).toBeUndefined();
    expect(sentenceOf('sort in a b', catalogue)).toBeUndefined();
    expect(sentenceOf('No engine answers. Something else.', catalogue)).toBeUndefined();
    await chooseLanguage('pt-BR');
    expect(said('toString')).toBe('toString');
  });
});
