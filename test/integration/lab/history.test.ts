import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  Client,
  DEFAULT_STORE_SETTINGS,
  ExperimentPlanSchema,
  RunRequestSchema,
  dispatcherTransport,
  validate,
} from '../../../src-main/contract/index.js';
import type { Instance, RunRecord } from '../../../src-main/contract/index.js';
import { createLab } from '../../../src-main/lab/lab.js';
import type { Lab } from '../../../src-main/lab/lab.js';
import { labOptions } from '../../bench/lib/lab.js';
import { buildStoreWorker } from '../../support/store/worker.js';

let lab: Lab;
let client: Client;
let dataDir: string;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'paralelo-store-'));
  await open();
});
afterEach(async () => {
  await lab.close();
  await rm(dataDir, { recursive: true, force: true });
});

async function open(): Promise<void> {
  const workerPath = await buildStoreWorker();
  lab = await createLab({ ...labOptions(), store: { dataDir, workerPath } });
  client = new Client(dispatcherTransport(lab.dispatcher));
}

async function run(...args: string[]): Promise<RunRecord> {
  const workload = { kind: 'twin', ref: 'grow', args };
  const lane = validate(RunRequestSchema, { runtime: 'v8', workload, periodMs: 20 }, 'run');
  const [record] = await lab.comparisons.start({ lanes: [lane] }).ended;
  if (record === undefined) throw new Error('no record');
  return record;
}

const growing = ['--to', '8m', '--step', '1m', '--pace', '50ms'];

describe('what the lab runs', () => {
  it('is there again in a later lab, record and samples, as it was', async () => {
    const record = await run(...growing);
    await lab.close();
    await open();
    const { entries, total } = await client.request('history.list', {});
    expect(total).toBe(1);
    expect(entries[0]).toMatchObject({
      kind: 'run',
      id: record.id,
      outcome: 'exited',
      exitCode: 0,
    });
    const recorded = await client.request('history.run', { id: record.id });
    expect(record.samples.length).toBeGreaterThan(3);
    expect(recorded.record).toEqual(JSON.parse(JSON.stringify(record)));
  });

  it('is listed with the code that its guest exited with', async () => {
    await run('--no-such-flag');
    const { entries } = await client.request('history.list', {});
    expect(entries).toMatchObject([{ outcome: 'exited', exitCode: 2 }]);
  });

  it('is announced to every client when it has ended', async () => {
    const announced = new Promise<string[]>((resolve) => {
      lab.dispatcher.onPush((name, payload) => {
        if (name === 'history.changed') resolve((payload as { ids: string[] }).ids);
      });
    });
    const record = await run(...growing);
    expect(await announced).toContain(record.id);
  });

  it('as an experiment is there with its plan and its result, and its runs are no entries', async () => {
    const plan = validate(
      ExperimentPlanSchema,
      { experiment: 'startup', runtimes: ['v8'], runs: 2, warmUps: 0 },
      'experiment',
    );
    const experiment = lab.experiments.start(plan);
    const result = await experiment.ended;
    const { entries } = await client.request('history.list', {});
    expect(entries.map(({ kind, outcome }) => [kind, outcome])).toEqual([
      ['experiment', 'complete'],
    ]);
    const recorded = await client.request('history.experiment', { id: experiment.status.id });
    expect(recorded.result).toEqual(JSON.parse(JSON.stringify(result)));
    expect(recorded.plan).toEqual(plan);
    const [first = 0, second = 0] = recorded.result?.contenders[0]?.order ?? [];
    expect(first).toBeGreaterThan(0);
    expect(second).toBeGreaterThan(first);
  });
});

describe('a user who wants nothing recorded', () => {
  const record = (isRecording: boolean) =>
    client.request('settings.change', { store: { ...DEFAULT_STORE_SETTINGS, isRecording } });
  const listed = async () => (await client.request('history.list', {})).entries.map(({ id }) => id);

  it('finds none of what began meanwhile, and all of what began before and after', async () => {
    const first = await run(...growing);
    await record(false);
    expect(await client.request('store.state', {})).toMatchObject({ isRecording: false });
    await run(...growing);
    expect(await listed()).toEqual([first.id]);
    await record(true);
    const last = await run(...growing);
    expect(await listed()).toEqual([last.id, first.id]);
  });

  it('finds what was under way then whole, and what began off not at all', async () => {
    const { ended, runs } = slow();
    await untilSampled(runs[0]?.id);
    await record(false);
    const other = slow();
    await untilSampled(other.runs[0]?.id);
    await record(true);
    const [[kept], [leftOut]] = [await ended, await other.ended];
    expect(await listed()).toEqual([kept?.id]);
    const { record: found } = await client.request('history.run', { id: kept?.id ?? '' });
    expect(found).toEqual(JSON.parse(JSON.stringify(kept)));
    expect(leftOut?.outcome.kind).toBe('exited');
  });

  it('has no file written by a lab that only runs', async () => {
    await record(false);
    await run(...growing);
    await lab.close();
    expect(lab.store.hasLeftOut()).toBe(true);
    expect(await readdir(dataDir)).toEqual([]);
    await open();
  });

  it('is told so when an instance is to be recorded, and what is being recorded of one ends', async () => {
    const workload = { kind: 'twin', ref: 'grow', args: ['--to', '400m', '--pace', '100ms'] };
    const lane = validate(RunRequestSchema, { runtime: 'v8', workload }, 'run');
    const comparison = lab.comparisons.start({ lanes: [lane] });
    const instance = await hosting(() => comparison.runs[0]?.status().instance);
    await client.request('recordings.start', { id: instance.id });
    await record(false);
    expect(await client.request('recordings.live', {})).toEqual({ instanceIds: [] });
    await expect(client.request('recordings.start', { id: instance.id })).rejects.toMatchObject({
      code: 'store-off',
    });
    await lab.comparisons.stop(comparison.id);
  });
});

function slow() {
  const workload = { kind: 'twin', ref: 'grow', args: growing };
  const lane = validate(RunRequestSchema, { runtime: 'v8', workload, periodMs: 20 }, 'run');
  return lab.comparisons.start({ lanes: [lane] });
}

async function untilSampled(id: string | undefined): Promise<void> {
  await new Promise<void>((resolve) => {
    const stop = client.on('runs.samples', (read) => {
      if (!read.some(({ runId }) => runId === id)) return;
      stop();
      resolve();
    });
  });
}

describe('an instance of this machine', () => {
  it('is recorded while the user wants it, whether a window watches or not', async () => {
    const workload = { kind: 'twin', ref: 'grow', args: ['--to', '400m', '--pace', '100ms'] };
    const lane = validate(RunRequestSchema, { runtime: 'v8', workload }, 'run');
    const comparison = lab.comparisons.start({ lanes: [lane] });
    const instance = await hosting(() => comparison.runs[0]?.status().instance);
    const { id } = await client.request('recordings.start', { id: instance.id });
    await client.request('instances.unwatch', {});
    expect(await client.request('recordings.live', {})).toEqual({ instanceIds: [instance.id] });
    await samplesOf(instance.id, 3);
    expect(await client.request('recordings.stop', { id: instance.id })).toEqual({ stopped: true });
    await lab.comparisons.stop(comparison.id);
    const { entries } = await client.request('history.list', { kind: 'recording' });
    expect(entries).toMatchObject([{ id, outcome: 'complete', instanceId: instance.id }]);
    const { samples = [] } = await client.request('history.range', { id });
    expect(samples.length).toBeGreaterThanOrEqual(3);
    // By the clock of the wall.
    expect(Math.abs((samples[0]?.tMs ?? 0) - Date.now())).toBeLessThan(60_000);
    expect(samples[0]?.memory.rssBytes).toBeGreaterThan(0);
  });

  it('that is not there is refused', async () => {
    await expect(client.request('recordings.start', { id: '1-1' })).rejects.toMatchObject({
      code: 'unknown-instance',
    });
  });
});

/** The instance that is the process of a run, once it is listed. */
async function hosting(pid: () => string | undefined): Promise<Instance> {
  const seen: Instance[] = [];
  return await new Promise((resolve) => {
    const look = (): void => {
      const found = seen.find((instance) => String(instance.pid) === pid());
      if (found !== undefined) resolve(found);
    };
    client.on('instances.changed', ({ changed }) => {
      seen.push(...changed);
      look();
    });
    void client.request('instances.watch', { looking: true }).then(({ instances }) => {
      seen.push(...instances);
      look();
    });
  });
}

/** Resolves when so many have been read of it since. */
async function samplesOf(instanceId: string, many: number): Promise<void> {
  let left = many;
  await new Promise<void>((resolve) => {
    client.on('instances.samples', ({ samples }) => {
      left -= samples.find(({ id }) => id === instanceId)?.samples.length ?? 0;
      if (left <= 0) resolve();
    });
  });
}

describe('an entry', () => {
  it('keeps its note, its tags and its pin, and is found by them', async () => {
    const { id } = await run('--to', '1m');
    await run('--to', '2m');
    await client.request('history.annotate', {
      ...{ id, note: 'The 100% one', tags: ['thesis', 'july'], isPinned: true },
    });
    for (const query of [{ text: 'the 100% ONE' }, { tag: 'july' }, { isPinned: true }]) {
      const { entries, total } = await client.request('history.list', query);
      expect(entries.map((entry) => entry.id)).toEqual([id]);
      expect(total).toBe(1);
    }
    const none = await client.request('history.list', { text: '100_' });
    expect(none.total).toBe(0);
  });

  it('that is removed is gone from the list, and comes back as it was', async () => {
    const { id } = await run('--to', '1m');
    await client.request('history.remove', { ids: [id] });
    expect((await client.request('history.list', {})).total).toBe(0);
    expect((await client.request('history.list', { removed: true })).total).toBe(1);
    await client.request('history.restore', { ids: [id] });
    expect((await client.request('history.list', {})).entries[0]?.id).toBe(id);
  });

  it('that nobody knows is refused by its name', async () => {
    await expect(client.request('history.run', { id: 'r-none' })).rejects.toMatchObject({
      code: 'unknown-entry',
    });
  });
});
