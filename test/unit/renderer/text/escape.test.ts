import { describe, expect, it } from 'vitest';
import { visibleName, visibleText } from '../../../../src-renderer/text/escape.js';

describe('what a guest prints', () => {
  it('shows a terminal escape as text', () => {
    expect(visibleText('\u001b[31mred\u001b[0m')).toBe('␛[31mred␛[0m');
  });

  it('shows controls, the C1 ones and a lone carriage return too', () => {
    expect(visibleText('a\u0000b\u0007c\rd\u009be\u007f')).toBe('a␀b␇c␍d⟨U+009B⟩e␡');
  });

  it('shows what would turn or hide text', () => {
    expect(visibleText('\u202eabc\u202c \u2066x\u2069 \u200b\ufeff\u{e0041}')).toBe(
      '⟨U+202E⟩abc⟨U+202C⟩ ⟨U+2066⟩x⟨U+2069⟩ ⟨U+200B⟩⟨U+FEFF⟩⟨U+E0041⟩',
    );
  });

  it('keeps lines, tabs, markup and other scripts as they are', () => {
    const text = '<b>one</b>\ttwo\r\nзри 日本 😀\n';
    expect(visibleText(text)).toBe('<b>one</b>\ttwo\nзри 日本 😀\n');
  });

  it('keeps a name in one line', () => {
    expect(visibleName('a\nb\tc')).toBe('a␊b␉c');
  });
});
