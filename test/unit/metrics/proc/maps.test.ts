import { describe, expect, it } from 'vitest';
import {
  findLinearMemories,
  linearBytesAt,
  parseMaps,
} from '../../../../src-main/metrics/proc/maps.js';
import { capturedText } from '../kernel-files.js';

const PAGE = 65536;
const THREE_PAGES = capturedText('maps/node20-3-pages.txt');
const EIGHT_PAGES = capturedText('maps/node20-8-pages.txt');

describe('finding linear memories by their shape', () => {
  it('finds the one memory of a real Node process, before and after it grew', () => {
    const [before, ...others] = findLinearMemories(THREE_PAGES);
    expect(others).toEqual([]);
    expect(before?.bytes).toBe(3 * PAGE);
    expect(findLinearMemories(EIGHT_PAGES)).toMatchObject([
      { start: before?.start, bytes: 8 * PAGE },
    ]);
  });

  it('finds none in a process without one', () => {
    const without = THREE_PAGES.split('\n').filter((line) => !line.includes('7fb7a0030000'));
    expect(findLinearMemories(without.join('\n'))).toEqual([]);
  });

  it('does not take a thread stack with its guard, or a size that is no whole page, for one', () => {
    const stack = '7f0000000000-7f0000800000 rw-p 00000000 00:00 0 \n';
    const odd =
      '100000000-100001000 rw-p 00000000 00:00 0 \n100001000-300000000 ---p 00000000 00:00 0 \n';
    expect(findLinearMemories(`${odd}${stack}`)).toEqual([]);
  });

  it('does not take a file, the heap or shared memory for one', () => {
    const shape = (name: string, permissions: string) =>
      `100000000-100010000 ${permissions} 00000000 00:00 0 ${name}\n100010000-300000000 ---p 00000000 00:00 0 \n`;
    expect(findLinearMemories(shape('', 'rw-p'))).toHaveLength(1);
    expect(findLinearMemories(shape('[anon:v8]', 'rw-p'))).toHaveLength(1);
    expect(findLinearMemories(shape('[heap]', 'rw-p'))).toEqual([]);
    expect(findLinearMemories(shape('', 'rw-s'))).toEqual([]);
  });
});

describe('the size of the memory at a known address', () => {
  const start = findLinearMemories(THREE_PAGES)[0]?.start ?? 0n;

  it('is what the kernel shows of it', () => {
    expect(linearBytesAt(THREE_PAGES, start)).toBe(3 * PAGE);
    expect(linearBytesAt(EIGHT_PAGES, start)).toBe(8 * PAGE);
  });

  it('joins ranges that touch, and stops at the guard', () => {
    const maps = [
      '100000000-100010000 rw-p 00000000 00:00 0 ',
      '100010000-100030000 rw-p 00000000 00:00 0 ',
      '100030000-300000000 ---p 00000000 00:00 0 ',
      '300000000-300010000 rw-p 00000000 00:00 0 ',
    ].join('\n');
    expect(linearBytesAt(maps, 0x1_0000_0000n)).toBe(3 * PAGE);
  });

  it('stops at a hole', () => {
    const maps =
      '100000000-100010000 rw-p 00000000 00:00 0 \n100020000-100030000 rw-p 00000000 00:00 0 \n';
    expect(linearBytesAt(maps, 0x1_0000_0000n)).toBe(PAGE);
  });

  it('counts from the address when the kernel merged the range with one before it', () => {
    const maps = 'fffff0000-100020000 rw-p 00000000 00:00 0 \n'.replace('fffff0000', 'ffff0000');
    expect(linearBytesAt(maps, 0x1_0000_0000n)).toBe(2 * PAGE);
  });

  it('is 0 for a memory without pages, and unknown for an address where nothing is mapped', () => {
    const maps = '100000000-300000000 ---p 00000000 00:00 0 \n';
    expect(linearBytesAt(maps, 0x1_0000_0000n)).toBe(0);
    expect(linearBytesAt(maps, 0x9_0000_0000n)).toBeUndefined();
    expect(linearBytesAt('', 0x1_0000_0000n)).toBeUndefined();
  });
});

describe('parseMaps', () => {
  it('reads every line of a real process, paths with spaces and deleted files included', () => {
    expect(parseMaps(THREE_PAGES)).toHaveLength(THREE_PAGES.trim().split('\n').length);
    const [range] = parseMaps('1000-2000 r-xp 00000000 fe:00 12 /tmp/my file (deleted)\n');
    expect(range).toEqual({ start: 0x1000n, end: 0x2000n, permissions: 'r-xp', anonymous: false });
  });
});
