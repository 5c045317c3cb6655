import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Client } from '../../../../src-main/contract/index.js';
import { chooseLanguage } from '../../../../src-renderer/i18n/index.js';
import { Claims } from '../../../../src-renderer/state/claims.svelte.js';

const silent = { on: () => () => undefined } as unknown as Client;

beforeEach(async () => {
  localStorage.clear();
  await chooseLanguage('en');
});
afterEach(() => chooseLanguage('en'));

describe('the language of the claims', () => {
  it('is that of the window, also when that changes', async () => {
    const claims = new Claims(silent);
    expect(claims.language).toBe('en');
    await chooseLanguage('pt-BR');
    expect(claims.language).toBe('pt-BR');
  });

  it('can be another one, which is kept for the next time', () => {
    new Claims(silent).speak('pt-BR');
    expect(new Claims(silent).language).toBe('pt-BR');
  });

  it('follows the window again once it is the same', async () => {
    const claims = new Claims(silent);
    claims.speak('pt-BR');
    claims.speak('en');
    await chooseLanguage('pt-BR');
    expect(claims.language).toBe('pt-BR');
    expect(new Claims(silent).language).toBe('pt-BR');
  });
});
