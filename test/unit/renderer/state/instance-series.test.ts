import { describe, expect, it } from 'vitest';
import type { Sample } from '../../../../src-main/contract/index.js';
import { thinPoints } from '../../../../src-renderer/charts/thin.js';
import { InstanceSeries } from '../../../../src-renderer/state/instance-series.js';

const sample = (tMs: number, rxBytes?: number): Sample => ({
  tMs,
  cpuPercent: 5,
  memory: { rssBytes: 1000 },
  ...(rxBytes !== undefined && { rxBytes }),
});
const ys = (points: readonly { y: number }[]): number[] => points.map(({ y }) => y);

describe('the readings of an instance', () => {
  it('turn counters into rates by the measured time between them', () => {
    const series = new InstanceSeries();
    series.add([sample(0, 100), sample(500, 1100), sample(2500, 1100)], 1000);
    expect(series.rates.points('rxBytes')).toEqual([
      { x: 500, y: 2000 },
      { x: 2500, y: 0 },
    ]);
    expect(series.rates.points('txBytes')).toEqual([]);
  });

  it('have a gap, not a negative rate, where a counter began anew or was not read', () => {
    const series = new InstanceSeries();
    series.add(
      [sample(0, 0), sample(1000, 5000), sample(2000, 10), sample(3000), sample(4000, 9)],
      1000,
    );
    expect(ys(series.rates.points('rxBytes'))).toEqual([5000, NaN, NaN, NaN]);
  });

  it('have a gap where readings are missing', () => {
    const series = new InstanceSeries();
    series.add([sample(0, 0), sample(1000, 10), sample(6000, 60), sample(7000, 70)], 1000);
    expect(ys(series.values.points('rssBytes'))).toEqual([1000, 1000, NaN, 1000, 1000]);
    expect(ys(series.rates.points('rxBytes'))).toEqual([10, NaN, 10]);
  });

  it('have none at the slow pace of a window that nobody looks at', () => {
    const series = new InstanceSeries();
    series.add([sample(0), sample(10_000), sample(20_100)], 1000);
    expect(ys(series.values.points('cpuPercent'))).toEqual([5, 5, 5]);
  });

  it('are taken once, and in order', () => {
    const series = new InstanceSeries();
    series.add([sample(0), sample(1000)], 1000);
    series.add([sample(0), sample(1000), sample(2000)], 1000);
    expect(series.values.points('cpuPercent').map(({ x }) => x)).toEqual([0, 1000, 2000]);
  });
});

describe('points made fewer for a chart', () => {
  it('keep every peak and every gap', () => {
    const points = Array.from({ length: 10_000 }, (_, x) => ({
      x,
      y: x === 5003 ? 99 : x === 7001 ? NaN : 1,
    }));
    const thin = thinPoints(points, 0, 10_000, 100);
    expect(thin.length).toBeLessThan(310);
    expect(thin).toContainEqual({ x: 5003, y: 99 });
    expect(thin).toContainEqual({ x: 7001, y: NaN });
    expect(thin.every(({ x }, at) => at === 0 || x > (thin[at - 1]?.x ?? 0))).toBe(true);
  });

  it('reach beyond both edges, and stay as they are when they are few', () => {
    const points = [0, 10, 20, 30, 40].map((x) => ({ x, y: x }));
    expect(thinPoints(points, 12, 28).map(({ x }) => x)).toEqual([10, 20, 30]);
  });
});
