import { describe, expect, it } from 'vitest';
import { stripPlaces } from '../../../../src-renderer/charts/strip.js';
import { byteTickText } from '../../../../src-renderer/charts/ticks.js';
import { extent, valueScale } from '../../../../src-renderer/charts/value-scale.js';
import type { ScaleLook, ValueScale } from '../../../../src-renderer/charts/value-scale.js';

function scaleOf(low: number, high: number, look: Partial<ScaleLook> = {}): ValueScale {
  const scale = valueScale(low, high, { isLog: false, format: String, ...look });
  if (scale === undefined) throw new Error('no scale');
  return scale;
}
const BOX = { left: 100, top: 10, width: 200, height: 40 };
const places = (values: readonly number[], scale: ValueScale) => {
  const { xs, ys, lost } = stripPlaces(values, scale, BOX);
  return { xs: [...xs], ys: [...ys], lost };
};

describe('a strip of raw values', () => {
  it('puts a value along its scale and a run across the strip, the first at the top', () => {
    const { xs, ys } = places([100, 110, 120, 110], scaleOf(100, 120));
    expect(xs[0]).toBeLessThan(xs[1] ?? 0);
    expect(xs[1]).toBe(xs[3]);
    expect(xs[1]).toBeCloseTo(200);
    expect(ys).toEqual([15, 25, 35, 45]);
  });

  it('keeps all dots within its box', () => {
    const { xs, ys } = places([90, 100, 110], scaleOf(90, 110));
    expect(Math.min(...xs)).toBeGreaterThanOrEqual(100);
    expect(Math.max(...xs)).toBeLessThanOrEqual(300);
    expect(Math.min(...ys)).toBeGreaterThan(10);
    expect(Math.max(...ys)).toBeLessThan(50);
  });

  it('gives equal ratios equal distances on a logarithmic scale, and zero no place', () => {
    const { xs, lost } = places([1, 10, 100, 0], scaleOf(1, 100, { isLog: true }));
    const [one = 0, ten = 0, hundred = 0, zero] = xs;
    expect(hundred - ten).toBeCloseTo(ten - one);
    expect(zero).toBeNaN();
    expect(lost).toBe(1);
  });
});

describe('a scale of values', () => {
  const labels = (scale: ValueScale): string[] => scale.ticks.map(({ label }) => label);

  it('begins at zero where values come near to it, and tight where they do not', () => {
    expect(scaleOf(10, 100).min).toBe(0);
    expect(scaleOf(90, 100).min).toBeCloseTo(89.6);
  });

  it('has round ticks, and powers of two for bytes', () => {
    expect(labels(scaleOf(0, 100))).toEqual(['0', '20', '40', '60', '80', '100']);
    const ticks = scaleOf(0, 6 * 2 ** 20, { isBinary: true }).ticks.map(({ value }) => value);
    expect(ticks).toEqual([0, 2 ** 21, 2 ** 22, 3 * 2 ** 21]);
  });

  it('has powers of two of bytes on a logarithmic axis, fewer of them the longer it is', () => {
    const look = { isLog: true, isBinary: true, format: byteTickText };
    expect(labels(scaleOf(5e5, 9e6, look))).toEqual([
      '512 KiB',
      '1 MiB',
      '2 MiB',
      '4 MiB',
      '8 MiB',
    ]);
    expect(labels(scaleOf(500, 2 ** 31, look))).toEqual([
      '1 KiB',
      '32 KiB',
      '1 MiB',
      '32 MiB',
      '1 GiB',
    ]);
    expect(labels(scaleOf(95e6, 105e6, look))).toEqual([
      ...['88 MiB', '92 MiB', '96 MiB', '100 MiB', '104 MiB'],
    ]);
  });

  it('has 1, 2 and 5 of a few powers of ten on a logarithmic axis, of many only the powers', () => {
    expect(labels(scaleOf(10, 100, { isLog: true }))).toEqual(['10', '20', '50', '100']);
    expect(labels(scaleOf(1, 10_000, { isLog: true }))).toEqual([
      '1',
      '10',
      '100',
      '1000',
      '10000',
    ]);
  });

  it('has ticks where all values are the same, and on a short logarithmic axis', () => {
    expect(scaleOf(5, 5).ticks.length).toBeGreaterThan(1);
    expect(scaleOf(0, 0).ticks.length).toBeGreaterThan(1);
    expect(scaleOf(26, 28, { isLog: true }).ticks.length).toBeGreaterThan(1);
  });

  it('is none without values, nor of zeros on a logarithmic axis', () => {
    expect(valueScale(...extent([[]]), { isLog: false, format: String })).toBeUndefined();
    expect(valueScale(0, 0, { isLog: true, format: String })).toBeUndefined();
  });
});
