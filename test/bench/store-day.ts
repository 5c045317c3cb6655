import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as later } from 'node:timers/promises';
import { DEFAULT_STORE_SETTINGS } from '../../src-main/contract/index.js';
import type { Sample } from '../../src-main/contract/index.js';
import { median } from '../../src-main/experiments/statistics/index.js';
import { monotonicMs } from '../../src-main/metrics/index.js';
import { unpackRange } from '../../src-main/store/index.js';
import type { Store } from '../../src-main/store/index.js';
import { OpenedStore } from '../support/store/opened.js';
import { aContainerSample, someSamples } from '../support/store/records.js';
import { progress, runBench } from './lib/bench.js';
import { benchEnvironment, loadWarnings } from './lib/environment.js';
import { at } from './lib/paths.js';
import { short } from './lib/report.js';
import type { BenchResult } from './lib/report.js';

const INSTANCES = 100;
const HOURS = 24;
const HOUR_S = 3600;
/** Handed over at once of each instance: all of them in turn, as they come. */
const SECONDS_AT_ONCE = 10;
const TIMES = 30;
const MIB = 1024 ** 2;
const SMALL_BUDGET_BYTES = 512 * MIB;
const PEAK_BYTES = 10 ** 12;
const LONGEST_MS = 10 * 60_000;

const folder = mkdtempSync(join(tmpdir(), 'paralelo-bench-day-'));
const path = join(folder, 'history.db');
const beganAtMs = Date.now() - HOURS * HOUR_S * 1000;
const ids = Array.from({ length: INSTANCES }, (_, nth) => `i-${String(nth)}`);

await runBench('store-day', async () => {
  try {
    return await measure();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

interface Hour {
  perSecond: number;
  byProcessor: number;
}

async function measure(): Promise<BenchResult> {
  const { store } = new OpenedStore(
    path,
    at('out/main/store-worker.cjs'),
    // Its own age thins nothing out in a day: only the budget does.
    DEFAULT_STORE_SETTINGS,
  );
  const atIso = new Date(beganAtMs).toISOString();
  for (const id of ids) {
    const instance = { id, kind: 'container', name: id } as const;
    store.write({ kind: 'recording', id, instance, atIso, outcome: 'complete' });
  }
  const hours: Hour[] = [];
  for (let hour = 0; hour < HOURS; hour += 1) {
    progress(`hour ${String(hour + 1)} of ${String(HOURS)}`);
    hours.push(await recordHour(store, hour));
  }
  const rangeMs = await readHours(store);
  const dayMiB = sizeMiB();
  progress('a budget of half of it');
  const beganMs = monotonicMs();
  store.configure({ ...DEFAULT_STORE_SETTINGS, budgetBytes: SMALL_BUDGET_BYTES });
  while (sizeMiB() * MIB > SMALL_BUDGET_BYTES && monotonicMs() - beganMs < LONGEST_MS) {
    await later(1000);
  }
  const shrink = { smallMiB: sizeMiB(), shrinkS: (monotonicMs() - beganMs) / 1000 };
  const peaks = await countPeaks(store);
  await store.close();
  return await report(hours, { rangeMs, dayMiB, ...shrink, peaks });
}

async function recordHour(store: Store, hour: number): Promise<Hour> {
  const began = { ms: monotonicMs(), cpu: process.cpuUsage() };
  const from = hour * HOUR_S;
  for (let second = from; second < from + HOUR_S; second += SECONDS_AT_ONCE) {
    for (const id of ids) store.write(someSamples(id, samplesFrom(second)));
    // As much as the lab would hold in memory, and no more.
    if (second % 600 === 0) await store.ask('flush', {});
  }
  await store.ask('flush', {});
  const { user, system } = process.cpuUsage(began.cpu);
  const samples = INSTANCES * HOUR_S;
  return {
    perSecond: (samples / (monotonicMs() - began.ms)) * 1000,
    byProcessor: (samples / (user + system)) * 1e6,
  };
}

/** One peak of a single sample in every hour. */
function samplesFrom(second: number): Sample[] {
  return Array.from({ length: SECONDS_AT_ONCE }, (_, nth) => {
    const since = second + nth;
    const sample = aContainerSample(beganAtMs + since * 1000, since);
    if (since % HOUR_S === 1234) sample.memory.rssBytes = PEAK_BYTES;
    return sample;
  });
}

async function readHours(store: Store): Promise<number[]> {
  const raw: number[] = [];
  for (let nth = 0; nth < TIMES; nth += 1) {
    const fromMs = beganAtMs + (nth % HOURS) * HOUR_S * 1000;
    const id = ids[(nth * 37) % INSTANCES] ?? '';
    const beganMs = monotonicMs();
    const asked = { id, points: HOUR_S, fromMs, toMs: fromMs + HOUR_S * 1000 };
    const { samples = [] } = unpackRange(await store.ask('range', asked));
    raw.push(monotonicMs() - beganMs);
    if (samples.length !== HOUR_S) throw new Error(`${String(samples.length)} samples of an hour`);
  }
  return raw;
}

async function countPeaks(store: Store): Promise<number> {
  let peaks = 0;
  for (const id of ids) {
    const { points = [], samples = [] } = unpackRange(
      await store.ask('range', { id, points: HOURS * 60 }),
    );
    const highest = [...samples, ...points.map(({ max }) => max)];
    peaks += highest.filter(({ memory }) => memory.rssBytes === PEAK_BYTES).length;
  }
  return peaks;
}

function sizeMiB(): number {
  return ['', '-wal'].reduce((sum, part) => sum + statSync(path + part).size, 0) / MIB;
}

interface Figures {
  rangeMs: number[];
  dayMiB: number;
  smallMiB: number;
  shrinkS: number;
  peaks: number;
}

async function report(hours: readonly Hour[], figures: Figures): Promise<BenchResult> {
  const { rangeMs, dayMiB, smallMiB, shrinkS, peaks } = figures;
  const environment = await benchEnvironment({});
  const perSecond = hours.map((hour) => hour.perSecond);
  const byProcessor = hours.map((hour) => hour.byProcessor);
  const budgetMiB = DEFAULT_STORE_SETTINGS.budgetBytes / MIB;
  const samples = INSTANCES * HOURS * HOUR_S;
  const goal = (goal: string, measured: string, met: boolean) => ({ goal, measured, met });
  return {
    bench: 'store-day',
    question: 'What does a day of 100 instances at one sample a second take, and how fast is it?',
    plan: [
      `Written: ${String(samples)} samples of ${String(INSTANCES)} instances over ${String(HOURS)} hours, in turn, ${String(SECONDS_AT_ONCE)} seconds of each at once, as fast as they are taken.`,
      `Read: every sample of one hour of one instance, of other ones each time.`,
      `Then the budget is set to ${String(SMALL_BUDGET_BYTES / MIB)} MiB, and the store left to itself.`,
      `${short((dayMiB * MIB) / samples)} bytes a sample before that.`,
    ],
    contenders: [
      { name: 'insertion', unit: 'samples/s', raw: perSecond },
      { name: 'insertion by processor time', unit: 'samples/s', raw: byProcessor },
      { name: 'one hour of one instance, every sample', unit: 'ms', raw: rangeMs },
    ],
    ratios: [],
    goals: [
      goal(
        'a day of 100 instances fits into the budget that is the default, 1 GiB',
        `${short(dayMiB)} MiB`,
        dayMiB <= budgetMiB,
      ),
      goal(
        'a smaller budget is kept once it is set',
        `${short(smallMiB)} of 512 MiB after ${short(shrinkS)} s`,
        smallMiB * MIB <= SMALL_BUDGET_BYTES,
      ),
      goal(
        'every peak is still there then',
        `${String(peaks)} of ${String(INSTANCES * HOURS)}`,
        peaks === INSTANCES * HOURS,
      ),
      goal(
        '50,000 samples a second',
        `median ${short(median(perSecond))} a second`,
        median(perSecond) >= 50_000,
      ),
      goal(
        'an hour of one instance below 50 ms',
        `median ${short(median(rangeMs))} ms`,
        median(rangeMs) < 50,
      ),
    ],
    warnings: loadWarnings(environment, 1),
    environment,
  };
}
