import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { TRIED } from '../../bench/lib/reliability/tried.js';

describe('what docs/reliability.md says is tried', () => {
  it.each(TRIED.map((one) => [one.what, one] as const))(
    'is tried: %s',
    (_what, { file, title }) => {
      expect(readFileSync(file, 'utf8')).toContain(title);
    },
  );

  it('is what stands there', () => {
    const document = readFileSync('docs/reliability.md', 'utf8');
    expect(TRIED.filter(({ what }) => !document.includes(what))).toEqual([]);
  });
});
