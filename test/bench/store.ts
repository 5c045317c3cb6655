import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_STORE_SETTINGS } from '../../src-main/contract/index.js';
import { median } from '../../src-main/experiments/statistics/index.js';
import { monotonicMs } from '../../src-main/metrics/index.js';
import { unpackRange } from '../../src-main/store/index.js';
import type { Store } from '../../src-main/store/index.js';
import { EVERYTHING, OpenedStore } from '../support/store/opened.js';
import {
  aContainerSample,
  aRecord,
  anEnd,
  sampleAt,
  someSamples,
} from '../support/store/records.js';
import { progress, runBench } from './lib/bench.js';
import { benchEnvironment, loadWarnings } from './lib/environment.js';
import { at } from './lib/paths.js';
import { short } from './lib/report.js';
import type { BenchResult, Contender } from './lib/report.js';

const SAMPLES_A_BLOCK = 50_000;
const BLOCKS = 20;
/** As many as a lab hands over at once. */
const SAMPLES_AT_ONCE = 500;
const INSTANCES = 100;
const HOUR_S = 3600;
const RUNS = 10_000;
const TIMES = 30;

const folder = mkdtempSync(join(tmpdir(), 'paralelo-bench-store-'));
const path = join(folder, 'history.db');
const open = (): Store =>
  new OpenedStore(path, at('out/main/store-worker.cjs'), DEFAULT_STORE_SETTINGS).store;

await runBench('store', async () => {
  try {
    return await measure();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

async function measure(): Promise<BenchResult> {
  const store = open();
  await store.ask('flush', {});
  progress('inserting');
  const inserted = await insertions(store);
  progress('an hour of 100 instances');
  await recordInstances(store);
  const read = async (points: number) =>
    unpackRange(await store.ask('range', { id: 'i-50', points, fromMs: 0, toMs: HOUR_S * 1000 }));
  const range = await times(() => read(HOUR_S));
  const chart = await times(() => read(600));
  progress('10,000 runs');
  for (let nth = 0; nth < RUNS; nth += 1) {
    store.write(anEnd(aRecord(`r-${String(nth)}`, { samples: [sampleAt(1), sampleAt(2)] })));
    if (nth % 500 === 0) await store.ask('flush', {});
  }
  await store.close();
  const opening = await times(openHistory);
  const again = open();
  await again.ask('flush', {});
  const search = await times(() =>
    again.ask('list', { ...EVERYTHING, limit: 50, text: 'grow 77' }),
  );
  await again.close();
  const raw = { ...inserted, range, chart, opening, search };
  return report(raw, statSync(path).size);
}

/** What the History view asks for first, by a lab that begins. */
async function openHistory(): Promise<void> {
  const store = open();
  await store.ask('list', { ...EVERYTHING, limit: 50 }).catch(() => undefined);
  await store.ask('facets', {});
  await store.close();
}

interface Inserted {
  inserted: number[];
  /** By what all threads of this process spent: what other work on the machine takes away does not count. */
  byProcessor: number[];
}

async function insertions(store: Store): Promise<Inserted> {
  const perSecond: number[] = [];
  const byProcessor: number[] = [];
  for (let block = 0; block < BLOCKS; block += 1) {
    const id = `b-${String(block)}`;
    store.write(anEnd(aRecord(id)));
    await store.ask('flush', {});
    const blocks = Array.from({ length: SAMPLES_A_BLOCK / SAMPLES_AT_ONCE }, (_, at) =>
      Array.from({ length: SAMPLES_AT_ONCE }, (_, nth) =>
        aContainerSample(at * SAMPLES_AT_ONCE + nth),
      ),
    );
    const beganMs = monotonicMs();
    const beganCpu = process.cpuUsage();
    for (const samples of blocks) store.write(someSamples(id, samples));
    await store.ask('flush', {});
    perSecond.push((SAMPLES_A_BLOCK / (monotonicMs() - beganMs)) * 1000);
    const { user, system } = process.cpuUsage(beganCpu);
    byProcessor.push((SAMPLES_A_BLOCK / (user + system)) * 1e6);
  }
  return { inserted: perSecond, byProcessor };
}

async function recordInstances(store: Store): Promise<void> {
  for (let nth = 0; nth < INSTANCES; nth += 1) {
    const id = `i-${String(nth)}`;
    const instance = { id, kind: 'container', name: id } as const;
    const atIso = new Date(0).toISOString();
    store.write({ kind: 'recording', id, instance, atIso, outcome: 'complete' });
    const seconds = Array.from({ length: HOUR_S }, (_, second) => aContainerSample(second * 1000));
    store.write(someSamples(id, seconds));
    await store.ask('flush', {});
  }
}

async function times(work: () => Promise<unknown>): Promise<number[]> {
  const raw: number[] = [];
  for (let nth = 0; nth < TIMES; nth += 1) {
    const beganMs = monotonicMs();
    await work();
    raw.push(monotonicMs() - beganMs);
  }
  return raw;
}

async function report(raw: Record<string, number[]>, sizeBytes: number): Promise<BenchResult> {
  const {
    inserted = [],
    byProcessor = [],
    range = [],
    chart = [],
    opening = [],
    search = [],
  } = raw;
  const environment = await benchEnvironment({});
  const ms = (name: string, values: number[]): Contender => ({ name, unit: 'ms', raw: values });
  const samples = BLOCKS * SAMPLES_A_BLOCK + INSTANCES * HOUR_S + 2 * RUNS;
  const goal = (goal: string, value: number, unit: string, met: boolean) => ({
    ...{ goal, met, measured: `median ${short(value)} ${unit}` },
  });
  return {
    bench: 'store',
    question: 'How fast is what was recorded written, and read again?',
    plan: [
      `Written: ${String(BLOCKS)} times ${String(SAMPLES_A_BLOCK)} samples of a container with all its numbers, ${String(SAMPLES_AT_ONCE)} at once, from handing them over to the answer that they are on the disk; and by the processor time of all threads that it took.`,
      `Read: an hour at one a second of one of ${String(INSTANCES)} instances, every sample; and the same by steps for a chart of 600 points.`,
      `Listed: the first 50 of ${String(RUNS)} runs with what they can be filtered by, from opening the file with its check; and a search for two words.`,
      `The file has ${String(samples)} samples and ${short(sizeBytes / 1024 ** 2)} MiB: ${short(sizeBytes / samples)} bytes a sample, all else included.`,
      'Asked of the store as the lab asks, through its thread.',
    ],
    contenders: [
      { name: 'insertion', unit: 'samples/s', raw: inserted },
      { name: 'insertion by processor time', unit: 'samples/s', raw: byProcessor },
      ms('one hour of one instance, every sample', range),
      ms('one hour of one instance, 600 points', chart),
      ms('opening a history of 10,000 runs', opening),
      ms('a search among 10,000 runs', search),
    ],
    ratios: [],
    goals: [
      goal('50,000 samples a second', median(inserted), 'a second', median(inserted) >= 50_000),
      goal('an hour of one instance below 50 ms', median(range), 'ms', median(range) < 50),
      goal('a history of 10,000 runs below 300 ms', median(opening), 'ms', median(opening) < 300),
    ],
    warnings: loadWarnings(environment, 1),
    environment,
  };
}
