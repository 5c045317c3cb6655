import { describe, expect, it } from 'vitest';
import { agoText, clockTicks } from '../../../../src-renderer/charts/clock-ticks.js';

describe('the time axis of the monitor', () => {
  it('has its marks on full units of the wall clock', () => {
    const epochMs = new Date(2026, 2, 2, 14, 0, 7).getTime();
    const ticks = clockTicks(0, 120_000, epochMs);
    expect(ticks.map(({ label }) => label)).toEqual([
      '14:00:30',
      '14:01:00',
      '14:01:30',
      '14:02:00',
    ]);
    expect(ticks.map(({ value }) => value)).toEqual([23_000, 53_000, 83_000, 113_000]);
    const hour = clockTicks(0, 3_600_000, epochMs).map(({ label }) => label);
    expect(hour).toEqual(['14:15', '14:30', '14:45', '15:00']);
  });

  it('counts back from the end where the wall clock is not known', () => {
    expect(clockTicks(0, 120_000, undefined).map(({ label }) => label)).toEqual([
      '−2 min',
      '−90 s',
      '−60 s',
      '−30 s',
      'now',
    ]);
    expect(agoText(5_400_000)).toBe('−90 min');
    expect(agoText(9_000_000)).toBe('−2.5 h');
  });
});
