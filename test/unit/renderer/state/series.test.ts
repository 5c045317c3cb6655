import { describe, expect, it } from 'vitest';
import { SeriesStore } from '../../../../src-renderer/state/series.js';

const sample = (tMs: number, rssBytes?: number, cpuPercent?: number) => ({
  tMs,
  memory: rssBytes === undefined ? {} : { rssBytes },
  ...(cpuPercent !== undefined && { cpuPercent }),
});

describe('the samples of a run, by column', () => {
  it('never makes a value of one that was not read', () => {
    const store = new SeriesStore();
    store.add([sample(100, 5), sample(200), sample(300, 7)]);
    expect(store.points('rssBytes').map(({ y }) => y)).toEqual([5, Number.NaN, 7]);
    expect(store.points('linearBytes')).toEqual([]);
    expect(store.at('rssBytes', 250)).toBeUndefined();
  });

  it('drops samples that it has already', () => {
    const store = new SeriesStore();
    store.add([sample(100, 5), sample(200, 6)]);
    store.add([sample(200, 6), sample(300, 7)]);
    expect(store.points('rssBytes').map(({ x }) => x)).toEqual([100, 200, 300]);
  });

  it('finds the last reading before a time, none before the first or long after the end', () => {
    const store = new SeriesStore();
    store.add([sample(100, 5), sample(200, 6), sample(300, 7)]);
    expect([50, 100, 299, 380, 900].map((ms) => store.at('rssBytes', ms))).toEqual([
      undefined,
      5,
      6,
      7,
      undefined,
    ]);
  });

  it('keeps the same array when emptied, and knows its highest value', () => {
    const store = new SeriesStore();
    const held = store.points('rssBytes');
    store.add([sample(100, 9), sample(200, 4)]);
    expect(store.highest('rssBytes')).toBe(9);
    store.clear();
    expect(held).toEqual([]);
    expect(store.highest('rssBytes')).toBeUndefined();
    store.add([sample(50, 1)]);
    expect(held).toEqual([{ x: 50, y: 1 }]);
  });

  it('stays bounded over days of samples, and keeps both ends', () => {
    const store = new SeriesStore();
    for (let at = 1; at <= 100_000; at += 1) store.add([sample(at * 100, at)]);
    const points = store.points('rssBytes');
    expect(points.length).toBeLessThanOrEqual(24_000);
    expect(points[0]?.x).toBe(100);
    expect(points[points.length - 1]?.x).toBeGreaterThan(9_990_000);
  });
});
