import { describe, expect, it } from 'vitest';
import { DEFAULT_MONITOR_SETTINGS } from '../../../../../../src-main/contract/index.js';
import {
  readForm,
  valuesOf,
} from '../../../../../../src-renderer/views/instances/alerts/alert-form.js';

const first = valuesOf(DEFAULT_MONITOR_SETTINGS);

describe('the form of the alert rules', () => {
  it('means what it was filled from', () => {
    expect(readForm(first)).toEqual({ settings: DEFAULT_MONITOR_SETTINGS });
    expect(first.memorySeconds).toBe('30');
    expect(first.period).toBe('1 s');
  });

  it('reads other numbers, in seconds and as a time', () => {
    const read = readForm({
      ...first,
      period: '250ms',
      memoryPercent: '87.5',
      memorySeconds: '0',
      oomOn: false,
      restartTimes: '5',
      restartSeconds: '90',
    });
    expect(read).toEqual({
      settings: {
        periodMs: 250,
        alerts: {
          ...DEFAULT_MONITOR_SETTINGS.alerts,
          memoryAbove: { enabled: true, percent: 87.5, forMs: 0 },
          oomKill: { enabled: false },
          restartLoop: { enabled: true, times: 5, withinMs: 90_000 },
        },
      },
    });
  });

  it.each([
    ['period', '99ms'],
    ['period', '61 s'],
    ['period', '1'],
    ['period', ''],
    ['memoryPercent', '0'],
    ['memoryPercent', '101'],
    ['memoryPercent', 'most'],
    ['memorySeconds', '-1'],
    ['memorySeconds', '86401'],
    ['restartTimes', '1'],
    ['restartTimes', '2.5'],
    ['restartSeconds', '0.5'],
    ['linearPercent', ''],
    ['linearPercent', '1e2'],
  ])('says at %s what would fit instead of “%s”', (field, text) => {
    const read = readForm({ ...first, [field]: text });
    expect('errors' in read && Object.keys(read.errors)).toEqual([field]);
  });

  it('says everything that is wrong at once', () => {
    const read = readForm({ ...first, period: 'x', linearPercent: '0' });
    expect('errors' in read && Object.keys(read.errors).sort()).toEqual([
      'linearPercent',
      'period',
    ]);
  });
});
