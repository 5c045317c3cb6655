import { expect, test } from 'vitest';
import { RunObservations } from '../../../../src-main/lab/run/observations.js';
import { Sampler } from '../../../../src-main/lab/sampler.js';
import { monotonicMs } from '../../../../src-main/metrics/index.js';
import type { Meter } from '../../../../src-main/metrics/index.js';

const none = (): void => undefined;

/** What is read of a run with this period while it runs, and what is known of it in the end. */
function observed(periodMs: number | undefined): { whileRunning: number; peakBytes?: number } {
  let reads = 0;
  const meter: Meter = {
    read: () => {
      reads += 1;
      return { atMs: monotonicMs(), memory: { rssBytes: 1 } };
    },
    peak: () => ({ rssBytes: 4096 }),
    close: none,
  };
  const observations = new RunObservations({
    ...{ periodMs, sampler: new Sampler(), changed: none, sampled: none, wrote: none },
  });
  observations.began(monotonicMs());
  observations.meter(meter);
  const whileRunning = reads;
  observations.end(monotonicMs());
  const { rssBytes } = observations.peak();
  return { whileRunning, ...(rssBytes === undefined ? {} : { peakBytes: rssBytes }) };
}

test('a run that is not sampled is read by nobody while it runs, and has the peak that the kernel kept', () => {
  expect(observed(undefined)).toEqual({ whileRunning: 0, peakBytes: 4096 });
});

test('a run that is sampled is read at once', () => {
  expect(observed(60_000)).toEqual({ whileRunning: 1, peakBytes: 4096 });
});
