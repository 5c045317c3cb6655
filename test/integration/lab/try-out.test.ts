import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Client, dispatcherTransport } from '../../../src-main/contract/index.js';
import type { PushName } from '../../../src-main/contract/index.js';
import { createLab } from '../../../src-main/lab/lab.js';
import type { Lab } from '../../../src-main/lab/lab.js';
import { TryOuts } from '../../../src-main/lab/try-out.js';
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

const tryOut = (id: string) => client.request('runtimes.tryOut', { id });

describe('a try-out', () => {
  it('starts hello in every runtime that is here, each alone', async () => {
    const { runtimes } = await client.request('runtimes.list', {});
    const here = runtimes.filter(({ available }) => available).map(({ id }) => id);
    expect(here).toEqual(expect.arrayContaining(['docker:runc', 'v8']));
    for (const id of here) {
      const { outcome, phases, durationMs, firstOutputMs } = await tryOut(id);
      expect(outcome, id).toMatchObject({ kind: 'exited', code: 0 });
      expect(phases[0]?.startMs, id).toBe(0);
      expect(phases.at(-1)?.durationMs, id).toBeDefined();
      expect(firstOutputMs, id).toBeGreaterThan(0);
      expect(firstOutputMs, id).toBeLessThanOrEqual(durationMs);
    }
  });

  it('is in no list of runs, pushes nothing of its own, and leaves a comparison as it is', async () => {
    const { comparisonId, runs } = await client.request('comparisons.start', {
      lanes: [{ runtime: 'v8', workload: { kind: 'twin', ref: 'spin', args: ['--forever'] } }],
    });
    const shown = runs.map(({ id }) => id);
    const pushed = new Set<string>();
    const stop = lab.dispatcher.onPush((name: PushName, payload: unknown) => {
      if (name === 'runs.status' || name === 'runs.ended')
        pushed.add((payload as { id: string }).id);
    });
    await tryOut('v8');
    const live = (await client.request('runs.live', {})).runs;
    await client.request('comparisons.stop', { comparisonId });
    stop();
    expect(live.map(({ status }) => status.id)).toEqual(shown);
    expect(live[0]?.status.state).toBe('running');
    expect([...pushed]).toEqual(shown);
  });

  it('of a runtime that is not here says why it did not start', async () => {
    const { outcome, phases, firstOutputMs } = await tryOut('nothing');
    expect(outcome).toMatchObject({ kind: 'failed-to-start', errorCode: 'unknown-runtime' });
    expect(phases).toEqual([]);
    expect(firstOutputMs).toBeUndefined();
  });

  it('waits for the one before it', async () => {
    const order: string[] = [];
    await Promise.all([
      tryOut('docker:runc').then(() => order.push('docker:runc')),
      tryOut('v8').then(() => order.push('v8')),
    ]);
    expect(order).toEqual(['docker:runc', 'v8']);
  });

  it('can be stopped, also while it waits', async () => {
    const [running, waiting] = [tryOut('docker:runc'), tryOut('v8')];
    expect(await client.request('runtimes.stopTryOut', { id: 'v8' })).toEqual({ stopped: true });
    expect(await client.request('runtimes.stopTryOut', { id: 'docker:runc' })).toEqual({
      stopped: true,
    });
    expect((await waiting).outcome.kind).toBe('stopped');
    expect((await running).outcome.kind).toBe('stopped');
    expect(await client.request('runtimes.stopTryOut', { id: 'v8' })).toEqual({ stopped: false });
  });

  it('that never comes to its end is ended by the lab, which says so', async () => {
    const impatient = new TryOuts(lab.comparisons, 0);
    const { outcome } = await impatient.tryOut('docker:runc');
    expect(outcome).toMatchObject({ kind: 'timed-out' });
    expect(lab.comparisons.guests()).toEqual([]);
  });
});
