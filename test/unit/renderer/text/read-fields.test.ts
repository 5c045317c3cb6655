import { afterEach, describe, expect, it } from 'vitest';
import { chooseLanguage } from '../../../../src-renderer/i18n/index.js';
import { readCpus, readSize, readTime } from '../../../../src-renderer/text/read-fields.js';

afterEach(() => chooseLanguage('en'));

describe('a number that was typed', () => {
  it('has the decimal mark of the window’s language; a point is understood in each', async () => {
    expect(readCpus('0,5')).toEqual({ error: 'A number of cores: 1, 0.5.' });
    await chooseLanguage('pt-BR');
    expect(readCpus('0,5')).toEqual({ value: 0.5 });
    expect(readCpus('0.5 núcleos')).toEqual({ value: 0.5 });
    expect(readSize('1,5 GiB')).toEqual({ value: 1.5 * 1024 ** 3 });
    expect(readTime('2,5 s', 1, 86_400_000, '1 ms and 24 h')).toEqual({ value: 2500 });
  });

  it('is refused in the words of the window’s language', async () => {
    await chooseLanguage('pt-BR');
    expect(readCpus('meio')).toEqual({ error: 'Um número de núcleos: 1, 0,5.' });
    expect(readTime('2 h', 20, 60_000, '20 ms and 60 s')).toEqual({
      error: 'Entre 20 ms e 60 s.',
    });
  });
});
