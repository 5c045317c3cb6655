import { describe, expect, it } from 'vitest';
import { parseThrottling } from '../../../../src-main/metrics/cgroup/throttling.js';

describe('what a CPU quota did', () => {
  it('is told by version 1 in nanoseconds', () => {
    const text = 'nr_periods 10\nnr_throttled 9\nthrottled_time 451234567\nwait_sum 5\n';
    expect(parseThrottling(text)).toEqual({
      ...{ periods: 10, throttledPeriods: 9, throttledMs: 451.234567 },
    });
  });

  it('is told by version 2 in microseconds', () => {
    const text =
      'usage_usec 500\nuser_usec 400\nnr_periods 4\nnr_throttled 0\nthrottled_usec 2500\nnr_bursts 0\n';
    expect(parseThrottling(text)).toEqual({ periods: 4, throttledPeriods: 0, throttledMs: 2.5 });
  });

  it('is absent without a quota, and where nothing is told', () => {
    expect(parseThrottling('nr_periods 0\nnr_throttled 0\nthrottled_time 0\n')).toEqual({});
    expect(parseThrottling('usage_usec 500\nuser_usec 400\n')).toEqual({});
    expect(parseThrottling(undefined)).toEqual({});
  });
});
