import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LiveNumbers } from '../../../../src-main/lab/scrape/live-numbers.js';
import { formatFor } from '../../../../src-main/lab/scrape/answer.js';

/** What a monitor was asked for, and no monitor. */
function watched() {
  const asked: string[] = [];
  const numbers = new LiveNumbers({
    monitor: {
      watch: (_client, { looking }) => {
        asked.push(looking ? 'looks' : 'watches');
        return Promise.resolve({
          ...{ epochIso: '', periodMs: 1000, instances: [], samples: [], origins: [] },
        });
      },
      unwatch: () => void asked.push('unwatches'),
      readNow: () => {
        asked.push('reads');
        return [];
      },
    },
    comparisons: { live: () => [] },
    host: { now: () => Promise.resolve({ atIso: '', memoryTotalBytes: 1, liveRuns: 0 }) },
    labVersion: '1',
    leaseMs: 60_000,
  });
  return { numbers, asked };
}

describe('the live numbers', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('ask nothing of the monitor before somebody scrapes', () => {
    expect(watched().asked).toEqual([]);
  });

  it('read at each scrape, and watch without looking between them', async () => {
    const { numbers, asked } = watched();
    await numbers.read();
    await numbers.read();
    expect(asked).toEqual(['watches', 'reads', 'watches', 'reads']);
  });

  it('watch no longer once nobody has scraped for the time of the lease', async () => {
    const { numbers, asked } = watched();
    await numbers.read();
    vi.advanceTimersByTime(50_000);
    await numbers.read();
    vi.advanceTimersByTime(59_000);
    expect(asked).not.toContain('unwatches');
    vi.advanceTimersByTime(1000);
    expect(asked.at(-1)).toBe('unwatches');
  });

  it('watch no longer once they are closed, not even for a scrape under way', async () => {
    const { numbers, asked } = watched();
    const read = numbers.read();
    numbers.close();
    await read;
    expect(asked.lastIndexOf('unwatches')).toBeGreaterThan(asked.lastIndexOf('watches'));
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('the format of an answer', () => {
  it.each([
    [undefined, 'prometheus'],
    ['*/*', 'prometheus'],
    ['text/plain;version=0.0.4;q=0.5,*/*;q=0.1', 'prometheus'],
    ['application/openmetrics-text;version=1.0.0,text/plain;q=0.5', 'openmetrics'],
    ['text/plain, Application/OpenMetrics-Text; version=0.0.1;q=0.75', 'openmetrics'],
    ['application/openmetrics-text;q=0', 'prometheus'],
    ['application/openmetrics-textual', 'prometheus'],
  ])('for Accept: %s is %s', (accept, format) => {
    expect(formatFor(accept)).toBe(format);
  });
});
