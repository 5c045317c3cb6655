import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  Client,
  RunRequestSchema,
  dispatcherTransport,
  validate,
} from '../../../src-main/contract/index.js';
import { createLab } from '../../../src-main/lab/lab.js';
import { openDatabase } from '../../../src-main/store/database.js';
import { labOptions } from '../../bench/lib/lab.js';
import { EVERYTHING, openStoreAt } from '../../support/store/opened.js';
import { aRecord, anEnd } from '../../support/store/records.js';
import { buildStoreWorker } from '../../support/store/worker.js';
import { uncovered } from '../../support/uncovered.js';

let folder = '';
let isMounted = false;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'paralelo-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', folder], { stdio: 'pipe' });
    isMounted = true;
  } catch {
    isMounted = false;
  }
});
afterEach(() => {
  // Lazily: this process has it open until its statements are collected.
  if (isMounted) execFileSync('umount', ['--lazy', folder]);
  rmSync(folder, { recursive: true });
});

function cannotMount(what: string): boolean {
  if (!isMounted) uncovered(what, 'This user may not mount a small file system of its own.');
  return !isMounted;
}

/** Not a byte is left. Returns the file that takes it all. */
function fill(): string {
  const filler = join(folder, 'filler');
  try {
    writeFileSync(filler, Buffer.alloc(4 * 1024 ** 2));
  } catch {
    // As it should be.
  }
  return filler;
}

const large = (id: string) => anEnd(aRecord(id, { stdout: 'x'.repeat(100_000) }));

describe('a store on a disk', () => {
  it('that is full says so, keeps what comes in memory, and writes it when there is room', async () => {
    if (cannotMount('A full disk under the store')) return;
    const path = join(folder, 'history.db');
    const opened = await openStoreAt(path);
    const { store } = opened;
    await opened.until(({ condition }) => condition === 'ready');
    const filler = fill();
    const ids = Array.from({ length: 5 }, (_, at) => `r-${String(at)}`);
    for (const id of ids) expect(store.write(large(id))).toBe(true);
    const full = await opened.until(({ condition }) => condition === 'waiting');
    expect(full.problem).toMatchObject({ code: 'store-not-written' });
    expect(full.problem?.message).toContain('full');
    rmSync(filler);
    const ready = await opened.until(({ condition }) => condition === 'ready');
    expect(ready.problem).toBeUndefined();
    const { entries } = await store.ask('list', EVERYTHING);
    expect(entries.map(({ id }) => id).sort()).toEqual(ids);
    expect(store.state().dropped).toEqual({ samples: 0, records: 0 });
    await store.close();
    const database = openDatabase(path);
    expect(database.statement('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
    database.close();
  });

  it('that stays full loses what it could not write, and counts it', async () => {
    if (cannotMount('A disk that stays full under the store')) return;
    const opened = await openStoreAt(join(folder, 'history.db'));
    await opened.until(({ condition }) => condition === 'ready');
    const many = Array.from({ length: 40 }, (_, at) => `r-${String(at)}`);
    for (const id of many) opened.store.write(large(id));
    await opened.until(({ condition }) => condition === 'waiting');
    await opened.store.close();
    const lost = opened.store.state().dropped.records;
    expect(lost).toBeGreaterThan(0);
    expect(opened.store.state().waiting.records).toBe(0);
  });

  it('that may not be written says so, and records once it may', async () => {
    if (cannotMount('A read-only folder under the store')) return;
    execFileSync('mount', ['-o', 'remount,ro', folder]);
    const path = join(folder, 'history.db');
    const opened = await openStoreAt(path);
    const { problem } = await opened.until(({ condition }) => condition === 'waiting');
    expect(problem).toMatchObject({ code: 'store-not-opened' });
    expect(problem?.message).toContain(path);
    opened.store.write(anEnd(aRecord('r-1')));
    execFileSync('mount', ['-o', 'remount,rw', folder]);
    await opened.until(({ condition }) => condition === 'ready');
    expect((await opened.store.ask('list', EVERYTHING)).total).toBe(1);
    await opened.store.close();
  });
});

describe('a lab on a full disk', () => {
  it('goes on sampling, says that it waits, and has all of it once there is room', async () => {
    if (cannotMount('A lab on a full disk')) return;
    const workerPath = await buildStoreWorker();
    const lab = await createLab({ ...labOptions(), store: { dataDir: folder, workerPath } });
    const client = new Client(dispatcherTransport(lab.dispatcher));
    await client.request('history.list', {});
    const filler = fill();
    const workload = { kind: 'twin', ref: 'grow', args: ['--to', '8m', '--pace', '50ms'] };
    const lane = validate(RunRequestSchema, { runtime: 'v8', workload, periodMs: 20 }, 'run');
    const waits = new Promise<void>((resolve) => {
      client.on('store.state', ({ condition }) => {
        if (condition === 'waiting') resolve();
      });
    });
    const [record] = await lab.comparisons.start({ lanes: [lane] }).ended;
    expect(record?.samples.length).toBeGreaterThan(3);
    await waits;
    const state = await client.request('store.state', {});
    expect(state.problem?.message).toContain('the disk is full');
    expect(state.problem?.hint).toContain('Make room on that disk');
    expect(state.dropped).toEqual({ samples: 0, records: 0 });
    rmSync(filler);
    await expect
      .poll(async () => (await client.request('store.state', {})).condition, { timeout: 10_000 })
      .toBe('ready');
    const { record: found } = await client.request('history.run', { id: record?.id ?? '' });
    expect(found).toEqual(JSON.parse(JSON.stringify(record)));
    await lab.close();
  });
});
