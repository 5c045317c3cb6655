import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { OutputBuffer } from '../../../../src-main/lab/run/output.js';

describe('the output of a guest', () => {
  it('is kept whole while it is small, also when a character is cut in two', () => {
    const buffer = new OutputBuffer();
    const bytes = Buffer.from('olá ✓\n');
    for (const byte of bytes) buffer.add(Uint8Array.of(byte));
    expect(buffer.text()).toBe('olá ✓\n');
    expect(buffer.truncated).toBe(false);
  });

  it('keeps its beginning and its end, counts and hashes all of it, in bounded memory', () => {
    const buffer = new OutputBuffer();
    const hash = createHash('sha256');
    const block = Buffer.alloc(64 * 1024, 'x');
    const write = (chunk: Buffer): void => {
      buffer.add(chunk);
      hash.update(chunk);
    };
    write(Buffer.from('first\n'));
    for (let at = 0; at < 800; at += 1) write(block);
    write(Buffer.from('last\n'));
    expect(buffer.totalBytes).toBe(6 + 800 * block.length + 5);
    expect(buffer.truncated).toBe(true);
    expect(buffer.sha256()).toBe(hash.digest('hex'));
    const text = buffer.text();
    expect(text.startsWith('first\n')).toBe(true);
    expect(text.endsWith('last\n')).toBe(true);
    expect(text.length).toBeLessThan(2_000_000);
    expect(text).toMatch(/\[\d+ bytes not kept\]/);
  });
});
