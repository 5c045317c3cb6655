import { expect, it } from 'vitest';
import { trendOf } from '../../../src-main/experiments/trend/index.js';
import { formatTrend } from '../../../src-main/console/format/trend.js';
import { onDay } from '../experiments/trend/records.js';

it('a trend is a row a time and a column a contender; changes stand below, by their day', () => {
  const records = [
    onDay(1, { v8: 20, wazero: 30 }),
    onDay(2, { v8: 21 }, { kernel: '6.12\u001b[2J' }, { v8: '1.1' }),
  ];
  const trend = trendOf({
    entry: { id: 'e-1', experiment: 'startup' },
    plan: { runtimes: [] },
    ...{ records, left: 2 },
  });
  const [measure] = trend.measures;
  if (measure === undefined) throw new Error('no measure');
  const lines = formatTrend(trend, measure).split('\n');
  expect(lines.slice(0, 8)).toEqual([
    'startup: from the request to the end, median and 95 % interval.',
    '',
    'ID   WHEN                                           v8                       wazero',
    'e-1  2026-03-01 00:00:00Z  20.0 ms (19.0 ms – 21.0 ms)  30.0 ms (29.0 ms – 31.0 ms)',
    'e-2  2026-03-02 00:00:00Z  21.0 ms (20.0 ms – 22.0 ms)                            -  *',
    '',
    '2 older ones are not shown.',
    '',
  ]);
  expect(lines[8]).toBe('* What had changed since the one before:');
  expect(lines[9]).toContain('2026-03-02 00:00:00Z  kernel: 6.1.0-28 -> 6.12');
  expect(lines[9]).not.toContain('\u001b');
  expect(lines[10]).toBe('  2026-03-02 00:00:00Z  v8: 1.0 -> 1.1');
});
