import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { HostWatch } from '../../../src-main/lab/host-watch.js';

const MINUTE_MS = 60_000;

let busy = { liveRuns: 0, isLookedAt: false };
let pushes = 0;
let told: unknown;
let watch: HostWatch;
beforeEach(() => {
  vi.useFakeTimers();
  busy = { liveRuns: 0, isLookedAt: false };
  pushes = 0;
  watch = new HostWatch({
    labVersion: 'test',
    push: (_name, sample) => {
      pushes += 1;
      told = sample;
    },
    liveRuns: () => busy.liveRuns,
    isLookedAt: () => busy.isLookedAt,
    guestPids: () => [],
  });
  watch.start();
});
afterEach(() => {
  watch.close();
  vi.useRealTimers();
});

async function pushesInAMinute(): Promise<number> {
  // What was armed before goes off first.
  await vi.advanceTimersByTimeAsync(MINUTE_MS);
  pushes = 0;
  await vi.advanceTimersByTimeAsync(MINUTE_MS);
  return pushes;
}

it('tells of the machine once a second while something runs or is looked at, else every four seconds', async () => {
  watch.seenBy('window', true);
  expect(await pushesInAMinute()).toBe(15);
  busy.liveRuns = 1;
  expect(await pushesInAMinute()).toBe(60);
  busy = { liveRuns: 0, isLookedAt: true };
  expect(await pushesInAMinute()).toBe(60);
  busy.isLookedAt = false;
  expect(await pushesInAMinute()).toBe(15);
});

it('tells of it a second time soon, since there is no load before that', async () => {
  watch.seenBy('window', true);
  await vi.advanceTimersByTimeAsync(2000);
  expect(pushes).toBeGreaterThanOrEqual(2);
});

it('tells of it at once when somebody begins to look at instances', async () => {
  watch.seenBy('window', true);
  await pushesInAMinute();
  pushes = 0;
  watch.attend();
  await vi.advanceTimersByTimeAsync(0);
  expect(pushes).toBe(1);
});

it('tells of it six times a minute while no window is seen, and at once when one is', async () => {
  busy.liveRuns = 1;
  expect(await pushesInAMinute()).toBe(6);
  pushes = 0;
  watch.seenBy('window', true);
  await vi.advanceTimersByTimeAsync(0);
  expect(pushes).toBe(1);
});

it('tells a window that begins to look what was read a moment before, without reading again', async () => {
  const read = await watch.now();
  watch.seenBy('window', true);
  await vi.advanceTimersByTimeAsync(0);
  expect(told).toBe(read);
});

it('reads once for all who ask at the same time', async () => {
  const [one, other] = await Promise.all([watch.now(), watch.now()]);
  expect(other).toBe(one);
});
