import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { DEFAULT_MONITOR_SETTINGS } from '../../../../src-main/contract/index.js';
import { Monitor } from '../../../../src-main/lab/monitor/monitor.js';
import { Sampler } from '../../../../src-main/lab/sampler.js';
import { FakeInstance, listedSource } from '../../../support/fake-source.js';

const INSTANCES = 20;
const PERIOD_MS = 100;
const MINUTE_MS = 60_000;
/** What a minute may leave behind for good, in all of half an hour: far below one of its 12 000 samples each. */
/** It is all computing: on a busy machine that takes a while. */
const WITHIN_MS = 60_000;
const MOST_GROWTH_BYTES = 3 * 1024 ** 2;

beforeEach(() =>
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'setImmediate', 'clearImmediate', 'hrtime', 'Date'],
  }),
);
afterEach(() => vi.useRealTimers());

function heapBytes(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed;
}

it(
  'holds no more memory after half an hour than once its rings are full',
  async () => {
    const source = listedSource(
      ...Array.from({ length: INSTANCES }, (_, at) => new FakeInstance(`stays-${String(at)}`)),
    );
    const monitor = new Monitor({
      sources: () => [source],
      sampler: new Sampler(),
      push: () => undefined,
      settings: () => ({ ...DEFAULT_MONITOR_SETTINGS, periodMs: PERIOD_MS }),
    });
    await monitor.watch('window', { looking: true, fineMemory: false, withSamples: true });
    const passMinute = (nth: number): void => {
      const comes = new FakeInstance(`comes-${String(nth)}`);
      source.sink.found(comes);
      vi.advanceTimersByTime(MINUTE_MS);
      source.sink.event({ instanceId: comes.view.id, atIso: '', action: 'die' });
      source.sink.gone(comes.view.id);
    };
    for (let nth = 0; nth < 3; nth += 1) passMinute(nth);
    const full = heapBytes();
    for (let nth = 3; nth < 33; nth += 1) passMinute(nth);
    expect(monitor.history('stays-0').length).toBeGreaterThan(500);
    expect(monitor.history('comes-30')).toEqual([]);
    expect(heapBytes() - full).toBeLessThan(MOST_GROWTH_BYTES);
    monitor.close();
  },
  WITHIN_MS,
);
