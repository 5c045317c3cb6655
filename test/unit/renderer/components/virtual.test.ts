import { describe, expect, it } from 'vitest';
import {
  shiftOf,
  topToShow,
  visibleRange,
} from '../../../../src-renderer/components/virtual/range.js';

const ROW_PX = 32;

describe('the rows in the page', () => {
  it('are those in sight and a few beyond each edge', () => {
    expect(visibleRange(3200, 320, ROW_PX, 500)).toEqual({ first: 96, end: 114 });
  });

  it('are never before the first or behind the last', () => {
    expect(visibleRange(0, 320, ROW_PX, 500)).toEqual({ first: 0, end: 14 });
    expect(visibleRange(500 * ROW_PX - 320, 320, ROW_PX, 500).end).toBe(500);
    expect(visibleRange(0, 320, ROW_PX, 3)).toEqual({ first: 0, end: 3 });
    expect(visibleRange(0, 320, ROW_PX, 0)).toEqual({ first: 0, end: 0 });
  });

  it('are some of them still when the rows became fewer than what was scrolled by', () => {
    const { first, end } = visibleRange(9000, 320, ROW_PX, 10);
    expect(end).toBe(10);
    expect(first).toBeLessThan(end);
  });
});

describe('scrolling to a row', () => {
  it('does nothing while the row is seen whole', () => {
    expect(topToShow(12, 320, 320, ROW_PX)).toBe(320);
  });

  it('goes just as far as is needed, up or down', () => {
    expect(topToShow(5, 320, 320, ROW_PX)).toBe(160);
    expect(topToShow(20, 320, 320, ROW_PX)).toBe(352);
  });
});

describe('keeping the place when rows come and go', () => {
  const rows = ['a', 'b', 'c', 'd', 'e'];

  it('shifts by what came or went above the first visible row', () => {
    expect(shiftOf(rows, ['x', 'y', ...rows], 2)).toBe(2);
    expect(shiftOf(rows, ['b', 'c', 'd', 'e'], 2)).toBe(-1);
  });

  it('stays where it is for what comes and goes below', () => {
    expect(shiftOf(rows, ['a', 'b', 'c', 'x', 'd'], 2)).toBe(0);
  });

  it('takes the next row for one that went itself', () => {
    expect(shiftOf(rows, ['a', 'b', 'd', 'e'], 2)).toBe(0);
    expect(shiftOf(rows, ['b', 'd', 'e'], 2)).toBe(-1);
  });

  it('stays where it is when nothing of before is left', () => {
    expect(shiftOf(rows, ['v', 'w'], 2)).toBe(0);
  });
});
