import { describe, expect, it } from 'vitest';
import {
  Client,
  Dispatcher,
  LabError,
  dispatcherTransport,
} from '../../../src-main/contract/index.js';
import type { RunRequest } from '../../../src-main/contract/index.js';

function joined(): { dispatcher: Dispatcher; client: Client } {
  const dispatcher = new Dispatcher();
  return { dispatcher, client: new Client(dispatcherTransport(dispatcher)) };
}

const lane = { runtime: 'v8', workload: { kind: 'twin', ref: 'hello' } } as const;

describe('the contract', () => {
  it('fills in the least privilege where a request says nothing', async () => {
    const { dispatcher, client } = joined();
    const seen: RunRequest[] = [];
    dispatcher.handle('comparisons.start', (request) => {
      seen.push(...request.lanes);
      return { comparisonId: 'c', runs: [] };
    });
    await client.request('comparisons.start', { lanes: [lane] });
    expect(seen[0]).toMatchObject({
      grants: { env: {}, volumes: [], network: 'none' },
      privileges: { capAdd: [], readOnlyRoot: true, noNewPrivileges: true, seccomp: 'default' },
      periodMs: 100,
      bestEffort: false,
    });
  });

  it.each([
    ['a limit of nothing', { lanes: [{ ...lane, limits: { memoryBytes: 0 } }] }],
    ['a limit that is not a number', { lanes: [{ ...lane, limits: { cpus: Number.NaN } }] }],
    ['a field nobody knows', { lanes: [{ ...lane, privileged: true }] }],
    ['no lanes', { lanes: [] }],
    ['a runtime that is a path', { lanes: [{ ...lane, runtime: '../../bin/sh' }] }],
    [
      'an argument with NUL',
      { lanes: [{ ...lane, workload: { ...lane.workload, args: ['a\0b'] } }] },
    ],
    ['nothing at all', undefined],
    ['a list', []],
  ])('refuses %s before a handler sees it', async (_what, params) => {
    const { dispatcher } = joined();
    let called = false;
    dispatcher.handle('comparisons.start', () => {
      called = true;
      return { comparisonId: 'c', runs: [] };
    });
    const reply = await dispatcher.invoke('comparisons.start', params, 'test');
    expect(reply).toMatchObject({ error: { code: 'bad-request' } });
    expect(called).toBe(false);
  });

  it.each(['no.such', '__proto__', 'constructor', 7, null, undefined])(
    'refuses the unknown request %j with a code and a message',
    async (name) => {
      const reply = await joined().dispatcher.invoke(name, {}, 'test');
      expect(reply).toMatchObject({ error: { code: 'unknown-request' } });
    },
  );

  it('rebuilds an error on the other side, with what to do next', async () => {
    const { dispatcher, client } = joined();
    dispatcher.handle('app.info', () => {
      throw new LabError('engine-unreachable', 'No engine answers.', 'Start Docker.');
    });
    const failure = client.request('app.info', {});
    await expect(failure).rejects.toBeInstanceOf(LabError);
    await expect(failure).rejects.toMatchObject({
      code: 'engine-unreachable',
      hint: 'Start Docker.',
    });
  });

  it('shows a defect of ours as internal, without hiding its message', async () => {
    const { dispatcher, client } = joined();
    dispatcher.handle('app.info', () => {
      throw new TypeError('x is not a function');
    });
    await expect(client.request('app.info', {})).rejects.toMatchObject({
      code: 'internal',
      message: expect.stringContaining('x is not a function') as string,
    });
  });

  it('stops telling a listener that has left', () => {
    const { dispatcher, client } = joined();
    const heard: number[] = [];
    const stop = client.on('host.sample', (sample) => heard.push(sample.liveRuns));
    const sample = { atIso: '', memoryTotalBytes: 1, liveRuns: 1 };
    dispatcher.push('host.sample', sample);
    stop();
    dispatcher.push('host.sample', { ...sample, liveRuns: 2 });
    expect(heard).toEqual([1]);
  });
});
