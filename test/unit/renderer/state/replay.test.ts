import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { RunRecord, Sample } from '../../../../src-main/contract/index.js';
import { endOf, statusAt } from '../../../../src-renderer/state/replay-at.js';
import { Replay } from '../../../../src-renderer/state/replay.svelte.js';
import { finishedRecord } from '../../../support/records.js';

const sample = (tMs: number, mib: number): Sample => ({
  tMs,
  memory: { rssBytes: mib * 1024 ** 2 },
});
const record = (more: Partial<RunRecord> = {}): RunRecord =>
  finishedRecord({
    durationMs: 1000,
    phases: [
      { name: 'spawn', startMs: 0, durationMs: 100, bound: 'a' },
      { name: 'main', startMs: 100, durationMs: 900, bound: 'b' },
    ],
    samples: [sample(150, 1), sample(500, 2), sample(900, 3)],
    stdout: 'done\n',
    ...more,
  });
const LOOKS = [
  { name: 'V8', hue: 'w1' },
  { name: 'runc', hue: 'c1' },
];

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['requestAnimationFrame', 'cancelAnimationFrame', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

it('shows a run as it stood at any moment', () => {
  expect(statusAt(record(), 50)).toMatchObject({ state: 'starting', phases: [{ name: 'spawn' }] });
  expect(statusAt(record(), 50).phases[0]).not.toHaveProperty('durationMs');
  const later = statusAt(record(), 500);
  expect(later).toMatchObject({ state: 'running', phases: [{ durationMs: 100 }, {}] });
  expect(later).not.toHaveProperty('outcome');
  expect(statusAt(record(), 1000)).toMatchObject({ state: 'ended', durationMs: 1000 });
});

it('opens as the runs ended, on one axis that the longest one ends', () => {
  const replay = new Replay([record(), record({ id: 'r-2', durationMs: 3000 })], LOOKS);
  expect(replay.atMs).toBe(3000);
  expect(endOf([])).toBe(0);
  expect(replay.lanes.map(({ name, isOver }) => [name, isOver])).toEqual([
    ['V8', true],
    ['runc', true],
  ]);
  expect(replay.lanes[0]?.series.points('rssBytes')).toHaveLength(3);
  expect(replay.lanes[0]?.output.isEmpty).toBe(false);
});

it('goes back and forth, and is each time what it was then', () => {
  const replay = new Replay([record()], LOOKS);
  const [lane] = replay.lanes;
  replay.seek(600);
  expect(lane?.record).toBeUndefined();
  expect(lane?.series.points('rssBytes').map(({ x }) => x)).toEqual([150, 500]);
  expect(lane?.output.isEmpty).toBe(true);
  replay.seek(200);
  expect(lane?.series.points('rssBytes').map(({ x }) => x)).toEqual([150]);
  replay.seek(950);
  expect(lane?.series.points('rssBytes').map(({ x }) => x)).toEqual([150, 500, 900]);
  replay.seek(Number.MAX_VALUE);
  expect(lane?.record?.id).toBe(record().id);
});

it.each([0.5, 10])('plays at %d times the speed, and stops at the end', (speed) => {
  const replay = new Replay([record()], LOOKS);
  replay.speed = speed;
  replay.play();
  expect(replay.atMs).toBe(0);
  vi.advanceTimersByTime(64);
  expect(replay.isPlaying).toBe(true);
  expect(replay.atMs).toBeCloseTo(64 * speed, 0);
  vi.advanceTimersByTime(3000);
  expect(replay.isPlaying).toBe(false);
  expect(replay.lanes[0]?.status.state).toBe('ended');
});

it('stands still while it is paused, and goes on from there', () => {
  const replay = new Replay([record()], LOOKS);
  replay.play();
  vi.advanceTimersByTime(320);
  replay.pause();
  const stoppedMs = replay.atMs;
  vi.advanceTimersByTime(1000);
  expect(replay.atMs).toBe(stoppedMs);
  replay.toggle();
  vi.advanceTimersByTime(160);
  expect(replay.atMs).toBeGreaterThan(stoppedMs);
});
