import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MIGRATIONS, SCHEMA_VERSION } from '../../../src-main/store/migrations/index.js';
import { openDatabase } from '../../../src-main/store/database.js';
import { EVERYTHING, openStoreAt, withFolder } from '../../support/store/opened.js';
import { aRecord, anEnd } from '../../support/store/records.js';

const fixture = (version: number) =>
  resolve(import.meta.dirname, `../../fixtures/store/version-${String(version)}.db`);

async function listed(path: string): Promise<(string | undefined)[][]> {
  const { store } = await openStoreAt(path);
  const { entries } = await store.ask('list', EVERYTHING);
  await store.close();
  return entries.map(({ id, outcome }) => [id, outcome]);
}

function tablesOf(path: string): unknown {
  const database = openDatabase(path);
  const found = database
    .statement('SELECT type, name, sql FROM sqlite_schema ORDER BY type, name')
    .all();
  database.close();
  return found;
}

async function keepOne(path: string): Promise<void> {
  const { store } = await openStoreAt(path);
  store.write(anEnd(aRecord('r-1')));
  await store.close();
}

describe('a store', () => {
  it('of version 1 is brought up to date with all that was in it, and kept beside as it was', () =>
    withFolder(async (folder) => {
      const path = join(folder, 'history.db');
      copyFileSync(fixture(1), path);
      const { store } = await openStoreAt(path);
      const { entries } = await store.ask('list', EVERYTHING);
      expect(entries.map(({ kind, outcome }) => `${kind} ${outcome}`)).toEqual([
        ...['run interrupted', 'experiment complete', 'run exited'],
      ]);
      const [interrupted, experiment, run] = entries.map(({ id }) => id) as [
        string,
        string,
        string,
      ];
      expect((await store.ask('run', { id: run })).record).toMatchObject({
        ...{ stdout: '1 MiB\n2 MiB\n3 MiB\n4 MiB\n', outcome: { kind: 'exited', code: 0 } },
      });
      expect((await store.ask('run', { id: run })).record.samples).toHaveLength(8);
      expect((await store.ask('run', { id: interrupted })).record.samples).toHaveLength(29);
      const { result } = await store.ask('experiment', { id: experiment });
      expect(result?.contenders[0]?.raw).toHaveLength(2);
      const { notices, schemaVersion } = store.state();
      expect(schemaVersion).toBe(SCHEMA_VERSION);
      expect(notices.map(({ code }) => code)).toEqual(['store-migrated']);
      await store.close();
      const before = openDatabase(`${path}.v1`);
      expect(before.statement('PRAGMA user_version').get()).toEqual({ user_version: 1 });
      expect(before.statement('SELECT count(*) AS n FROM entry').get()).toEqual({ n: 3 });
      before.close();
    }));

  it('of version 2 is brought up to date with all that was in it, its recordings too', () =>
    withFolder(async (folder) => {
      const path = join(folder, 'history.db');
      copyFileSync(fixture(2), path);
      const { store } = await openStoreAt(path);
      const { entries } = await store.ask('list', EVERYTHING);
      expect(entries.map(({ id, outcome }) => `${id} ${outcome}`).sort()).toEqual([
        ...['e-1 complete', 'i-1 complete', 'i-2 interrupted', 'r-1 exited'],
      ]);
      expect((await store.ask('run', { id: 'r-1' })).record.samples).toHaveLength(2);
      expect((await store.ask('experiment', { id: 'e-1' })).result).toBeDefined();
      const recorded = await store.ask('recorded', { id: 'i-1' });
      expect('steps' in recorded && recorded.steps).toHaveLength(20);
      const other = await store.ask('recorded', { id: 'i-2' });
      expect('samples' in other && other.samples).toHaveLength(5);
      expect(store.state().schemaVersion).toBe(SCHEMA_VERSION);
      await store.close();
      const before = openDatabase(`${path}.v2`);
      expect(before.statement('PRAGMA user_version').get()).toEqual({ user_version: 2 });
      before.close();
    }));

  it.each(MIGRATIONS.slice(0, -1).map((_, at) => at + 1))(
    'of version %i comes to the same tables as a new one',
    (version) =>
      withFolder(async (folder) => {
        const [path, fresh] = [join(folder, 'history.db'), join(folder, 'new.db')];
        const database = openDatabase(path);
        for (const migration of MIGRATIONS.slice(0, version)) database.execute(migration);
        database.execute(`PRAGMA user_version = ${String(version)}`);
        database.close();
        await listed(path);
        await listed(fresh);
        expect(tablesOf(path)).toEqual(tablesOf(fresh));
      }),
  );

  it('that is damaged is set aside by a name, and a new one is begun', () =>
    withFolder(async (folder) => {
      const path = join(folder, 'history.db');
      await keepOne(path);
      const bytes = readFileSync(path);
      bytes.fill(0xa5, 4096, bytes.length / 2);
      writeFileSync(path, bytes);
      const opened = await openStoreAt(path);
      const { store } = opened;
      const { notices } = await opened.until(({ condition }) => condition === 'ready');
      expect(notices.map(({ code }) => code)).toEqual(['store-damaged']);
      expect(notices[0]?.hint).toContain(`${path}.damaged`);
      expect((await store.ask('list', EVERYTHING)).total).toBe(0);
      store.write(anEnd(aRecord('r-2')));
      await store.close();
      expect(readFileSync(`${path}.damaged`).equals(bytes)).toBe(true);
      expect(await listed(path)).toEqual([['r-2', 'exited']]);
    }));

  it('that is no database at all is set aside too, and never over what was set aside before', () =>
    withFolder(async (folder) => {
      const path = join(folder, 'history.db');
      for (const text of ['one', 'two']) {
        writeFileSync(path, text.repeat(1000));
        expect(await listed(path)).toEqual([]);
      }
      expect(readFileSync(`${path}.damaged`, 'utf8')).toMatch(/^one/);
      expect(readFileSync(`${path}.damaged-2`, 'utf8')).toMatch(/^two/);
    }));

  it('of a newer Paralelo is refused and stays as it is', () =>
    withFolder(async (folder) => {
      const path = join(folder, 'history.db');
      await keepOne(path);
      const database = openDatabase(path);
      database.execute('PRAGMA user_version = 99');
      database.close();
      const before = readFileSync(path);
      const opened = await openStoreAt(path);
      const { problem } = await opened.until(({ condition }) => condition === 'refused');
      expect(problem?.code).toBe('store-newer');
      expect(opened.store.write(anEnd(aRecord('r-2')))).toBe(false);
      expect(opened.store.state().dropped).toEqual({ samples: 0, records: 1 });
      await expect(opened.store.ask('list', EVERYTHING)).rejects.toMatchObject({
        code: 'store-newer',
      });
      await opened.store.close();
      expect(readFileSync(path).equals(before)).toBe(true);
      expect(existsSync(`${path}.damaged`)).toBe(false);
    }));
});
