import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Stamp, fingerprint } from '../../../scripts/lib/stamp.mjs';

let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'paralelo-stamp-'));
  mkdirSync(join(root, 'src/deep'), { recursive: true });
  writeFileSync(join(root, 'src/a.ts'), 'a');
  writeFileSync(join(root, 'src/deep/b.ts'), 'b');
});

afterEach(() => rmSync(root, { recursive: true }));

const now = (facts?: string[]): string => fingerprint(root, ['src', 'config.ts'], facts);

describe('a fingerprint of sources', () => {
  it('stays when a file is only touched', () => {
    const before = now();
    utimesSync(join(root, 'src/a.ts'), 1, 1);
    expect(now()).toBe(before);
  });

  it.each<[string, () => void]>([
    ['a file deep inside changes', () => writeFileSync(join(root, 'src/deep/b.ts'), 'B')],
    ['a file appears', () => writeFileSync(join(root, 'src/c.ts'), '')],
    ['a file goes', () => rmSync(join(root, 'src/a.ts'))],
    ['a file that did not exist is written', () => writeFileSync(join(root, 'config.ts'), 'x')],
    [
      'a byte moves from one file to the next',
      () => {
        writeFileSync(join(root, 'src/a.ts'), '');
        writeFileSync(join(root, 'src/deep/b.ts'), 'ab');
      },
    ],
  ])('changes when %s', (_, change) => {
    const before = now();
    change();
    expect(now()).not.toBe(before);
  });

  it('depends on the facts it is given', () => {
    expect(now(['linux'])).not.toBe(now(['darwin']));
  });
});

describe('a stamp', () => {
  it('matches only what was written, and nothing before or after it was removed', () => {
    const stamp = new Stamp(join(root, 'made/stamp'));
    expect(stamp.matches('one')).toBe(false);
    stamp.write('one');
    expect(stamp.matches('one')).toBe(true);
    expect(stamp.matches('two')).toBe(false);
    stamp.remove();
    expect(stamp.matches('one')).toBe(false);
  });
});
