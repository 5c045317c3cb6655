import { describe, expect, it } from 'vitest';
import { mergePeak, toSample } from '../../../src-main/metrics/rates.js';

describe('toSample', () => {
  it('places the reading on the axis of its run', () => {
    const sample = toSample(undefined, { atMs: 1500.5, memory: { rssBytes: 7 }, pids: 2 }, 1000);
    expect(sample).toEqual({ tMs: 500.5, memory: { rssBytes: 7 }, pids: 2 });
  });

  it('has no CPU rate in the first sample', () => {
    const sample = toSample(undefined, { atMs: 10, cpuTimeMs: 5, memory: {} }, 0);
    expect('cpuPercent' in sample).toBe(false);
    expect(sample.cpuTimeMs).toBe(5);
  });

  it('divides by the time that really passed, not by the nominal period', () => {
    const previous = { atMs: 1000, cpuTimeMs: 40, memory: {} };
    const late = { atMs: 1250, cpuTimeMs: 165, memory: {} };
    expect(toSample(previous, late, 0).cpuPercent).toBe(50);
  });

  it('shows two busy cores as 200 percent', () => {
    const previous = { atMs: 0, cpuTimeMs: 0, memory: {} };
    expect(toSample(previous, { atMs: 100, cpuTimeMs: 200, memory: {} }, 0).cpuPercent).toBe(200);
  });

  it.each([
    ['the counter went back', { atMs: 200, cpuTimeMs: 39, memory: {} }],
    ['no time passed', { atMs: 100, cpuTimeMs: 41, memory: {} }],
    ['the clock went back', { atMs: 99, cpuTimeMs: 41, memory: {} }],
    ['the counter could not be read', { atMs: 200, memory: {} }],
  ])('has no CPU rate when %s', (_, current) => {
    const previous = { atMs: 100, cpuTimeMs: 40, memory: {} };
    expect('cpuPercent' in toSample(previous, current, 0)).toBe(false);
  });

  it('shows an idle guest as 0, which is a value', () => {
    const previous = { atMs: 100, cpuTimeMs: 40, memory: {} };
    expect(toSample(previous, { atMs: 200, cpuTimeMs: 40, memory: {} }, 0).cpuPercent).toBe(0);
  });
});

describe('mergePeak', () => {
  it('keeps the higher of each definition and forgets none', () => {
    const peak = mergePeak(
      { rssBytes: 5, pssBytes: 9 },
      { rssBytes: 7, anonBytes: 1, pssBytes: 2 },
    );
    expect(peak).toEqual({ rssBytes: 7, pssBytes: 9, anonBytes: 1 });
  });

  it('takes an absent value for unknown and never for 0', () => {
    expect(mergePeak({ rssBytes: 0 }, {})).toEqual({ rssBytes: 0 });
    expect(mergePeak({}, { rssBytes: undefined })).toEqual({});
  });

  it('leaves its arguments as they were', () => {
    const peak = { rssBytes: 1 };
    mergePeak(peak, { rssBytes: 2 });
    expect(peak).toEqual({ rssBytes: 1 });
  });
});
