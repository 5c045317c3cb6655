import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { serve } from '../../../src-main/console/server/serve.js';
import type { ServedConsole } from '../../../src-main/console/server/serve.js';
import { Dispatcher } from '../../../src-main/contract/index.js';
import type { HostSample, RunStatus } from '../../../src-main/contract/index.js';
import { Visitor, dial, enter, visit } from '../../support/console/visitor.js';
import type { Dial } from '../../support/console/visitor.js';

let dispatcher: Dispatcher;
let served: ServedConsole;
let seen: { visible: boolean; clientId: string }[];
let noticed: () => void;

beforeEach(async () => {
  dispatcher = new Dispatcher();
  seen = [];
  noticed = () => undefined;
  dispatcher.handle('twins.list', () => ({ twins: [] }));
  dispatcher.handle('runs.stop', ({ runId }) => ({ stopped: runId === 'r1' }));
  dispatcher.onSend('client.visible', ({ visible }, clientId) => {
    seen.push({ visible, clientId });
    noticed();
  });
  dispatcher.onLeave((clientId) => {
    seen.push({ visible: false, clientId });
    noticed();
  });
  served = await serve({ dispatcher, rendererDir: 'not used here' });
});

afterEach(() => served.close());

const HOST_SAMPLE: HostSample = { atIso: '2026-01-01', memoryTotalBytes: 1, liveRuns: 0 };

describe('who may connect', () => {
  const refusedWith = (options: Dial): Promise<number> =>
    new Promise((resolve) => {
      dial(served.port, options)
        .on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0))
        .on('open', () => resolve(101))
        .on('error', () => undefined);
    });
  const good = async (): Promise<Dial & { cookie: string }> => ({
    ...(await enter(served, served.newUrl())),
    origin: `http://127.0.0.1:${String(served.port)}`,
  });

  it('lets the page itself in', async () => {
    expect(await refusedWith(await good())).toBe(101);
  });

  it.each<[string, Dial]>([
    ['without a session', { cookie: '' }],
    ['with the cookie but without the page key', { pageKey: undefined }],
    ['with a page key that was made up', { pageKey: 'AAAA' }],
    ['from a foreign page', { origin: 'https://evil.example' }],
    ['from a page on another port of this machine', { origin: 'http://127.0.0.1:1' }],
    ['without an origin', { origin: undefined }],
    ['from a page without an origin of its own', { origin: 'null' }],
    ['under a foreign host name', { host: 'evil.example', origin: 'http://evil.example' }],
    ['on another path', { path: '/elsewhere' }],
  ])('refuses %s', async (_name, change) => {
    expect(await refusedWith({ ...(await good()), ...change })).toBe(403);
  });
});

describe('requests', () => {
  it('answers each with its own id, in whatever order they are done', async () => {
    let release: () => void = () => undefined;
    dispatcher.handle('runs.live', async () => {
      await new Promise<void>((resolve) => (release = resolve));
      return { runs: [] };
    });
    const page = await visit(served);
    page.say({ id: 1, name: 'runs.live', params: {} });
    page.say({ id: 2, name: 'runs.stop', params: { runId: 'r1' } });
    expect(await page.next()).toEqual({ id: 2, result: { stopped: true } });
    release();
    expect(await page.next()).toEqual({ id: 1, result: { runs: [] } });
  });

  it('refuses parameters that do not fit, naming the field', async () => {
    const page = await visit(served);
    page.say({ id: 3, name: 'runs.stop', params: { runId: 7 } });
    expect(await page.next()).toMatchObject({
      id: 3,
      error: { code: 'bad-request', message: expect.stringContaining('runId') as string },
    });
    page.say({ id: 4, name: 'runs.stop', params: { runId: 'r1', extra: true } });
    expect(await page.next()).toMatchObject({ id: 4, error: { code: 'bad-request' } });
  });

  it.each(['nope', '__proto__', 'constructor', 'client.visible'])(
    'refuses the request %s',
    async (name) => {
      const page = await visit(served);
      page.say({ id: 5, name, params: {} });
      expect(await page.next()).toMatchObject({ id: 5, error: { code: 'unknown-request' } });
    },
  );

  it.each<[string, unknown]>([
    ['a list', []],
    ['null', null],
    ['a number', 7],
    ['no name', { id: 1, params: {} }],
    ['a name that is not text', { id: 1, name: { toString: 1 }, params: {} }],
    ['an id that is not a number', { id: 'x', name: 'twins.list', params: {} }],
    ['more than a message has', { id: 1, name: 'twins.list', params: {}, and: 1 }],
    ['a send that does not exist', { name: 'nope', params: {} }],
    ['a send that does not fit', { name: 'client.visible', params: { visible: 'yes' } }],
  ])('answers %s with an error and stays open', async (_name, message) => {
    const page = await visit(served);
    page.say(JSON.stringify(message));
    const refused = (await page.next()) as { error: { code: string; message: string } };
    expect(refused.error.code).toMatch(/^(bad|unknown)-request$/);
    expect(refused.error.message).not.toBe('');
    page.say({ id: 9, name: 'twins.list', params: {} });
    expect(await page.next()).toEqual({ id: 9, result: { twins: [] } });
  });

  it('says that a message is not JSON, and closes with 1007', async () => {
    const page = await visit(served);
    page.say('{"id":1,');
    expect(await page.next()).toMatchObject({ error: { code: 'bad-request' } });
    expect(await page.closed).toBe(1007);
  });

  it('closes on a message above 24 MiB with 1009, and on a binary one with 1003', async () => {
    const large = await visit(served);
    large.say({ id: 1, name: 'twins.list', params: { text: 'x'.repeat(24 * 1024 * 1024) } });
    expect(await large.closed).toBe(1009);
    const binary = await visit(served);
    binary.socket.send(Buffer.from([1, 2, 3]));
    expect(await binary.closed).toBe(1003);
  });
});

describe('pushes', () => {
  it('reach every page', async () => {
    const [one, two] = [await visit(served), await visit(served)];
    dispatcher.push('host.sample', HOST_SAMPLE);
    const expected = { push: 'host.sample', payload: HOST_SAMPLE };
    expect(await one.next()).toEqual(expected);
    expect(await two.next()).toEqual(expected);
  });

  it('go on for the others when one page leaves', async () => {
    const [one, two] = [await visit(served), await visit(served)];
    one.socket.terminate();
    await one.closed;
    dispatcher.push('host.sample', HOST_SAMPLE);
    expect(await two.next()).toMatchObject({ push: 'host.sample' });
  });

  it('to a page that does not read are bounded: samples are dropped, states are not, and it is told', async () => {
    const page = await visit(served);
    page.socket.pause();
    const text = 'x'.repeat(64 * 1024);
    const pushes = 500; // 32 MiB in all, far more than the kernel's buffers hold.
    for (let count = 0; count < pushes; count += 1) {
      dispatcher.push('runs.output', [{ runId: 'r1', stream: 'stdout', text, skippedBytes: 0 }]);
    }
    dispatcher.push('runs.status', { id: 'r1' } as RunStatus);
    page.socket.resume();

    let received = 0;
    let message = (await page.next()) as { push: string; payload: unknown };
    while (message.push === 'runs.output') {
      received += 1;
      message = (await page.next()) as { push: string; payload: unknown };
    }
    expect(message).toEqual({ push: 'runs.status', payload: { id: 'r1' } });
    const { push, payload } = (await page.next()) as { push: string; payload: unknown };
    expect({ push, payload }).toEqual({
      push: 'client.behind',
      payload: { droppedPushes: pushes - received },
    });
    expect(received).toBeLessThan(pushes / 2);
    dispatcher.push('host.sample', HOST_SAMPLE);
    expect(await page.next()).toMatchObject({ push: 'host.sample' });
  });
});

describe('leaving', () => {
  it('tells the lab that a page is gone, under the name by which it spoke', async () => {
    const page = await visit(served);
    page.say({ name: 'client.visible', params: { visible: true } });
    await new Promise<void>((resolve) => (noticed = resolve));
    const gone = new Promise<void>((resolve) => (noticed = resolve));
    page.socket.close();
    await gone;
    expect(seen.map(({ visible }) => visible)).toEqual([true, false]);
    expect(new Set(seen.map(({ clientId }) => clientId)).size).toBe(1);
  });

  it('cuts every page off when the console closes, and frees the port', async () => {
    const page = await visit(served);
    await served.close();
    await page.closed;
    const again = await serve({ dispatcher, rendererDir: 'not used here', port: served.port });
    const socket = dial(again.port, { origin: 'x' });
    new Visitor(socket);
    await once(socket, 'error');
    await again.close();
  });
});
