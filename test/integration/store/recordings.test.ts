import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DEFAULT_STORE_SETTINGS } from '../../../src-main/contract/index.js';
import type { Environment, ExportFormat } from '../../../src-main/contract/index.js';
import { Exchange } from '../../../src-main/lab/exchange.js';
import type { Store } from '../../../src-main/store/index.js';
import { compactOnce } from '../../../src-main/store/compact/compactor.js';
import { openStore } from '../../../src-main/store/open/open-store.js';
import { putItem } from '../../../src-main/store/write/index.js';
import { EVERYTHING, openStoreAt, withFolder } from '../../support/store/opened.js';
import { aContainerSample, aRecord, someSamples } from '../../support/store/records.js';

const ID = 'i-0123456789ab';
const DAY_MS = 86_400_000;
const BEGUN_MS = Math.floor((Date.now() - 8 * DAY_MS) / 60_000) * 60_000;
const ENVIRONMENT: Environment = aRecord('r').environment;
/** The beginning of its first part, and so many samples a second of each. */
const PARTS = [
  { fromMs: BEGUN_MS, perSecond: 10, seconds: 60 },
  { fromMs: Date.now() - 60_000, perSecond: 1, seconds: 30 },
];

/** A recording whose beginning is old enough to be kept by the second, and is. */
function recordAt(path: string): void {
  const { database, session } = openStore(path, 'test');
  database.transaction(() => {
    putItem(database, session, {
      ...{ kind: 'recording', id: ID, outcome: 'complete', durationMs: 8 * DAY_MS },
      ...{ atIso: new Date(BEGUN_MS).toISOString(), environment: ENVIRONMENT },
      instance: { id: 'a'.repeat(64), kind: 'container', name: 'shop', program: 'postgres:16' },
    });
    for (const { fromMs, perSecond, seconds } of PARTS) {
      const samples = Array.from({ length: seconds * perSecond }, (_, at) =>
        aContainerSample(fromMs + (at * 1000) / perSecond, at),
      );
      putItem(database, session, someSamples(ID, samples));
    }
  });
  while (compactOnce(database, DEFAULT_STORE_SETTINGS, Date.now()));
  database.close();
}

const exchangeOf = (store: Store) =>
  new Exchange(store.ask.bind(store), () => Promise.resolve(ENVIRONMENT));
const kept = async (store: Store) => {
  const recorded = await store.ask('recorded', { id: ID });
  if (!('steps' in recorded)) throw new Error('no recording');
  return recorded;
};

async function exported(path: string, format: ExportFormat): Promise<string> {
  const { store } = await openStoreAt(path);
  const { content } = await exchangeOf(store).export([ID], format);
  await store.close();
  return content;
}

describe('a recording of an instance', () => {
  it('goes to another machine as a bundle with every sample and step that was kept, and stays so', () =>
    withFolder(async (folder) => {
      const [here, there] = [join(folder, 'here.db'), join(folder, 'there.db')];
      recordAt(here);
      const bundle = await exported(here, 'bundle');
      const one = await openStoreAt(here);
      const before = await kept(one.store);
      await one.store.close();
      expect([before.samples.length, before.steps.length]).toEqual([30, 60]);

      const other = await openStoreAt(there);
      const report = await exchangeOf(other.store).import(bundle, 'shop.paralelo');
      expect(report.imported).toEqual([{ id: ID, kind: 'recording' }]);
      const after = await kept(other.store);
      expect({ samples: after.samples, steps: after.steps }).toEqual({
        ...{ samples: before.samples, steps: before.steps },
      });
      expect(after.entry).toMatchObject({
        ...{ name: 'shop', program: 'postgres:16', outcome: 'complete', isPinned: true },
        ...{ environment: ENVIRONMENT, tags: ['imported'], durationMs: 8 * DAY_MS },
      });
      await other.store.close();
      const { database } = openStore(there, 'test');
      expect(compactOnce(database, { ...DEFAULT_STORE_SETTINGS, rawDays: 0.01 }, Date.now())).toBe(
        false,
      );
      database.close();
    }));

  it('that is imported again is found, and one of its id with other content gets another id', () =>
    withFolder(async (folder) => {
      const [here, there] = [join(folder, 'here.db'), join(folder, 'there.db')];
      recordAt(here);
      const bundle = await exported(here, 'bundle');
      const { store } = await openStoreAt(there);
      const exchange = exchangeOf(store);
      await exchange.import(bundle, undefined);
      expect(await exchange.import(bundle, undefined)).toEqual({
        imported: [],
        skipped: [{ id: ID, kind: 'recording' }],
      });
      store.write(someSamples(ID, [aContainerSample(Date.now() + 1000)]));
      const { imported } = await exchange.import(bundle, undefined);
      expect(imported).toMatchObject([{ kind: 'recording', was: ID }]);
      expect((await exchange.import(bundle, undefined)).imported).toEqual([]);
      expect((await store.ask('list', EVERYTHING)).total).toBe(2);
      await store.close();
    }));

  it.each(['csv', 'json', 'md', 'html', 'openmetrics'] as const)('is exported as %s', (format) =>
    withFolder(async (folder) => {
      const path = join(folder, 'history.db');
      recordAt(path);
      const text = await exported(path, format);
      expect(text).toContain('shop');
      expect(text).not.toMatch(/NaN|undefined/);
      if (format === 'csv') expect(text.trim().split('\r\n')).toHaveLength(1 + 60 * 3 + 30);
    }),
  );

  it('that still lasts is refused', () =>
    withFolder(async (folder) => {
      const { store } = await openStoreAt(join(folder, 'history.db'));
      store.write({
        ...{ kind: 'recording', id: ID, outcome: 'recording', atIso: new Date().toISOString() },
        instance: { id: '1-1', kind: 'wasm', name: 'grow.wasm' },
      });
      await expect(exchangeOf(store).export([ID], 'csv')).rejects.toMatchObject({
        code: 'still-recording',
      });
      await store.close();
    }));
});
