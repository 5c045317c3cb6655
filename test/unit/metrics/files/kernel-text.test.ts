import { describe, expect, it } from 'vitest';
import {
  known,
  numberAfter,
  toCount,
  toCounter,
  unescapeOctal,
} from '../../../../src-main/metrics/files/kernel-text.js';

describe('numbers in kernel files', () => {
  it('reads a number with its newline', () => {
    expect(toCount('67108864\n')).toBe(67108864);
  });

  it.each(['max\n', '-1\n', '', '12 34', '9223372036854771712\n', undefined])(
    'takes %j for no value rather than for a number',
    (text) => {
      expect(toCount(text)).toBeUndefined();
    },
  );

  it('keeps a nanosecond counter that has outgrown exact integers', () => {
    expect(toCounter('18014398509481985\n')).toBe(18014398509481984);
  });

  it('finds a key at the start of a line only, and not as the beginning of a longer one', () => {
    const text = 'anon_thp 1\ntotal_anon 2\nanon 3\n';
    expect(numberAfter(text, 'anon ')).toBe(3);
    expect(numberAfter('total_anon 2\n', 'anon ')).toBeUndefined();
  });

  it('reads values behind tabs and before units', () => {
    expect(numberAfter('Name:\tcat\nVmRSS:\t    1644 kB\n', 'VmRSS:')).toBe(1644);
  });

  it('takes a key without a value for absent', () => {
    expect(numberAfter('VmRSS:\nVmHWM: 3 kB\n', 'VmRSS:')).toBeUndefined();
  });
});

describe('known', () => {
  it('leaves out what is undefined, so that absent stays absent in JSON and in comparisons', () => {
    expect(Object.keys(known<{ a?: number; b?: number }>({ a: 0, b: undefined }))).toEqual(['a']);
  });
});

describe('unescapeOctal', () => {
  it('restores the characters that mountinfo cannot write', () => {
    expect(unescapeOctal('/srv/my\\040data\\134x')).toBe('/srv/my data\\x');
  });
});
