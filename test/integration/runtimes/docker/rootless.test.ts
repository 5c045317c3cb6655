import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { declaredContainerFacts } from '../../../../src-main/isolation/declared.js';
import { discoverEngines, dockerRuntimes } from '../../../../src-main/runtimes/docker/index.js';
import { ROOT } from '../../../support/paralelo.js';

/** What a rootless Podman 4.3 on cgroup v1 answered, its images and folders left out. */
const CAPTURED = join(ROOT, 'test/fixtures/engines/podman-4.3-rootless-cgroup1.json');

interface Answers {
  version: object;
  info: { Rootless: boolean; CgroupVersion: string };
}

let folder: string;
let server: Server;
let answers: Answers;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'paralelo-rootless-'));
  answers = JSON.parse(await readFile(CAPTURED, 'utf8')) as Answers;
  server = createServer(({ url = '' }, response) => {
    if (url.includes('/_ping')) {
      response.end('OK');
      return;
    }
    const body = url.includes('/version') ? answers.version : answers.info;
    response.setHeader('Content-Type', 'application/json').end(JSON.stringify(body));
  }).listen(join(folder, 'podman.sock'));
  await once(server, 'listening');
});

afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true });
});

/** The engine that answers so, but for what is replaced. */
async function look(replaced: Partial<Answers['info']> = {}) {
  const captured = answers.info;
  answers.info = { ...captured, ...replaced };
  const env = { HOME: folder, CONTAINER_HOST: `unix://${join(folder, 'podman.sock')}` };
  const found = await discoverEngines({ env, platform: process.platform });
  answers.info = captured;
  const engine = found.engines.find(({ id }) => id === 'podman');
  engine?.client.close();
  if (engine === undefined) throw new Error(JSON.stringify(found.infos));
  return engine;
}

describe('a rootless Podman', () => {
  it('on cgroup v1 is not taken at its word that it limits: the kernel hands users no cgroup there', async () => {
    const engine = await look();
    expect(engine.info.name).toBe('Podman (rootless)');
    expect(engine.facts.canLimit).toEqual({ memory: false, swap: false, cpus: false, pids: false });
    for (const { info } of dockerRuntimes([engine])) {
      expect(info.limits).toMatchObject({ memory: 'none', cpus: 'none', pids: 'none' });
    }
  });

  it('on cgroup v2 limits what it says, as does one of root on cgroup v1', async () => {
    expect((await look({ CgroupVersion: '2' })).facts.canLimit.memory).toBe(true);
    expect((await look({ Rootless: false })).facts.canLimit.memory).toBe(true);
  });

  it('runs a container’s root as the user who runs it', async () => {
    const { facts } = await look();
    const user = declaredContainerFacts({ Config: {}, HostConfig: {} }, facts).find(
      ({ id }) => id === 'user',
    );
    expect(user).toMatchObject({ label: 'root only inside', tone: 'strong' });
  });
});
