import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  Client,
  RunRequestSchema,
  dispatcherTransport,
  validate,
} from '../../../src-main/contract/index.js';
import { createLab } from '../../../src-main/lab/lab.js';
import type { Lab } from '../../../src-main/lab/lab.js';
import { labOptions } from '../../bench/lib/lab.js';
import { buildStoreWorker } from '../../support/store/worker.js';

const HOUR_MS = 3_600_000;
let lab: Lab;
let client: Client;
let dataDir: string;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'paralelo-clock-'));
  // Only the clock of the wall: time goes on.
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });
  await open();
});
afterEach(async () => {
  await lab.close();
  vi.useRealTimers();
  await rm(dataDir, { recursive: true, force: true });
});

async function open(): Promise<void> {
  const workerPath = await buildStoreWorker();
  lab = await createLab({ ...labOptions(), store: { dataDir, workerPath } });
  client = new Client(dispatcherTransport(lab.dispatcher));
}

function setBack(): void {
  vi.setSystemTime(Date.now() - HOUR_MS);
}

function begin(...args: string[]) {
  const workload = { kind: 'twin', ref: 'grow', args };
  const lane = validate(RunRequestSchema, { runtime: 'v8', workload, periodMs: 20 }, 'run');
  return lab.comparisons.start({ lanes: [lane] });
}

/** Resolves when it has been sampled so often from now on. */
async function sampled(count: number): Promise<void> {
  let seen = 0;
  await new Promise<void>((resolve) => {
    const stop = client.on('runs.samples', (read) => {
      seen += read.reduce((sum, { samples }) => sum + samples.length, 0);
      if (seen < count) return;
      stop();
      resolve();
    });
  });
}

describe('a clock that is set back by an hour', () => {
  it('bends no run that is under way: its times go on, and all of it is recorded', async () => {
    const { ended } = begin('--to', '16m', '--step', '1m', '--pace', '50ms');
    await sampled(3);
    setBack();
    await sampled(3);
    const [record] = await ended;
    const times = record?.samples.map(({ tMs }) => tMs) ?? [];
    expect(times.length).toBeGreaterThan(5);
    expect(times).toEqual([...times].sort((one, other) => one - other));
    expect(record?.durationMs).toBeGreaterThan(0);
    expect(record?.durationMs).toBeLessThan(HOUR_MS);
    const { record: found } = await client.request('history.run', { id: record?.id ?? '' });
    expect(found).toEqual(JSON.parse(JSON.stringify(record)));
  });

  it('hides nothing that was recorded before it, and takes nothing for interrupted', async () => {
    const [before] = await begin('--to', '1m').ended;
    setBack();
    await lab.close();
    await open();
    const [after] = await begin('--to', '1m').ended;
    const { entries } = await client.request('history.list', {});
    // By the clock, as each says itself.
    expect(entries.map(({ id, outcome }) => `${id} ${outcome}`)).toEqual([
      `${before?.id ?? ''} exited`,
      `${after?.id ?? ''} exited`,
    ]);
    const { removed } = await client.request('history.remove', { ids: [before?.id ?? ''] });
    expect((await client.request('history.restore', { ids: removed })).restored).toEqual(removed);
  });

  it('leaves the recording of an instance in one piece', async () => {
    const comparison = begin('--to', '400m', '--pace', '100ms');
    await sampled(1);
    const pid = comparison.runs[0]?.status().instance;
    const { instances } = await client.request('instances.watch', { looking: true });
    const instance = instances.find((one) => String(one.pid) === pid);
    const { id } = await client.request('recordings.start', { id: instance?.id ?? '' });
    await pushed(instance?.id, 2);
    setBack();
    await pushed(instance?.id, 2);
    await client.request('recordings.stop', { id: instance?.id ?? '' });
    await lab.comparisons.stop(comparison.id);
    const { samples = [] } = await client.request('history.range', { id });
    const times = samples.map(({ tMs }) => tMs);
    expect(times.length).toBeGreaterThanOrEqual(4);
    expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeLessThan(HOUR_MS / 2);
    const { entries } = await client.request('history.list', { kind: 'recording' });
    expect(entries).toMatchObject([{ id, outcome: 'complete' }]);
    expect(entries[0]?.durationMs).toBeGreaterThan(0);
  });
});

async function pushed(id: string | undefined, count: number): Promise<void> {
  let seen = 0;
  await new Promise<void>((resolve) => {
    const stop = client.on('instances.samples', ({ samples }) => {
      if (samples.some((one) => one.id === id)) seen += 1;
      if (seen < count) return;
      stop();
      resolve();
    });
  });
}
