import { describe, expect, it } from 'vitest';
import {
  formatBytes,
  formatDuration,
  parseDuration,
  parseSize,
} from '../../../src-main/contract/index.js';

describe('sizes', () => {
  it.each([
    ['64m', 67_108_864],
    ['1g', 1_073_741_824],
    ['1.5 GiB', 1_610_612_736],
    ['512', 512],
    ['4KiB', 4096],
  ])('reads %s as %i bytes', (text, bytes) => expect(parseSize(text)).toBe(bytes));

  it.each(['', '-1m', '12q', 'm', '1e400', '99999999999g', 'NaN'])(
    'does not read %j as a size',
    (text) => expect(parseSize(text)).toBeUndefined(),
  );

  it('writes the unit beside every number', () => {
    expect(formatBytes(0)).toBe('0 B');
    expect(formatBytes(67_108_864)).toBe('64.0 MiB');
    expect(formatBytes(157_286_400)).toBe('150 MiB');
  });
});

describe('times', () => {
  it.each([
    ['100ms', 100],
    ['1.5s', 1500],
    ['2m', 120_000],
  ])('reads %s as %i milliseconds', (text, ms) => expect(parseDuration(text)).toBe(ms));

  it('does not guess the unit of a bare number', () => expect(parseDuration('10')).toBeUndefined());

  it('writes a time in the unit a person would use', () => {
    expect(formatDuration(0.4)).toBe('0.40 ms');
    expect(formatDuration(238)).toBe('238 ms');
    expect(formatDuration(1530)).toBe('1.53 s');
    expect(formatDuration(90_000)).toBe('1 m 30 s');
  });
});
