import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { Server } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { discoverEngines } from '../../../../src-main/runtimes/docker/index.js';
import type { Engine } from '../../../../src-main/runtimes/docker/index.js';
import { theEngine } from '../../../support/docker/engine.js';

const NOBODY = 65534;

let engine: Engine;
let socketPath: string;
let home: string;

beforeAll(async () => {
  engine = await theEngine();
  socketPath = (engine.info.address ?? '').replace('unix://', '');
});

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'paralelo-home-'));
});

afterEach(async () => {
  await rm(home, { recursive: true });
});

afterAll(() => {
  engine.client.close();
});

/** A machine whose user has this home and nothing else. */
function look(env: Record<string, string>) {
  return discoverEngines({ env: { HOME: home, ...env }, platform: process.platform });
}

async function linkTo(path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await symlink(socketPath, path);
}

async function writeContext(name: string, host: string): Promise<void> {
  const id = createHash('sha256').update(name).digest('hex');
  const folder = join(home, '.docker/contexts/meta', id);
  await mkdir(folder, { recursive: true });
  await writeFile(
    join(folder, 'meta.json'),
    JSON.stringify({ Name: name, Endpoints: { docker: { Host: host } } }),
  );
}

async function listen(path: string): Promise<Server> {
  const server = createServer().listen(path);
  await once(server, 'listening');
  return server;
}

/** As another user: root may connect to everything. */
async function asNobody<T>(work: () => Promise<T>): Promise<T> {
  if (process.geteuid?.() !== 0) return await work();
  process.seteuid?.(NOBODY);
  try {
    return await work();
  } finally {
    process.seteuid?.(0);
  }
}

describe('an engine is found', () => {
  it('by DOCKER_HOST', async () => {
    const { engines, infos } = await look({ DOCKER_HOST: `unix://${socketPath}` });
    expect(engines.map(({ id }) => id)).toContain('docker');
    expect(infos[0]).toMatchObject({ available: true, address: `unix://${socketPath}` });
    expect(infos[0]?.version).toMatch(/^\d+\./);
  });

  it('by the docker context in use', async () => {
    await writeContext('work', `unix://${socketPath}`);
    await writeFile(join(home, '.docker/config.json'), '{"currentContext":"work"}');
    const { infos } = await look({});
    expect(infos[0]).toMatchObject({ available: true, address: `unix://${socketPath}` });
  });

  it('by DOCKER_CONTEXT and DOCKER_CONFIG', async () => {
    await writeContext('other', `unix://${socketPath}`);
    const { infos } = await look({
      DOCKER_CONTEXT: 'other',
      DOCKER_CONFIG: join(home, '.docker'),
      HOME: '/nowhere',
    });
    expect(infos[0]).toMatchObject({ available: true, address: `unix://${socketPath}` });
  });

  it.each([
    '.docker/run/docker.sock',
    '.docker/desktop/docker.sock',
    '.colima/default/docker.sock',
  ])('by the usual socket ~/%s', async (path) => {
    await linkTo(join(home, path));
    const { engines } = await look({});
    expect(engines.map(({ facts }) => facts.identity)).toContain(engine.facts.identity);
  });

  it('by the rootless socket', async () => {
    await linkTo(join(home, 'docker.sock'));
    const { engines } = await look({ XDG_RUNTIME_DIR: home });
    expect(engines.map(({ facts }) => facts.identity)).toContain(engine.facts.identity);
  });

  it('once, when two sockets lead to it', async () => {
    await linkTo(join(home, '.docker/run/docker.sock'));
    await linkTo(join(home, '.docker/desktop/docker.sock'));
    const { infos } = await look({});
    expect(infos.filter(({ available }) => available)).toHaveLength(1);
  });
});

describe('an engine that is not there', () => {
  it('is explained by how to get one, in one sentence', async () => {
    const { engines, infos } = await look({ DOCKER_HOST: `unix://${home}/docker.sock` });
    expect(engines).toEqual([]);
    expect(infos[0]).toMatchObject({ available: false });
    expect(infos[0]?.hint).toMatch(/install/i);
  });

  it('is never replaced by one that the user did not name', async () => {
    await linkTo(join(home, '.docker/run/docker.sock'));
    const { engines } = await look({ DOCKER_HOST: `unix://${home}/docker.sock` });
    expect(engines).toEqual([]);
  });

  it('behind a context that does not exist is explained by the context', async () => {
    const { engines, infos } = await look({ DOCKER_CONTEXT: 'gone' });
    expect(engines).toEqual([]);
    expect(infos[0]?.why).toContain('"gone"');
    expect(infos[0]?.hint).toContain('docker context');
  });

  it('behind what is no address is explained by the address', async () => {
    const { infos } = await look({ DOCKER_HOST: 'gopher://x' });
    expect(infos[0]?.why).toContain('gopher://x');
  });

  it('is a socket that nobody listens on: not running, and how to start it', async () => {
    const path = join(home, 'docker.sock');
    const server = await listen(path);
    // The way a killed engine leaves its socket.
    const { renameSync } = await import('node:fs');
    renameSync(path, `${path}.kept`);
    server.close();
    await once(server, 'close');
    renameSync(`${path}.kept`, path);
    const { infos } = await look({ DOCKER_HOST: `unix://${path}` });
    expect(infos[0]?.why).toContain('is not running');
    expect(infos[0]?.hint).toContain('start docker');
  });

  it('is a socket that this user may not use: which group, which command', async () => {
    const path = join(home, 'docker.sock');
    const server = await listen(path);
    await chmod(home, 0o755);
    await chmod(path, 0o600);
    if (process.geteuid?.() !== 0) await chmod(path, 0o000);
    const { infos } = await asNobody(() => look({ DOCKER_HOST: `unix://${path}` }));
    server.close();
    expect(infos[0]?.why).toContain('may not use');
    expect(infos[0]?.hint).toMatch(/usermod -aG docker \w+.*log out/);
  });

  it('is a socket that accepts and never answers', async () => {
    const path = join(home, 'docker.sock');
    const server = await listen(path);
    server.on('connection', (socket) => {
      socket.unref();
      socket.on('error', () => undefined);
    });
    const { infos } = await look({ DOCKER_HOST: `unix://${path}` });
    server.close();
    expect(infos[0]?.why).toContain('does not answer');
  });

  it('is something else that speaks HTTP', async () => {
    const { createServer: createHttpServer } = await import('node:http');
    const path = join(home, 'docker.sock');
    const server = createHttpServer((_request, response) => response.end('<h1>hello</h1>'));
    server.listen(path);
    await once(server, 'listening');
    const { engines, infos } = await look({ DOCKER_HOST: `unix://${path}` });
    server.close();
    server.closeAllConnections();
    expect(engines).toEqual([]);
    expect(infos[0]?.why).toContain('is not a container engine');
  });
});
