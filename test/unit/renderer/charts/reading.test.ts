import { describe, expect, it } from 'vitest';
import { readLines } from '../../../../src-renderer/charts/lines-read.js';
import { lastUpTo, nearest } from '../../../../src-renderer/charts/reading.js';
import { readStrips } from '../../../../src-renderer/charts/strip-read.js';
import { valueScale } from '../../../../src-renderer/charts/value-scale.js';
import type { ValueScale } from '../../../../src-renderer/charts/value-scale.js';

const SIZE = { width: 672, height: 200 };
const scaleOf = (low: number, high: number, isLog = false): ValueScale => {
  const scale = valueScale(low, high, { isLog, format: String });
  if (scale === undefined) throw new Error('no scale');
  return scale;
};
const words = {
  labels: ['a', 'b'],
  title: (x: number) => `at ${x.toFixed(1)}`,
  text: (y: number) => y.toFixed(2),
};

describe('the place of a value', () => {
  it('is the nearest, or the last up to it', () => {
    expect([nearest([1, 4, 9], 6.4), nearest([1, 4, 9], 6.6), nearest([], 1)]).toEqual([1, 2, -1]);
    expect([lastUpTo([1, 4, 9], 3.9), lastUpTo([1, 4, 9], 9), lastUpTo([1, 4], 0)]).toEqual([
      0, 2, -1,
    ]);
  });

  it('is read from an axis as it is drawn there, on either scale', () => {
    for (const scale of [scaleOf(0, 80), scaleOf(3, 900, true)]) {
      for (const value of [4, 17, 80]) expect(scale.valueAt(scale.at(value))).toBeCloseTo(value, 9);
    }
  });
});

describe('what lines say under the pointer', () => {
  const x = scaleOf(0, 100);
  const at = (value: number) => ({ x: 58 + x.at(value) * 600, y: 0 });
  const scene = (isStepped: boolean) => ({
    ...{ x, y: scaleOf(0, 1), xTitle: '', isStepped },
    rows: [
      {
        color: '--c1',
        points: [
          { x: 20, y: 0.5 },
          { x: 60, y: 1 },
        ],
      },
      { color: '--w1', points: [{ x: 40, y: 1 }] },
    ],
  });

  it('is each line that has a point next to it, at that point', () => {
    const read = readLines(scene(false), words);
    expect(read(at(27), SIZE)).toMatchObject({
      title: 'at 20.0',
      lines: [{ label: 'a', text: '0.50' }],
    });
    expect(read(at(41), SIZE)?.lines).toEqual([{ label: 'b', color: '--w1', text: '1.00' }]);
  });

  it('is the step that stands there, and nothing before the first', () => {
    const read = readLines(scene(true), words);
    expect(read(at(30), SIZE)).toMatchObject({
      title: 'at 30.0',
      lines: [{ text: '0.50' }, { text: '0.00' }],
    });
    expect(read(at(99), SIZE)?.lines.map(({ text }) => text)).toEqual(['1.00', '1.00']);
  });

  it('is nothing beside the axis', () => {
    expect(readLines(scene(true), words)({ x: 2, y: 0 }, SIZE)).toBeUndefined();
  });
});

describe('what strips say under the pointer', () => {
  const scale = scaleOf(0, 100);
  const row = (values: number[], outliers: number[] = []) => ({
    ...{ label: 'v8', color: '--w1', values, outliers, median: 0 },
    ci95: [0, 0] as const,
  });
  const picture = { draw: () => undefined, left: () => 58 };
  const read = readStrips([row([10, 20]), row([50, 90], [1])], scale, picture, String);
  const x = (value: number) => 58 + scale.at(value) * 600;

  it('is the run whose dot is nearest, of the strip it is over', () => {
    expect(read({ x: x(20) + 3, y: 30 }, SIZE)).toMatchObject({
      title: 'Run 2',
      lines: [{ label: 'v8', text: '20' }],
    });
    expect(read({ x: x(90), y: 46 + 30 }, SIZE)?.title).toBe('Run 2, outlier');
  });

  it('is nothing where no dot is near, and below the strips', () => {
    expect(read({ x: x(35), y: 20 }, SIZE)).toBeUndefined();
    expect(read({ x: x(10), y: 150 }, SIZE)).toBeUndefined();
  });
});
