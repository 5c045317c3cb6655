import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  Client,
  DEFAULT_STORE_SETTINGS,
  dispatcherTransport,
} from '../../../src-main/contract/index.js';
import type { ExportFormat } from '../../../src-main/contract/index.js';
import { gather } from '../../../src-main/lab/claims/gather.js';
import { createLab } from '../../../src-main/lab/lab.js';
import type { Lab } from '../../../src-main/lab/lab.js';
import { labOptions } from '../../bench/lib/lab.js';
import { buildStoreWorker } from '../../support/store/worker.js';

const QUICK = { runtimes: ['v8'], attempts: ['read-outside', 'mount', 'random'] };

let lab: Lab;
let client: Client;
let dataDir: string;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'paralelo-store-'));
  await open('here');
});
afterEach(async () => {
  await lab.close();
  await rm(dataDir, { recursive: true, force: true });
});

async function open(name: string): Promise<void> {
  const workerPath = await buildStoreWorker();
  lab = await createLab({ ...labOptions(), store: { dataDir: join(dataDir, name), workerPath } });
  client = new Client(dispatcherTransport(lab.dispatcher));
}

async function tryQuick(): Promise<string> {
  await client.request('isolation.probe', { ...QUICK, sets: ['default'] });
  await lab.probes.ended();
  return lab.probes.id ?? '';
}

async function exported(id: string, format: ExportFormat): Promise<string> {
  return (await client.request('history.export', { ids: [id], format })).content;
}

describe('what guests tried', () => {
  it('is an entry of the history, with every attempt as it came out', async () => {
    const id = await tryQuick();
    const { entries, counts } = await client.request('history.list', { kind: 'attempts' });
    expect(entries).toMatchObject([
      { id, kind: 'attempts', outcome: 'complete', runtimes: ['v8'], tried: 3 },
    ]);
    expect(counts.attempts).toBe(1);
    const { matrix } = lab.probes;
    expect((await client.request('history.attempts', { id })).matrix).toEqual(
      JSON.parse(JSON.stringify(matrix)),
    );
    const found = await client.request('history.list', { text: 'isolation v8' });
    expect(found.entries.map((entry) => entry.id)).toEqual([id]);
  });

  it('that was stopped is there as far as it came', async () => {
    const stopped = new Promise<void>((resolve) => {
      const release = lab.probes.onProgress(({ done }) => {
        if (done === 0) return;
        release();
        void lab.probes.stop().then(() => resolve());
      });
    });
    await client.request('isolation.probe', { runtimes: ['v8'], sets: ['default'] });
    await stopped;
    const { entries } = await client.request('history.list', { kind: 'attempts' });
    expect(entries).toMatchObject([{ outcome: 'partial' }]);
    expect(entries[0]?.kind === 'attempts' && entries[0].tried).toBe(
      lab.probes.matrix?.results.length,
    );
  });

  it('leaves as a table, a document and a report, and as a bundle that opens elsewhere', async () => {
    const id = await tryQuick();
    expect((await exported(id, 'csv')).trim().split(/\r\n(?=a-)/)).toHaveLength(1 + 3);
    const document = JSON.parse(await exported(id, 'json')) as { attempts: { id: string }[] };
    expect(document.attempts.map((one) => one.id)).toEqual([id]);
    expect(await exported(id, 'md')).toContain('With the least that a run has');
    expect(await exported(id, 'html')).toContain('<title>What guests tried</title>');
    await expect(exported(id, 'openmetrics')).rejects.toMatchObject({ code: 'not-exportable' });
    const before = await client.request('history.attempts', { id });
    const content = await exported(id, 'bundle');
    await lab.close();
    await open('there');
    expect((await client.request('history.import', { content })).imported).toMatchObject([{ id }]);
    expect((await client.request('history.attempts', { id })).matrix).toEqual(before.matrix);
    expect((await client.request('history.import', { content })).skipped).toMatchObject([{ id }]);
  });

  it('for the claims is the record that their evidence is linked to', async () => {
    const { runtimes } = await lab.catalogue.list(false);
    const found = await gather('matrix', lab, {
      here: runtimes.filter(({ id }) => id === 'v8'),
      signal: new AbortController().signal,
      onProgress: () => undefined,
    });
    const { entries } = await client.request('history.list', { kind: 'attempts' });
    expect(found.gathering?.recordIds).toEqual(entries.map(({ id }) => id));
    expect(entries).toHaveLength(1);
  });

  it('of a user who wants nothing recorded is linked to nothing', async () => {
    await client.request('settings.change', {
      store: { ...DEFAULT_STORE_SETTINGS, isRecording: false },
    });
    const id = await tryQuick();
    expect(lab.store.isKept(id)).toBe(false);
    expect((await client.request('history.list', {})).total).toBe(0);
  });
});
