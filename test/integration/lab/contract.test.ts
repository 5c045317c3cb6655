import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Client, dispatcherTransport } from '../../../src-main/contract/index.js';
import type { Pushes, RunRecord, RunRequestInput } from '../../../src-main/contract/index.js';
import { createLab } from '../../../src-main/lab/lab.js';
import type { Lab } from '../../../src-main/lab/lab.js';
import { ROOT } from '../../support/paralelo.js';

let lab: Lab;
let client: Client;

beforeAll(async () => {
  lab = await createLab({
    resourcesDir: join(ROOT, 'resources'),
    v8HostPath: join(ROOT, 'out/main/v8-host.cjs'),
    version: '0.0.0-test',
    shell: 'console',
    host: 'test',
  });
  client = new Client(dispatcherTransport(lab.dispatcher));
});
afterAll(() => lab.close());

const lane = (runtime: string, ref: string, args: string[] = []): RunRequestInput => ({
  runtime,
  workload: { kind: 'twin', ref, args },
});

/** Resolves with the records of a comparison once all its runs have ended. */
function recordsOf(count: number): Promise<RunRecord[]> {
  const records: RunRecord[] = [];
  return new Promise((resolve) => {
    const stop = client.on('runs.ended', (record) => {
      records.push(record);
      if (records.length < count) return;
      stop();
      resolve(records);
    });
  });
}

/** Resolves at the first push of that name for which `fits` holds. */
function nextPush<N extends keyof Pushes>(name: N, fits: (payload: Pushes[N]) => boolean) {
  return new Promise<Pushes[N]>((resolve) => {
    const stop = client.on(name, (payload) => {
      if (!fits(payload)) return;
      stop();
      resolve(payload);
    });
  });
}

describe('the lab behind the contract', () => {
  it('pushes samples and output in batches, and the whole record at the end', async () => {
    const sampled: number[] = [];
    const texts: string[] = [];
    let pushes = 0;
    const stops = [
      client.on('runs.samples', (batch) => {
        pushes += 1;
        for (const { samples } of batch) sampled.push(...samples.map((sample) => sample.tMs));
      }),
      client.on('runs.output', (batch) => texts.push(...batch.map((one) => one.text))),
    ];
    const ended = recordsOf(1);
    const { runs } = await client.request('comparisons.start', {
      lanes: [{ ...lane('v8', 'spin', ['--for', '600ms']), periodMs: 20 }],
    });
    const [record] = await ended;
    for (const stop of stops) stop();
    expect(runs[0]).toMatchObject({ state: 'preparing', runtime: 'v8', kind: 'wasm' });
    expect(record?.samples.map((sample) => sample.tMs)).toEqual(sampled);
    expect(pushes).toBeLessThan(sampled.length);
    expect(texts.join('')).toBe(record?.stdout);
  });

  it('lets a window that opens in the middle of a run catch up, and stop it', async () => {
    const running = nextPush('runs.samples', (batch) => batch.length > 0);
    const { comparisonId } = await client.request('comparisons.start', {
      lanes: [lane('v8', 'grow', ['--to', '32m', '--hold', '1h'])],
    });
    await running;
    const late = new Client(dispatcherTransport(lab.dispatcher));
    const live = (await late.request('runs.live', {})).runs.find(
      (run) => run.status.comparisonId === comparisonId,
    );
    expect(live?.status.state).toBe('running');
    expect(live?.samples.length).toBeGreaterThan(0);
    const ended = recordsOf(1);
    expect(await late.request('comparisons.stop', { comparisonId })).toEqual({ stopped: 1 });
    const [record] = await ended;
    expect(record?.outcome).toMatchObject({ kind: 'stopped', reason: 'Stopped on request.' });
    const after = (await late.request('runs.live', {})).runs;
    expect(after.find((run) => run.status.comparisonId === comparisonId)?.record).toEqual(record);
  });

  it('stops a run that is asked to stop before it has started', async () => {
    const ended = recordsOf(2);
    const { comparisonId } = await client.request('comparisons.start', {
      lanes: [lane('v8', 'spin', ['--forever']), lane('docker:runc', 'spin', ['--forever'])],
    });
    await client.request('comparisons.stop', { comparisonId });
    for (const record of await ended) expect(record.outcome.kind).toBe('stopped');
  });

  it('runs two comparisons at once without mixing them', async () => {
    const ended = recordsOf(4);
    const lanes = (n: string) => [
      lane('v8', 'sum', ['--n', n]),
      lane('docker:runc', 'sum', ['--n', n]),
    ];
    const [first, second] = await Promise.all([
      client.request('comparisons.start', { lanes: lanes('1000') }),
      client.request('comparisons.start', { lanes: lanes('2000') }),
    ]);
    const records = await ended;
    const outputs = (id: string): Set<string> =>
      new Set(records.filter((run) => run.comparisonId === id).map((run) => run.stdout));
    expect(outputs(first.comparisonId).size).toBe(1);
    expect(outputs(second.comparisonId).size).toBe(1);
    expect(outputs(first.comparisonId)).not.toEqual(outputs(second.comparisonId));
  });

  it('refuses to stop what does not run', async () => {
    await expect(client.request('runs.stop', { runId: 'r-none' })).rejects.toMatchObject({
      code: 'unknown-run',
    });
    expect(await client.request('comparisons.stop', { comparisonId: 'c-none' })).toEqual({
      stopped: 0,
    });
  });

  it('shows markup and terminal escapes in arguments as the data that they are', async () => {
    const argument = '<img src=x onerror=alert(1)>\u001b[31m';
    const ended = recordsOf(1);
    await client.request('comparisons.start', { lanes: [lane('v8', 'hello', [argument])] });
    const [record] = await ended;
    expect(record?.workload.args).toEqual([argument]);
  });

  it('lists the runtimes that are here and the twins', async () => {
    const { runtimes } = await client.request('runtimes.list', {});
    expect(runtimes.filter((one) => one.available).map((one) => one.id)).toEqual(
      expect.arrayContaining(['docker:runc', 'v8']),
    );
    const { twins } = await client.request('twins.list', {});
    expect(twins.map((twin) => twin.name).sort()).toEqual(['grow', 'hello', 'spin', 'sum']);
  });

  it('removes the images that it made for twins, and makes them again when needed', async () => {
    const once = async () => {
      const ended = recordsOf(1);
      await client.request('comparisons.start', {
        lanes: [lane('docker:runc', 'sum', ['--n', '1'])],
      });
      return (await ended)[0];
    };
    await once();
    const { removed } = await client.request('images.removeTwins', {});
    expect(removed).toContainEqual(expect.stringMatching(/^paralelo\/twin-sum:[0-9a-f]{12}$/));
    expect((await client.request('images.removeTwins', {})).removed).toEqual([]);
    expect((await once())?.outcome).toMatchObject({ kind: 'exited', code: 0 });
  });
});
