import { expect, test } from 'vitest';
import { linearAddressIn } from '../../../../src-main/runtimes/module/linear-address.js';

const PAGES_2 = 131_072;

/** As /proc/PID/maps shows it; what does not matter is left as it was captured. */
function maps(...lines: string[]): string {
  return [
    '55a4c1a00000-55a4c1a29000 r--p 00000000 08:01 1835 /usr/bin/node',
    ...lines,
    '7ffd5a5c6000-7ffd5a5e7000 rw-p 00000000 00:00 0                          [stack]',
    '',
  ].join('\n');
}

const NODE_MEMORY = '7fb6e4000000-7fb6e4020000 rw-p 00000000 00:00 0 ';
const NODE_GUARD = '7fb6e4020000-7fb8e4000000 ---p 00000000 00:00 0 ';

test('Node: accessible memory of the reported size, then the rest of 8 GiB', () => {
  expect(linearAddressIn(maps(NODE_MEMORY, NODE_GUARD), PAGES_2)).toBe(0x7fb6e4000000n);
});

test('Electron: the inaccessible rest goes on to the end of the sandbox', () => {
  const memory = '332c80000000-332c80020000 rw-p 00000000 00:00 0 ';
  const sandbox = '332c80020000-342e00000000 ---p 00000000 00:00 0 ';
  expect(linearAddressIn(maps(memory, sandbox), PAGES_2)).toBe(0x332c80000000n);
});

test('a memory that has grown since it was reported is still found', () => {
  expect(linearAddressIn(maps(NODE_MEMORY, NODE_GUARD), PAGES_2 / 2)).toBe(0x7fb6e4000000n);
});

test('of two, the one of exactly the reported size', () => {
  const other = '7fc000000000-7fc000100000 rw-p 00000000 00:00 0 ';
  const guard = '7fc000100000-7fc200000000 ---p 00000000 00:00 0 ';
  expect(linearAddressIn(maps(NODE_MEMORY, NODE_GUARD, other, guard), PAGES_2)).toBe(
    0x7fb6e4000000n,
  );
});

test('of two alike, none: a wrong address would be worse than none', () => {
  const other = '7fc000000000-7fc000020000 rw-p 00000000 00:00 0 ';
  const guard = '7fc000020000-7fc200000000 ---p 00000000 00:00 0 ';
  const text = maps(NODE_MEMORY, NODE_GUARD, other, guard);
  expect(linearAddressIn(text, PAGES_2)).toBeUndefined();
});

test.each([
  ['a small reservation', [NODE_MEMORY, '7fb6e4020000-7fb6e8000000 ---p 00000000 00:00 0 ']],
  ['a gap before the guard', [NODE_MEMORY, '7fb6e4030000-7fb8e4000000 ---p 00000000 00:00 0 ']],
  ['a size that is no whole page', ['7fb6e4000000-7fb6e4021000 rw-p 00000000 00:00 0 ']],
  ['a file behind it', [NODE_MEMORY.replace('00:00 0', '08:01 77'), NODE_GUARD]],
  ['a memory smaller than reported', []],
])('%s is not taken for it', (_, lines) => {
  expect(linearAddressIn(maps(...lines), PAGES_2)).toBeUndefined();
});
