import { describe, expect, it } from 'vitest';
import { fromKept, toKept } from '../../../../src-main/experiments/trials/kept.js';

const again = (value: unknown): unknown => fromKept(toKept(value));

describe('what is kept of a run', () => {
  it('is there again, maps as well', () => {
    const value = { totalMs: 1.25, phases: [{ name: 'main' }], by: new Map([['v8', { n: 1 }]]) };
    expect(again(value)).toEqual(value);
    expect(again(new Map([['a', new Map([['b', 1]])]]))).toEqual(
      new Map([['a', new Map([['b', 1]])]]),
    );
  });

  it('leaves out bytes, however they are held, and says nothing in their place', () => {
    const printed = { sha256: 'ab', bytes: 6, kept: Buffer.from('hello\n') };
    expect(again({ printed, rest: new Uint8Array(4) })).toEqual({
      printed: { sha256: 'ab', bytes: 6, kept: new Uint8Array() },
      rest: new Uint8Array(),
    });
    expect(toKept({ kept: Buffer.alloc(1024 ** 2) }).length).toBeLessThan(100);
  });
});
