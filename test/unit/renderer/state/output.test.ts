import { describe, expect, it } from 'vitest';
import { OutputBuffer } from '../../../../src-renderer/state/output.js';

const textOf = (buffer: OutputBuffer): string => buffer.blocks.map(({ text }) => text).join('');

describe('the output of a run', () => {
  it('keeps the streams apart in the order in which they came', () => {
    const buffer = new OutputBuffer();
    buffer.add('stdout', 'a\n');
    buffer.add('stderr', 'b\n');
    buffer.add('stdout', 'c\n');
    expect(buffer.blocks.map(({ stream, text }) => [stream, text])).toEqual([
      ['stdout', 'a\n'],
      ['stderr', 'b\n'],
      ['stdout', 'c\n'],
    ]);
  });

  it('keeps the newest lines and says how many bytes are not shown', () => {
    const buffer = new OutputBuffer();
    let written = 0;
    for (let at = 0; at < 20_000; at += 1) {
      buffer.add('stdout', `line ${String(at)}\n`);
      written += `line ${String(at)}\n`.length;
    }
    expect(textOf(buffer).endsWith('line 19999\n')).toBe(true);
    expect(textOf(buffer).split('\n').length).toBeLessThan(2600);
    expect(buffer.hiddenBytes + textOf(buffer).length).toBe(written);
  });

  it('stays bounded for one line without an end', () => {
    const buffer = new OutputBuffer();
    for (let at = 0; at < 40; at += 1) buffer.add('stdout', 'x'.repeat(100_000));
    expect(textOf(buffer).length).toBeLessThanOrEqual(256 * 1024);
    expect(buffer.hiddenBytes).toBe(4_000_000 - textOf(buffer).length);
  });

  it('counts what the lab has skipped, and bytes, not characters', () => {
    const buffer = new OutputBuffer();
    buffer.add('stdout', 'ok\n', 1_000);
    expect(buffer.hiddenBytes).toBe(1_000);
    buffer.add('stdout', 'é'.repeat(300 * 1024));
    expect(buffer.hiddenBytes).toBeGreaterThan(1_000 + 2 * 44 * 1024 - 1);
  });

  it('is in rows of whole lines, short ones: a line that is written in parts stays in one row', () => {
    const buffer = new OutputBuffer();
    for (let at = 0; at < 100; at += 1) buffer.add('stdout', `line ${String(at)} of them\n`);
    buffer.add('stdout', 'half ');
    buffer.add('stderr', 'a line\n');
    const rows = buffer.rows.map((row) => row.map(({ text }) => text).join(''));
    expect(rows.join('')).toBe(textOf(buffer));
    expect(rows.every((row) => row.endsWith('\n') && row.length < 700)).toBe(true);
    expect(rows.at(-1)).toMatch(/half a line\n$/);
  });

  it('changes only its last piece when something is added', () => {
    const buffer = new OutputBuffer();
    buffer.add('stdout', 'x'.repeat(5_000));
    const first = buffer.blocks[0];
    buffer.add('stdout', 'y');
    expect(buffer.blocks[0]).toBe(first);
  });
});
