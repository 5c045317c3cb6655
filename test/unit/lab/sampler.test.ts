import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { monotonicMs } from '../../../src-main/metrics/clock.js';
import { Sampler } from '../../../src-main/lab/sampler.js';

describe('the sampler', () => {
  beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'hrtime'] }));
  afterEach(() => vi.useRealTimers());

  it('reads at once and then every period', () => {
    const take = vi.fn();
    new Sampler().add(100, take);
    expect(take).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(1000);
    expect(take).toHaveBeenCalledTimes(11);
  });

  it('serves different periods from one timer', () => {
    const sampler = new Sampler();
    const fast = vi.fn();
    const slow = vi.fn();
    sampler.add(100, fast);
    sampler.add(250, slow);
    expect(vi.getTimerCount()).toBe(1);
    vi.advanceTimersByTime(1000);
    expect(fast).toHaveBeenCalledTimes(11);
    expect(slow).toHaveBeenCalledTimes(5);
  });

  it('takes all that have the same period together, whenever they began', () => {
    const sampler = new Sampler();
    const startMs = monotonicMs();
    const readAtMs = { early: [] as number[], late: [] as number[], latest: [] as number[] };
    const reading = (name: keyof typeof readAtMs) => () =>
      readAtMs[name].push(Math.round(monotonicMs() - startMs));
    sampler.add(100, reading('early'));
    vi.advanceTimersByTime(130);
    sampler.add(100, reading('late'));
    vi.advanceTimersByTime(150);
    sampler.add(100, reading('latest'));
    vi.advanceTimersByTime(240);
    expect(readAtMs).toEqual({
      early: [0, 100, 200, 300, 400, 500],
      late: [130, 200, 300, 400, 500],
      latest: [280, 400, 500],
    });
  });

  it('stops with the last one and leaves no timer behind', () => {
    const take = vi.fn();
    const stop = new Sampler().add(100, take);
    stop();
    stop();
    vi.advanceTimersByTime(1000);
    expect(take).toHaveBeenCalledTimes(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('does not make up for ticks that it missed', () => {
    const readAtMs: number[] = [];
    const startMs = monotonicMs();
    new Sampler().add(100, () => {
      readAtMs.push(Math.round(monotonicMs() - startMs));
      // The process was held up for 350 ms.
      if (readAtMs.length === 2) vi.advanceTimersByTime(350);
    });
    vi.advanceTimersByTime(700);
    expect(readAtMs.slice(0, 5)).toEqual([0, 100, 450, 500, 600]);
  });

  it('can be stopped by the one it is reading', () => {
    const sampler = new Sampler();
    const other = vi.fn();
    let calls = 0;
    const stop = sampler.add(100, () => {
      calls += 1;
      if (calls === 2) stop();
    });
    sampler.add(100, other);
    vi.advanceTimersByTime(1000);
    expect(calls).toBe(2);
    expect(other).toHaveBeenCalledTimes(11);
  });
});
