import { expect, it } from 'vitest';
import { formatProgress } from '../../../src-main/console/format/experiment.js';
import type { ExperimentStatus } from '../../../src-main/contract/index.js';

const progress = (status: Partial<ExperimentStatus>): string =>
  formatProgress({ done: 0, total: 0, state: 'running', ...status } as ExperimentStatus);

it('says that an experiment begins until its runs are counted', () => {
  expect(progress({})).toBe('begins');
  expect(progress({ current: 'v8' })).toBe('begins: v8');
});

it('says how many of the most runs there were, the time that is left and what runs now', () => {
  expect(progress({ done: 3, total: 60, remainingMs: 59_070, current: 'v8' })).toBe(
    '3 of at most 60, 59.07 s left: v8',
  );
});
