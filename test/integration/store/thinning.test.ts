import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DEFAULT_STORE_SETTINGS } from '../../../src-main/contract/index.js';
import type { StoreSettings } from '../../../src-main/contract/index.js';
import { packSamples } from '../../../src-main/store/index.js';
import { compactOnce, isOverBudget } from '../../../src-main/store/compact/compactor.js';
import type { Database } from '../../../src-main/store/database.js';
import { openStore } from '../../../src-main/store/open/open-store.js';
import { unpackRange } from '../../../src-main/store/packed-range.js';
import { readRange as readPacked } from '../../../src-main/store/read/range.js';
import { annotate, remove } from '../../../src-main/store/write/annotate.js';
import { listEntries } from '../../../src-main/store/read/list.js';
import { putItem } from '../../../src-main/store/write/index.js';
import { EVERYTHING, withFolder } from '../../support/store/opened.js';
import { aRecord, anEnd, sampleAt } from '../../support/store/records.js';

const readRange = (...asked: Parameters<typeof readPacked>) => unpackRange(readPacked(...asked));
const DAY_MS = 86_400_000;
const NOW_MS = Date.UTC(2026, 6, 1);

interface Kept {
  database: Database;
  session: number;
}

function withStore(work: (kept: Kept) => void): Promise<void> {
  return withFolder((folder) => {
    const kept = openStore(join(folder, 'history.db'), 'test');
    work(kept);
    kept.database.close();
    return Promise.resolve();
  });
}

/** Ten samples a second (or one in `periodMs`) for that long, with one peak of a single sample in each minute. */
function record(
  { database, session }: Kept,
  id: string,
  fromMs: number,
  seconds: number,
  periodMs = 100,
): void {
  const instance = { id: `pid-${id}`, kind: 'wasm', name: 'grow.wasm' } as const;
  const atIso = new Date(fromMs).toISOString();
  const samples = Array.from({ length: (seconds * 1000) / periodMs }, (_, at) =>
    sampleAt(fromMs + at * periodMs, at % 600 === 300 ? 1_000_000 : at % 10),
  );
  database.transaction(() => {
    putItem(database, session, { kind: 'recording', id, instance, atIso, outcome: 'complete' });
    putItem(database, session, { kind: 'samples', entry: id, packed: packSamples(samples) });
  });
}

function compact(database: Database, settings: Partial<StoreSettings> = {}): number {
  let steps = 0;
  while (compactOnce(database, { ...DEFAULT_STORE_SETTINGS, ...settings }, NOW_MS)) steps += 1;
  return steps;
}

const count = (database: Database, table: string) =>
  Number(database.statement(`SELECT count(*) AS n FROM ${table}`).get()?.['n']);

describe('what was recorded of an instance', () => {
  it('is kept by the second, then by 10, then by the minute, and its peaks stay what they were', () =>
    withStore((kept) => {
      for (const [id, days, stepMs] of [
        ['i-week', 8, 1000],
        ['i-month', 31, 10_000],
        ['i-year', 200, 60_000],
      ] as const) {
        record(kept, id, NOW_MS - days * DAY_MS, 600);
        compact(kept.database);
        const { points, samples } = readRange(kept.database, { id, points: 10_000 });
        expect(samples).toBeUndefined();
        const steps = kept.database
          .statement(
            'SELECT DISTINCT step_ms FROM rollup WHERE series = (SELECT id FROM series WHERE entry = ?)',
          )
          .all(id);
        expect(steps).toEqual([{ step_ms: stepMs }]);
        const rss = points?.map(({ max }) => max.memory.rssBytes ?? 0) ?? [];
        expect(rss).toHaveLength(600_000 / stepMs);
        expect(rss.filter((bytes) => bytes === 4_096_000_000)).toHaveLength(10);
        const minute = readRange(kept.database, { id, points: 10 });
        expect(minute.stepMs).toBe(60_000);
        expect(minute.points?.[0]?.min.memory.rssBytes).toBe(0);
        // 599 values of 4.5 * 4096 in the mean (one 0 is the peak instead), and the peak.
        const mean = (600 * 4.5 * 4096 + 4_096_000_000) / 600;
        expect(minute.points?.[0]?.mean.memory.rssBytes).toBeCloseTo(mean, 0);
      }
      expect(count(kept.database, 'sample')).toBe(0);
    }));

  it('of one step counts how many values it stands for, and what was not read stays absent', () =>
    withStore((kept) => {
      record(kept, 'i-1', NOW_MS - 8 * DAY_MS, 10);
      compact(kept.database);
      const row = kept.database
        .statement('SELECT sum(rss_bytes_n) AS rss, sum(pss_bytes_n) AS pss FROM rollup')
        .get();
      expect(row).toEqual({ rss: 100, pss: 0 });
      const { points } = readRange(kept.database, { id: 'i-1', points: 2 });
      expect(points?.[0]?.mean.memory).not.toHaveProperty('pssBytes');
    }));

  it('once a second stays as it is for as long as it would be kept by the second, then is kept by 10', () =>
    withStore((kept) => {
      const stepsOf = (days: number) => {
        const id = `i-${String(days)}`;
        record(kept, id, NOW_MS - days * DAY_MS, 3600, 1000);
        compact(kept.database);
        const { samples, stepMs, points } = readRange(kept.database, { id, points: 3600 });
        return samples === undefined ? [stepMs, points?.length] : samples.length;
      };
      expect([8, 31, 200].map(stepsOf)).toEqual([3600, [1000, 360], [1000, 60]]);
    }));

  it('takes at no moment more room for being thinned out', () =>
    withStore((kept) => {
      for (const at of [2, 1]) record(kept, `i-${String(at)}`, NOW_MS - at * DAY_MS, 20_000, 1000);
      const settings = { ...DEFAULT_STORE_SETTINGS, budgetBytes: 16 * 1024 };
      const pages = () =>
        Number(kept.database.statement('PRAGMA page_count').get()?.['page_count']);
      const most = pages();
      while (compactOnce(kept.database, settings, NOW_MS)) {
        // A step's own pages come before those that it takes the place of go.
        expect(pages()).toBeLessThan(most + 250);
      }
      expect(count(kept.database, 'sample')).toBe(0);
    }));

  it('and pinned stays sample by sample', () =>
    withStore((kept) => {
      record(kept, 'i-1', NOW_MS - 300 * DAY_MS, 60);
      annotate(kept.database, { id: 'i-1', isPinned: true });
      compact(kept.database);
      expect(count(kept.database, 'sample')).toBe(600);
    }));

  it('is thinned out sooner when the budget is spent, the oldest first, until it fits', () =>
    withStore((kept) => {
      const settings = { ...DEFAULT_STORE_SETTINGS, budgetBytes: 3 * 1024 ** 2 };
      for (const at of [3, 2, 1]) record(kept, `i-${String(at)}`, NOW_MS - at * DAY_MS, 3600);
      expect(isOverBudget(kept.database, settings)).toBe(true);
      compact(kept.database, settings);
      expect(isOverBudget(kept.database, settings)).toBe(false);
      const raw = kept.database
        .statement(
          'SELECT DISTINCT entry FROM series WHERE EXISTS (SELECT 1 FROM sample WHERE series = series.id)',
        )
        .all();
      expect(raw).not.toContainEqual({ entry: 'i-3' });
    }));
});

describe('what was removed', () => {
  it('is purged some days later with all that belongs to it, and not before', () =>
    withStore(({ database, session }) => {
      const samples = Array.from({ length: 12_000 }, (_, tMs) => sampleAt(tMs));
      database.transaction(() => putItem(database, session, anEnd(aRecord('r-1', { samples }))));
      remove(database, ['r-1']);
      compact(database);
      expect(listEntries(database, { ...EVERYTHING, removed: true }).total).toBe(1);
      database
        .statement('UPDATE entry SET removed_at_ms = ?')
        .run(NOW_MS - (DEFAULT_STORE_SETTINGS.removedDays + 1) * DAY_MS);
      expect(compact(database)).toBeGreaterThan(2);
      for (const table of ['entry', 'run', 'output', 'series', 'sample']) {
        expect(count(database, table), table).toBe(0);
      }
    }));

  it('gives its room back to the disk', () =>
    withFolder((folder) => {
      const path = join(folder, 'history.db');
      const { database, session } = openStore(path, 'test');
      const samples = Array.from({ length: 100_000 }, (_, tMs) => sampleAt(tMs));
      database.transaction(() => putItem(database, session, anEnd(aRecord('r-1', { samples }))));
      const pages = () => Number(database.statement('PRAGMA page_count').get()?.['page_count']);
      const before = pages();
      remove(database, ['r-1']);
      database.statement('UPDATE entry SET removed_at_ms = 0').run();
      compact(database);
      expect(pages()).toBeLessThan(before / 2);
      database.close();
      return Promise.resolve();
    }));

  it('keeps all that is there when the clock is set back by an hour, and goes on when it has caught up', () =>
    withStore((kept) => {
      const HOUR_MS = 3_600_000;
      record(kept, 'i-1', NOW_MS - HOUR_MS / 2, 60);
      record(kept, 'i-2', NOW_MS - HOUR_MS, 60);
      remove(kept.database, ['i-2']);
      const settings = { ...DEFAULT_STORE_SETTINGS, rawDays: 0.01 };
      const samples = (id: string) =>
        readRange(kept.database, { id, points: 10_000 }).samples?.length ?? 0;
      while (compactOnce(kept.database, settings, NOW_MS - HOUR_MS));
      expect([samples('i-1'), samples('i-2')]).toEqual([600, 600]);
      while (compactOnce(kept.database, settings, NOW_MS));
      expect(samples('i-1')).toBe(0);
      expect(readRange(kept.database, { id: 'i-1', points: 10_000 }).points).toHaveLength(60);
    }));
});
