import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../../src-main/store/database.js';
import { EVERYTHING, openStoreAt } from '../../support/store/opened.js';
import { aRecord, anEnd } from '../../support/store/records.js';
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

const large = (id: string) => anEnd(aRecord(id, { stdout: 'x'.repeat(100_000) }));

describe('a store on a disk', () => {
  it('that is full says so, keeps what comes in memory, and writes it when there is room', async () => {
    if (cannotMount('A full disk under the store')) return;
    const path = join(folder, 'history.db');
    const opened = await openStoreAt(path);
    const { store } = opened;
    await opened.until(({ condition }) => condition === 'ready');
    const filler = join(folder, 'filler');
    try {
      writeFileSync(filler, Buffer.alloc(4 * 1024 ** 2));
    } catch {
      // Not a byte is left, as it should be.
    }
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
