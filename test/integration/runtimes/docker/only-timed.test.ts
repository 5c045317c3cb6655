import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Engine } from '../../../../src-main/runtimes/docker/index.js';
import { theEngine } from '../../../support/docker/engine.js';
import { run, twin } from '../../../support/docker/run.js';
import type { Wishes } from '../../../support/docker/run.js';

const MIB = 1024 ** 2;
const ONLY_TIMED = { unsampled: true };

let engine: Engine;
beforeAll(async () => {
  engine = await theEngine();
});
afterAll(() => engine.client.close());

/** The requests of one run from its launch to its end, without ids and queries. */
async function requestsOf(wishes: Wishes) {
  const asked: string[] = [];
  const note = (message: unknown): void => {
    const { method, path } = (message as { request: ClientRequest }).request;
    asked.push(`${method} ${path.replace(/\?.*$/, '').replace(/[0-9a-f]{64}/, 'ID')}`);
  };
  subscribe('http.client.request.start', note);
  const { observer } = await run(engine, twin('hello'), wishes);
  unsubscribe('http.client.request.start', note);
  return { observer, asked: asked.slice(asked.indexOf('POST /containers/create')) };
}

test('a container that is only timed is asked about once, at its end, and never read', async () => {
  const { observer, asked } = await requestsOf(ONLY_TIMED);
  expect(asked.toSorted()).toEqual(
    [
      ...['POST /containers/create', 'POST /containers/ID/attach', 'POST /containers/ID/wait'],
      ...['POST /containers/ID/start', 'GET /containers/ID/json', 'DELETE /containers/ID'],
    ].toSorted(),
  );
  expect(observer.meters).toHaveLength(0);
  expect(observer.stdout).toBe('hello\n');
  expect(observer.phases.map(({ name }) => name)).toEqual(['create', 'start', 'main', 'exit']);
});

test('one that is sampled is asked about in its start as well', async () => {
  const { observer, asked } = await requestsOf({});
  expect(asked.filter((one) => one === 'GET /containers/ID/json').length).toBeGreaterThan(1);
  expect(observer.meters.length).toBeGreaterThan(0);
});

test('one that is only timed and killed for its memory is still told as that', async () => {
  const { ending } = await run(engine, twin('grow', '--to', '256MiB', '--step', '16MiB'), {
    ...ONLY_TIMED,
    limits: { memoryBytes: 32 * MIB },
  });
  expect(ending).toMatchObject({ kind: 'oom-killed', code: 137 });
});
