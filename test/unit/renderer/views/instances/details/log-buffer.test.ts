import { describe, expect, it } from 'vitest';
import type { LogLine } from '../../../../../../src-main/contract/index.js';
import {
  LogBuffer,
  MOST_LINES,
} from '../../../../../../src-renderer/views/instances/details/logs/log-buffer.js';
import {
  LogLayout,
  ROW_PX,
} from '../../../../../../src-renderer/views/instances/details/logs/log-layout.js';

const lines = (count: number, from = 0): LogLine[] =>
  Array.from({ length: count }, (_, at) => ({
    stream: 'stdout',
    text: `line ${String(from + at)}\n`,
  }));

describe('the lines of a log', () => {
  it('keeps the newest, and says how many were dropped here and skipped by the lab', () => {
    const buffer = new LogBuffer();
    for (let at = 0; at < 50_000; at += 1000) buffer.add(lines(1000, at), at === 0 ? 7 : 0);
    expect(buffer.length).toBe(MOST_LINES);
    expect(buffer.droppedLines).toBe(50_000 - MOST_LINES);
    expect(buffer.skippedLines).toBe(7);
    expect(buffer.line(buffer.first)?.text).toBe('line 30000');
    expect(buffer.line(49_999)?.text).toBe('line 49999');
    expect(buffer.line(29_999)).toBeUndefined();
  });

  it('gives a stretch of lines by their numbers, also when some of it is gone', () => {
    const buffer = new LogBuffer();
    buffer.add(lines(MOST_LINES + 10));
    expect(buffer.lines(5, 12).map(({ number }) => number)).toEqual([10, 11]);
  });

  it('lets a colour go on from line to line, each stream its own', () => {
    const buffer = new LogBuffer();
    buffer.add([
      { stream: 'stderr', text: '\u001b[31mred\n' },
      { stream: 'stdout', text: 'plain\n' },
      { stream: 'stderr', text: 'still red\u001b[0m\n' },
      { stream: 'stderr', text: 'plain\n' },
    ]);
    const styled = [0, 1, 2, 3].map((number) => buffer.line(number)?.pieces?.[0]?.style.fg);
    expect(styled).toEqual([1, undefined, 1, undefined]);
  });

  it('stays bounded for lines of any length', () => {
    const buffer = new LogBuffer();
    buffer.add(
      Array.from({ length: 3000 }, () => ({ stream: 'stdout', text: 'x'.repeat(16_384) })),
    );
    const kept = buffer.lines(buffer.first, buffer.next);
    expect(kept.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThanOrEqual(
      24 * 1024 ** 2,
    );
    buffer.add([{ stream: 'stdout', text: 'y'.repeat(2 ** 20) }]);
    expect(buffer.line(buffer.next - 1)?.text.length).toBe(16_384);
  });

  it('counts anew after it was emptied', () => {
    const buffer = new LogBuffer();
    buffer.add(lines(10), 3);
    buffer.clear();
    expect([buffer.length, buffer.first, buffer.skippedLines]).toEqual([0, 0, 0]);
  });
});

describe('where the lines of a log stand', () => {
  it('is one row a line without wrapping', () => {
    const buffer = new LogBuffer();
    buffer.add(lines(MOST_LINES + 5));
    const layout = new LogLayout();
    layout.measure(buffer, undefined);
    expect(layout.heightPx).toBe(MOST_LINES * ROW_PX);
    expect(layout.lineAt(ROW_PX * 3 + 1)).toBe(8);
    expect(layout.topPx(8)).toBe(ROW_PX * 3);
  });

  it('is as many rows as the text takes with wrapping', () => {
    const buffer = new LogBuffer();
    buffer.add(
      ['', '12345', '1234567890x', '漢字漢', 'end'].map((text) => ({ stream: 'stdout', text })),
    );
    const layout = new LogLayout();
    layout.measure(buffer, 5);
    expect([0, 1, 2, 3, 4, 5].map((number) => layout.topPx(number) / ROW_PX)).toEqual([
      0, 1, 2, 5, 7, 8,
    ]);
    expect(layout.lineAt(ROW_PX * 4)).toBe(2);
    expect(layout.lineAt(ROW_PX * 5)).toBe(3);
  });
});
