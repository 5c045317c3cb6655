import { describe, expect, it } from 'vitest';
import { spreadLabels } from '../../../../src-renderer/charts/spread.js';
import {
  byteTickText,
  byteTicks,
  growingSpan,
  percentSpan,
  percentTicks,
  timeTicks,
} from '../../../../src-renderer/charts/ticks.js';

const MIB = 1024 ** 2;
const labels = (ticks: { label: string }[]): string[] => ticks.map(({ label }) => label);

describe('ticks', () => {
  it('stand at powers of two of bytes, in one unit', () => {
    expect(labels(byteTicks(121 * MIB))).toEqual(['32 MiB', '64 MiB', '96 MiB']);
    expect(labels(byteTicks(3.2 * 1024 ** 3))).toEqual(['1 GiB', '2 GiB', '3 GiB']);
    expect(labels(byteTicks(900 * 1024))).toEqual(['256 KiB', '512 KiB', '768 KiB']);
  });

  it('are written exactly, in the largest unit that can', () => {
    expect([0, 512, 1024, 1.25 * MIB, 1.125 * MIB, 96 * MIB].map(byteTickText)).toEqual([
      ...['0 B', '512 B', '1 KiB', '1.25 MiB', '1152 KiB', '96 MiB'],
    ]);
    // An overhead that is reckoned back from a curve may lie below zero.
    expect([-16 * MIB, -512].map(byteTickText)).toEqual(['-16 MiB', '-512 B']);
  });

  it('name one unit of time on the whole axis', () => {
    expect(labels(timeTicks(0, 2500, 5))).toEqual(['0 s', '0.5 s', '1 s', '1.5 s', '2 s', '2.5 s']);
    expect(labels(timeTicks(0, 240, 4))).toEqual(['0 ms', '100 ms', '200 ms']);
    expect(labels(timeTicks(0, 600_000, 3))).toEqual(['0 min', '5 min', '10 min']);
    expect(labels(timeTicks(1010, 1050, 4))).toEqual([
      '1.01 s',
      '1.02 s',
      '1.03 s',
      '1.04 s',
      '1.05 s',
    ]);
  });

  it('show half a core and a whole one', () => {
    expect(labels(percentTicks(110))).toEqual(['50 %', '100 %']);
    expect(labels(percentTicks(420))).toEqual(['200 %', '400 %']);
  });

  it('leave a growing axis alone for a while, and always ahead of the last reading', () => {
    expect(growingSpan(10)).toBe(1000);
    expect(growingSpan(1600)).toBe(growingSpan(1900));
    for (const ms of [900, 1500, 2001, 9700, 64_000]) expect(growingSpan(ms)).toBeGreaterThan(ms);
  });

  it('show a small load large, and never cut a high one', () => {
    expect(percentSpan(6)).toBeLessThan(20);
    for (const percent of [3, 51, 99, 101, 380]) {
      expect(percentSpan(percent)).toBeGreaterThan(percent);
    }
  });
});

describe('labels beside the lines', () => {
  it('keep their place when nothing is near', () => {
    expect(spreadLabels([20, 80], 14, 0, 100)).toEqual([20, 80]);
  });

  it('move apart, in order, and stay within', () => {
    const placed = spreadLabels([98, 97, 99, 10], 14, 0, 100);
    const sorted = [...placed].sort((a, b) => a - b);
    expect(placed.indexOf(sorted[0] ?? 0)).toBe(3);
    expect(Math.max(...placed)).toBeLessThanOrEqual(93);
    for (let at = 1; at < sorted.length; at += 1) {
      expect((sorted[at] ?? 0) - (sorted[at - 1] ?? 0)).toBeGreaterThanOrEqual(14);
    }
  });

  it('stay within also when there are too many for the room', () => {
    const placed = spreadLabels(
      Array.from({ length: 20 }, () => 50),
      14,
      0,
      100,
    );
    expect(Math.min(...placed)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...placed)).toBeLessThanOrEqual(100);
  });
});
