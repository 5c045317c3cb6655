import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  Client,
  ExperimentPlanSchema,
  RunRequestSchema,
  dispatcherTransport,
  validate,
} from '../../../src-main/contract/index.js';
import type { RunRecord } from '../../../src-main/contract/index.js';
import { writeBundle } from '../../../src-main/export/bundle/write.js';
import { createLab } from '../../../src-main/lab/lab.js';
import type { Lab } from '../../../src-main/lab/lab.js';
import { labOptions } from '../../bench/lib/lab.js';
import { buildStoreWorker } from '../../support/store/worker.js';

/** A lab with a data folder of its own, as on a machine of its own. */
async function aMachine(): Promise<{ lab: Lab; client: Client }> {
  const dataDir = await mkdtemp(join(tmpdir(), 'paralelo-exchange-'));
  const workerPath = await buildStoreWorker();
  const lab = await createLab({ ...labOptions(), store: { dataDir, workerPath } });
  onTestFinished(async () => {
    await lab.close();
    await rm(dataDir, { recursive: true, force: true });
  });
  return { lab, client: new Client(dispatcherTransport(lab.dispatcher)) };
}

async function run({ comparisons }: Lab): Promise<RunRecord> {
  const args = ['--to', '8m', '--step', '1m', '--pace', '50ms'];
  const workload = { kind: 'twin', ref: 'grow', args };
  const lane = validate(RunRequestSchema, { runtime: 'v8', workload, periodMs: 20 }, 'run');
  const [record] = await comparisons.start({ lanes: [lane] }).ended;
  if (record === undefined) throw new Error('no record');
  return record;
}

describe('a bundle', () => {
  it('that one machine exports is on another one what it was, samples and raw values included', async () => {
    const [here, there] = [await aMachine(), await aMachine()];
    const { id } = await run(here.lab);
    const plan = validate(
      ExperimentPlanSchema,
      { experiment: 'startup', runtimes: ['v8'], runs: 2, warmUps: 0 },
      'experiment',
    );
    const experiment = here.lab.experiments.start(plan);
    await experiment.ended;
    const ids = [id, experiment.status.id];
    await here.client.request('history.annotate', { id, note: 'From the paper', tags: ['thesis'] });

    const file = await here.client.request('history.export', { ids, format: 'bundle' });
    expect(file.fileName).toMatch(/\.paralelo$/);
    const report = await there.client.request('history.import', {
      ...{ content: file.content, fileName: file.fileName },
    });
    expect(report.imported.map((entry) => entry.id)).toEqual(ids);
    expect(report.skipped).toEqual([]);

    const [ours, theirs] = await Promise.all(
      [here, there].map(({ client }) => client.request('history.run', { id })),
    );
    expect(ours?.record.samples.length).toBeGreaterThan(3);
    expect(theirs?.record).toEqual(ours?.record);
    expect(theirs?.entry.tags).toEqual(['imported', 'thesis']);
    expect(theirs?.entry.note).toMatch(
      /^From the paper\nImported on .* from .*\.paralelo: exported/,
    );
    const [one, other] = await Promise.all(
      [here, there].map(({ client }) => client.request('history.experiment', { id: ids[1] ?? '' })),
    );
    expect(other?.result).toEqual(one?.result);
    expect(other?.plan).toEqual(one?.plan);
  });

  it('that is imported again adds nothing', async () => {
    const [here, there] = [await aMachine(), await aMachine()];
    const { id } = await run(here.lab);
    const { content } = await here.client.request('history.export', {
      ids: [id],
      format: 'bundle',
    });
    await there.client.request('history.import', { content });
    await there.client.request('history.annotate', { id, note: 'Mine' });
    const again = await there.client.request('history.import', { content });
    expect(again).toEqual({ imported: [], skipped: [{ id, kind: 'run' }] });
    const { entries, total } = await there.client.request('history.list', {});
    expect(total).toBe(1);
    expect(entries[0]?.note).toBe('Mine');
  });

  it('whose entry differs from the one of that id leaves that as it is, and comes beside it once', async () => {
    const { lab, client } = await aMachine();
    const { id } = await run(lab);
    const { record } = await client.request('history.run', { id });
    const changed = { ...record, stdout: 'something else' };
    const origin = {
      ...{ createdAtIso: new Date().toISOString(), labVersion: '0.1.0' },
      machine: { os: 'Debian 12', arch: 'x64' },
    };
    const bundle = await writeBundle([{ kind: 'run', tags: [], record: changed }], origin);
    const content = bundle.toString('base64');
    const { imported } = await client.request('history.import', { content });
    expect(imported).toMatchObject([{ kind: 'run', was: id }]);
    const other = imported[0]?.id ?? '';
    expect((await client.request('history.run', { id })).record).toEqual(record);
    const beside = await client.request('history.run', { id: other });
    expect(beside.record.stdout).toBe('something else');
    expect(beside.entry.note).toContain(`It was called ${id} there`);
    expect(await client.request('history.import', { content })).toMatchObject({
      ...{ imported: [], skipped: [{ id: other, was: id }] },
    });
  });

  it('that is damaged leaves nothing behind', async () => {
    const { lab, client } = await aMachine();
    const { id } = await run(lab);
    const { content } = await client.request('history.export', { ids: [id], format: 'bundle' });
    const broken = Buffer.from(content, 'base64').subarray(0, -20).toString('base64');
    await expect(client.request('history.import', { content: broken })).rejects.toMatchObject({
      code: 'bundle-damaged',
    });
    expect((await client.request('history.list', {})).total).toBe(1);
  });
});

describe('an export', () => {
  it('of an entry that nobody knows is refused by its name', async () => {
    const { client } = await aMachine();
    const asked = client.request('history.export', { ids: ['r-none'], format: 'json' });
    await expect(asked).rejects.toMatchObject({ code: 'unknown-entry' });
  });

  it('of a real run is there in every format', async () => {
    const { lab, client } = await aMachine();
    const { id } = await run(lab);
    for (const format of ['json', 'csv', 'md', 'html'] as const) {
      const { content, encoding } = await client.request('history.export', { ids: [id], format });
      expect(encoding).toBe('utf8');
      expect(content).toContain(id);
    }
  });
});
