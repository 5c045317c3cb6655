import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Client, dispatcherTransport } from '../../../src-main/contract/index.js';
import type { AttemptResult, ProbeProgress } from '../../../src-main/contract/index.js';
import type { Engine } from '../../../src-main/runtimes/docker/index.js';
import { RUN_LABEL } from '../../../src-main/runtimes/docker/labels.js';
import type { Lab } from '../../../src-main/lab/lab.js';
import { containersOf, theEngine } from '../../support/docker/engine.js';
import { probingLab } from '../../support/probes/lab.js';

let lab: Lab;
let client: Client;
let engine: Engine;

beforeAll(async () => {
  [lab, engine] = await Promise.all([probingLab(), theEngine()]);
  client = new Client(dispatcherTransport(lab.dispatcher));
});
afterAll(async () => {
  await lab.close();
  engine.client.close();
});

const QUICK = { runtimes: ['v8'], attempts: ['read-outside', 'mount', 'random'] };

/** Folders of canaries that are there now, whoever made them. */
const folders = () => readdirSync(tmpdir()).filter((name) => name.startsWith('paralelo-probe-'));

/** Hears all pushes until one says that it is over. */
function untilOver(): Promise<{ progress: ProbeProgress; results: AttemptResult[] }> {
  const results: AttemptResult[] = [];
  return new Promise((done) => {
    const stop = client.on('isolation.probed', (push) => {
      results.push(...push.results);
      if (push.progress.isRunning) return;
      stop();
      done({ progress: push.progress, results });
    });
  });
}

/** The pid of the canary process, once an attempt is under way that names it. */
function untilTrying(attempt: string): Promise<void> {
  return new Promise((done) => {
    const stop = lab.probes.onProgress(({ current }) => {
      if (current?.attempt !== attempt) return;
      stop();
      done();
    });
  });
}

describe('the probes of a lab', () => {
  it('are pushed as they come, and kept as a matrix that is whole at the end', async () => {
    const over = untilOver();
    const begun = await client.request('isolation.probe', { ...QUICK, sets: ['default'] });
    expect(begun).toMatchObject({ isRunning: true, done: 0, total: 3 });
    const { progress, results } = await over;
    expect(progress).toEqual({ isRunning: false, done: 3, total: 3 });
    const { matrix } = await client.request('isolation.matrix', {});
    expect(matrix?.results).toEqual(results);
    expect(results.map(({ verdict }) => verdict)).toEqual([
      'refused',
      'not-expressible',
      'allowed',
    ]);
    expect(matrix).toMatchObject({ isPartial: false, sets: ['default'], warnings: [] });
  });

  it('are tried once where both sets ask for the same, and are told for both', async () => {
    const tried: string[] = [];
    const stop = lab.probes.onProgress(({ current }, results) => {
      if (current !== undefined && results.length === 0) tried.push(current.attempt);
    });
    const over = untilOver();
    await client.request('isolation.probe', { ...QUICK, attempts: ['random'] });
    const { results } = await over;
    stop();
    expect(results.map(({ set, verdict }) => [set, verdict])).toEqual([
      ['default', 'allowed'],
      ['loosened', 'allowed'],
    ]);
    expect(tried.filter((one) => one === 'random')).toHaveLength(1);
  });

  it('are refused while others are under way', async () => {
    const over = untilOver();
    const [first, second] = await Promise.allSettled([
      client.request('isolation.probe', QUICK),
      client.request('isolation.probe', QUICK),
    ]);
    expect(first.status).toBe('fulfilled');
    expect(second).toMatchObject({ status: 'rejected', reason: { code: 'action-not-possible' } });
    await over;
  });

  it('leave nothing behind when they are stopped in the middle', async () => {
    const before = { folders: folders(), containers: await containersOf(engine, RUN_LABEL) };
    const over = untilOver();
    const trying = untilTrying('spin-over');
    const request = { runtimes: ['docker:runc'], attempts: ['random', 'spin-over', 'mount'] };
    await client.request('isolation.probe', { ...request, sets: ['loosened'] });
    await trying;
    expect(folders().length).toBe(before.folders.length + 1);
    expect(await client.request('isolation.stopProbe', {})).toEqual({ stopped: true });
    const { progress } = await over;
    expect(progress).toMatchObject({ isRunning: false, total: 3 });
    const { matrix } = await client.request('isolation.matrix', {});
    expect(matrix?.isPartial).toBe(true);
    expect(matrix?.results.length).toBeLessThan(3);
    expect(folders()).toEqual(before.folders);
    expect(await containersOf(engine, RUN_LABEL)).toEqual(before.containers);
    expect(lab.comparisons.guests()).toEqual([]);
    expect(process.env['PARALELO_PROBE_CANARY']).toBeUndefined();
  });

  it('that are not under way cannot be stopped', async () => {
    expect(await client.request('isolation.stopProbe', {})).toEqual({ stopped: false });
  });

  it('say which runtime there is not, and begin again afterwards', async () => {
    const nowhere = client.request('isolation.probe', { runtimes: ['nothing'] });
    await expect(nowhere).rejects.toMatchObject({ code: 'unknown-runtime' });
    const over = untilOver();
    await client.request('isolation.probe', { ...QUICK, sets: ['default'] });
    await over;
  });

  it('say which attempt there is not', async () => {
    const nonsense = client.request('isolation.probe', { attempts: ['fly'] });
    await expect(nonsense).rejects.toMatchObject({
      code: 'bad-request',
      message: 'There is no attempt called "fly".',
    });
  });

  it('end with the lab', async () => {
    const other = await probingLab();
    const before = folders();
    await other.probes.start({ runtimes: ['v8'], sets: ['default', 'loosened'] });
    await other.close();
    expect(other.probes.progress.isRunning).toBe(false);
    expect(folders()).toEqual(before);
  });
});
