import { describe, expect, it } from 'vitest';
import {
  formatMoment,
  formatMs,
  formatWhen,
  list,
  plural,
  shortHash,
} from '../../../../src-renderer/text/format.js';
import { proseParts } from '../../../../src-renderer/text/prose.js';

describe('formatting', () => {
  it.each([
    [0.423, '0.42'],
    [0.1, '0.1'],
    [4.94, '4.9'],
    [9.96, '10'],
    [238.4, '238'],
  ])('writes %d ms with two digits that mean something', (ms, text) => {
    expect(formatMs(ms)).toBe(text);
  });

  it('writes a moment in the unit that fits', () => {
    expect([350, 1204, 125_000].map(formatMoment)).toEqual(['350 ms', '1.20 s', '2 m 5 s']);
  });

  it('writes the hour after midnight as 00', () => {
    const soonAfter = new Date(2026, 10, 27, 0, 59, 34);
    expect(formatWhen(soonAfter.toISOString(), soonAfter)).toContain('00:59:34');
  });

  it('shortens a hash and leaves a short text alone', () => {
    expect(shortHash('sha256:3f1c5a9e0b7d4c2f8e6aa9e2')).toBe('3f1c5a…a9e2');
    expect(shortHash('abc')).toBe('abc');
  });

  it('lists and counts in words', () => {
    expect([list([]), list(['a']), list(['a', 'b', 'c'])]).toEqual(['', 'a', 'a, b and c']);
    expect([plural(1, 'runtime'), plural(2, 'runtime')]).toEqual(['1 runtime', '2 runtimes']);
  });

  it('sets `code` apart and leaves a lone backtick', () => {
    expect(proseParts('Type `sudo x` now')).toEqual([
      { code: false, text: 'Type ' },
      { code: true, text: 'sudo x' },
      { code: false, text: ' now' },
    ]);
    expect(proseParts('a ` b')).toEqual([{ code: false, text: 'a ` b' }]);
  });
});
