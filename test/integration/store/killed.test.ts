import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundle } from '../../support/bundle.js';
import { killRound } from '../../support/store/killed.js';
import { EVERYTHING, openStoreAt, withFolder } from '../../support/store/opened.js';
import { aRecord, anEnd, sampleAt } from '../../support/store/records.js';
import { cutPower } from '../../support/store/power.js';
import { buildStoreWorker } from '../../support/store/worker.js';

const ROUNDS = 10;
const RUNS = 20;
const CUTS = 8;
/** Many processes on a machine that does other things. */
const LONG_MS = 300_000;

describe('a process that records', () => {
  it(
    'can be killed at any moment: what was acknowledged is there, the rest is marked interrupted',
    { timeout: LONG_MS },
    async () => {
      const writer = await bundle('test/support/store/writer.ts', 'store-writer');
      const programs = { writer, worker: await buildStoreWorker() };
      for (let round = 0; round < ROUNDS; round += 1) {
        await withFolder(async (folder) => {
          const afterMs = Math.random() * 800;
          const found = await killRound(join(folder, 'history.db'), programs, {
            runs: RUNS,
            afterMs,
          });
          expect(found, `killed after ${String(afterMs)} ms`).toMatchObject({
            ...{ missing: [], integrity: 'ok', interrupted: RUNS },
          });
        });
      }
    },
  );

  it('may write beside another one, and each hears that the other did', () =>
    withFolder(async (folder) => {
      const path = join(folder, 'history.db');
      const opened = await openStoreAt(path);
      await opened.until(({ condition }) => condition === 'ready');
      const writer = await bundle('test/support/store/writer.ts', 'store-writer');
      const other = spawn(process.execPath, [writer, path, await buildStoreWorker(), '20', 'o']);
      let lines = 0;
      const enough = new Promise<void>((resolve) => {
        other.stdout.on('data', (chunk: Buffer) => {
          lines += chunk.toString().split('\n').length - 1;
          for (let at = 0; at < 20; at += 1) {
            const id = `r-${String(lines)}-${String(at)}`;
            opened.store.write(anEnd(aRecord(id, { samples: [sampleAt(1), sampleAt(2)] })));
          }
          if (lines > 15) resolve();
        });
      });
      await enough;
      const ended = new Promise((resolve) => other.on('close', resolve));
      other.kill('SIGKILL');
      await ended;
      await opened.store.ask('flush', {});
      const { entries } = await opened.store.ask('list', EVERYTHING);
      expect(entries.filter(({ id }) => id.startsWith('o-ended-')).length).toBeGreaterThan(1);
      expect(entries.filter(({ id }) => id.startsWith('r-')).length).toBeGreaterThan(20);
      expect(opened.store.state()).toMatchObject({
        ...{ condition: 'ready', dropped: { samples: 0, records: 0 } },
      });
      await opened.store.close();
    }));

  it(
    'leaves at any moment a file and a log that make sense, whole or with the end of the log torn off',
    { timeout: LONG_MS },
    () =>
      withFolder(async (folder) => {
        const writer = await bundle('test/support/store/writer.ts', 'store-writer');
        const programs = { writer, worker: await buildStoreWorker() };
        const path = join(folder, 'history.db');
        const cuts = await cutPower(path, programs, { runs: RUNS, count: CUTS, withinMs: 400 });
        for (const { asItStood, torn } of cuts) {
          expect(asItStood).toMatchObject({ missing: [], integrity: 'ok', dangling: 0 });
          expect(torn ?? { integrity: 'ok', dangling: 0 }).toMatchObject({
            ...{ integrity: 'ok', dangling: 0 },
          });
        }
        expect(cuts.filter(({ torn }) => torn !== undefined).length).toBeGreaterThan(0);
      }),
  );
});
