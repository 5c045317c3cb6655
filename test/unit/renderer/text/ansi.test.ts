import { describe, expect, it } from 'vitest';
import { styledLine } from '../../../../src-renderer/text/ansi.js';
import type { StyledPiece } from '../../../../src-renderer/text/ansi.js';
import type { AnsiStyle } from '../../../../src-renderer/text/ansi-style.js';

const ESC = '\u001b';
const pieces = (raw: string): StyledPiece[] => styledLine(raw).pieces ?? [];
const styleOf = (sgr: string): AnsiStyle | undefined => pieces(`${ESC}[${sgr}mx`)[0]?.style;

describe('a line with colours', () => {
  it('is cut where the look changes, and reads as without them', () => {
    const line = styledLine(`a${ESC}[1;31mb${ESC}[22mc${ESC}[0md`);
    expect(line.text).toBe('abcd');
    expect(line.pieces).toEqual([
      { text: 'a', style: {} },
      { text: 'b', style: { bold: true, fg: 1 } },
      { text: 'c', style: { fg: 1 } },
      { text: 'd', style: {} },
    ]);
  });

  it('knows the bright colours, 256 colours and true colours in both spellings', () => {
    expect(styleOf('92')).toEqual({ fg: 10 });
    expect(styleOf('103')).toEqual({ bg: 11 });
    expect(styleOf('38;5;9')).toEqual({ fg: 9 });
    expect(styleOf('38;5;208')).toEqual({ fg: '#ff8700' });
    expect(styleOf('48;5;255')).toEqual({ bg: '#eeeeee' });
    expect(styleOf('38;2;1;2;255')).toEqual({ fg: '#0102ff' });
    expect(styleOf('38:2::1:2:255')).toEqual({ fg: '#0102ff' });
    expect(styleOf('38:5:208')).toEqual({ fg: '#ff8700' });
  });

  it('knows italic, dim, underlined, inverse, and their ends', () => {
    expect(styleOf('2;3;4;7')).toEqual({ dim: true, italic: true, underline: true, inverse: true });
    expect(styleOf('2;3;4;7;22;23;24;27')).toBeUndefined();
    expect(styleOf('4:3')).toEqual({ underline: true });
    expect(styleOf('31;')).toBeUndefined();
  });

  it('goes on in the next line until it is reset', () => {
    const { after } = styledLine(`${ESC}[31mfirst`);
    expect(styledLine('second', after).pieces).toEqual([{ text: 'second', style: { fg: 1 } }]);
    expect(styledLine(`${ESC}[mthird`, after).pieces).toBeUndefined();
  });

  it('does not take what would hide text', () => {
    expect(styleOf('8')).toBeUndefined();
    expect(styleOf('5')).toBeUndefined();
  });
});

describe('what else a program sends to a terminal', () => {
  it('is dropped: cursor, screen, title, charset', () => {
    const raw = `${ESC}[2J${ESC}[H${ESC}[?25la${ESC}]0;title\u0007b${ESC}(Bc${ESC}7${ESC}P1$r${ESC}\\d`;
    expect(styledLine(raw).text).toBe('abcd');
  });

  it('leaves of a link only its text', () => {
    const line = styledLine(
      `${ESC}]8;;javascript:alert(1)${ESC}\\click me${ESC}]8;;${ESC}\\ \u009d8;;x\u009cok`,
    );
    expect(line.text).toBe('click me ok');
    expect(line.pieces).toBeUndefined();
  });

  it('shows a sequence without an end instead of hiding what follows', () => {
    expect(styledLine(`${ESC}]8;;https://evil hidden?`).text).toBe('␛]8;;https://evil hidden?');
    expect(styledLine(`a${ESC}[31`).text).toBe('a␛[31');
    expect(styledLine(`${ESC}Pabc${ESC}[31mred`).text).toBe('␛Pabcred');
    expect(styledLine(ESC).text).toBe('␛');
    expect(styledLine(`${ESC}[3\u00001m`).text).toBe('␛[3␀1m');
  });

  it('shows other controls and what reorders text, and keeps a tab', () => {
    expect(styledLine('a\tb\u0008\u0007\rc\u202ed\u0000').text).toBe('a\tb␈␇␍c⟨U+202E⟩d␀');
    expect(styledLine('10%\r\n').text).toBe('10%');
  });

  it('keeps HTML as the text it is', () => {
    const html = '<img src=x onerror="alert(1)">';
    expect(styledLine(`${ESC}[31m${html}`).pieces).toEqual([{ text: html, style: { fg: 1 } }]);
  });

  it('ignores colours that do not exist and parameters without end', () => {
    expect(styleOf('38;5;256')).toBeUndefined();
    expect(styleOf('38;2;1;2;300')).toBeUndefined();
    expect(styleOf('38')).toBeUndefined();
    expect(styleOf('31;'.repeat(5000))).toBeUndefined();
    expect(styleOf('999999999999999999999')).toBeUndefined();
    expect(styleOf('?31')).toBeUndefined();
  });

  it('gets through a megabyte of the worst of each kind', { timeout: 60_000 }, () => {
    // What takes time with the square of the length would take hours.
    const worst = ['x', ESC, `${ESC}]`, `${ESC}[`, `${ESC}[1`, '\u009d', `${ESC}[31mx`, '\u202e'];
    for (const part of worst) {
      const raw = part.repeat(Math.ceil(2 ** 20 / part.length));
      expect(styledLine(raw).text.length).toBeGreaterThan(0);
    }
  });
});
