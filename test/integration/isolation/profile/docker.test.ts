import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { ContainerProfile } from '../../../../src-main/contract/index.js';
import type { Engine } from '../../../../src-main/runtimes/docker/index.js';
import { theEngine } from '../../../support/docker/engine.js';
import { PlainContainers } from '../../../support/docker/instances.js';
import { importShellImage } from '../../../support/docker/shell-image.js';
import {
  cgroupFile,
  expectAsCliSays,
  expectAsOthersSay,
} from '../../../support/isolation/compared.js';
import { profiled } from '../../../support/isolation/profiled.js';
import { WAYS } from '../../../support/isolation/ways.js';
import { uncovered } from '../../../support/uncovered.js';

const MIB = 1 << 20;
const SLEEP = 'exec sleep 300';

let engine: Engine;
let plain: PlainContainers;

beforeAll(async () => {
  engine = await theEngine();
  plain = new PlainContainers(engine);
  await importShellImage(engine);
});
afterEach(() => plain.removeAll());
afterAll(() => engine.client.close());

async function profileWith(host: object, config: object = {}) {
  const id = await plain.start(SLEEP, { host, config });
  const { container, gaps } = await profiled(engine, id);
  expect(gaps).toEqual([]);
  return container;
}

/** Also when the test fails; whatever uses it goes first. */
function removedAtTheEnd(path: string): void {
  onTestFinished(async () => {
    await plain.removeAll();
    await engine.client.json({ method: 'DELETE', path });
  });
}

describe('a container', () => {
  it.each(WAYS)('$name is what other programs say of it', async ({ host, config, shows }) => {
    const profile = await profileWith(host, config);
    expect(profile).toMatchObject(shows);
    expectAsOthersSay(profile);
    if (!expectAsCliSays(profile)) uncovered('Profiles against docker inspect', 'no docker CLI');
  });
});

describe('whose namespace it is', () => {
  it.each([
    ['pid', { PidMode: 'host' }],
    ['net', { NetworkMode: 'host' }],
    ['ipc', { IpcMode: 'host' }],
    ['uts', { UTSMode: 'host' }],
  ])('the host’s %s is asked for, and is there', async (shared, host) => {
    const { namespaces } = await profileWith(host);
    for (const name of ['mnt', 'pid', 'net', 'ipc', 'uts']) {
      const owner = { of: name === shared ? 'host' : 'own' };
      expect(namespaces).toContainEqual(
        expect.objectContaining({ name, declared: owner, effective: owner }),
      );
    }
  });

  it('is told by name where it is another container’s', async () => {
    const other = await plain.start(SLEEP, {
      name: `walls-other-${process.pid}`,
      host: { IpcMode: 'shareable' },
    });
    const { container } = await profiled(engine, other);
    const mode = `container:${other}`;
    const id = await plain.start(SLEEP, {
      host: { PidMode: mode, NetworkMode: mode, IpcMode: mode },
    });
    const neighbour = { id: other, name: container.name, pid: container.pid ?? 0 };
    // A pid of another machine or of later: it is not that container.
    const stale = { id: 'f'.repeat(64), name: 'stale', pid: container.pid ?? 0 };
    const profile = (await profiled(engine, id, [stale, neighbour])).container;
    const owner = { of: 'container', id: other, name: container.name };
    for (const name of ['pid', 'net', 'ipc']) {
      expect(profile.namespaces).toContainEqual(
        expect.objectContaining({ name, declared: owner, effective: owner }),
      );
    }
    expectAsOthersSay(profile);
    expect(profile.mounts.filter(({ exposes }) => exposes !== undefined)).toEqual([]);
  });
});

describe('limits', () => {
  it('are those of its cgroup, with their use', async () => {
    const { limits, pid = 0 } = await profileWith({
      Memory: 64 * MIB,
      MemorySwap: 96 * MIB,
      NanoCpus: 5e8,
      PidsLimit: 20,
    });
    const of = (name: string) => limits.find((one) => one.name === name);
    expect(of('memory')).toMatchObject({ declared: 64 * MIB, effective: 64 * MIB, hits: 0 });
    expect(of('swap')).toMatchObject({ declared: 32 * MIB });
    expect(of('cpu')).toMatchObject({ declared: 0.5, effective: 0.5 });
    expect(of('pids')).toMatchObject({ declared: 20, effective: 20, now: 1, hits: 0 });
    const limit = cgroupFile(pid, 'memory', 'memory.limit_in_bytes');
    if (limit !== undefined) {
      expect(String(of('memory')?.effective)).toBe(limit);
      expect(String(of('pids')?.effective)).toBe(cgroupFile(pid, 'pids', 'pids.max'));
    }
  });

  it('are unlimited where none were asked for', async () => {
    const { limits } = await profileWith({});
    expect(limits.map(({ name, effective }) => [name, effective])).toEqual([
      ['memory', 'unlimited'],
      ['swap', 'unlimited'],
      ['cpu', 'unlimited'],
      ['pids', 'unlimited'],
    ]);
  });

  it('count how often they were hit', async () => {
    const script = `i=0; while [ $i -lt 8 ]; do sleep 300 & i=$((i+1)); done; ${SLEEP}`;
    const id = await plain.start(`(${script}); ${SLEEP}`, {
      host: { PidsLimit: 5, NanoCpus: 1e7 },
    });
    for (;;) {
      const { limits } = (await profiled(engine, id)).container;
      const hits = (name: string) => limits.find((one) => one.name === name)?.hits ?? 0;
      if (hits('pids') > 0 && hits('cpu') > 0) break;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  });
});

describe('mounts', () => {
  const at = ({ mounts }: ContainerProfile, destination: string) =>
    mounts.find((mount) => mount.destination === destination);

  it('of the engine’s socket and of a system directory are called what they are', async () => {
    removedAtTheEnd('/volumes/walls-test');
    const address = (process.env['DOCKER_HOST'] ?? 'unix:///var/run/docker.sock').slice(7);
    const profile = await profileWith({
      Binds: [`${address}:/var/run/docker.sock`, '/etc:/host-etc:ro', 'walls-test:/data'],
      Tmpfs: { '/scratch': 'size=1m' },
    });
    const expected = {
      '/var/run/docker.sock': { source: address, exposes: 'engine-socket', basis: 'both' },
      '/host-etc': { readOnly: true, exposes: 'host-system-directory', basis: 'both' },
      '/data': { source: 'walls-test', exposes: 'volume', basis: 'both' },
      '/scratch': { filesystem: 'tmpfs', basis: 'both' },
    };
    for (const [path, mount] of Object.entries(expected)) {
      expect(at(profile, path)).toMatchObject(mount);
    }
    expect(at(profile, '/etc/hosts')?.exposes).toBeUndefined();
    expectAsOthersSay(profile);
  });

  it('of the host’s root, read-only, bring what is mounted below it, which is not', async () => {
    const profile = await profileWith({ Binds: ['/:/host:ro'] });
    expect(at(profile, '/host')).toMatchObject({ readOnly: true, exposes: 'host-root' });
    expect(at(profile, '/host/proc')).toMatchObject({ readOnly: false, exposes: 'host-proc' });
    expect(at(profile, '/host/sys')).toMatchObject({ exposes: 'host-sys' });
    expect(at(profile, '/host/dev')).toMatchObject({ exposes: 'host-devices' });
  });
});

describe('the network', () => {
  it('has the addresses and the ports that are there', async () => {
    const name = `walls-net-${process.pid}`;
    removedAtTheEnd(`/networks/${name}`);
    await engine.client.json({ method: 'POST', path: '/networks/create', body: { Name: name } });
    const profile = await profileWith(
      { NetworkMode: name, PortBindings: { '80/tcp': [{ HostIp: '127.0.0.1', HostPort: '0' }] } },
      { ExposedPorts: { '80/tcp': {}, '81/udp': {} } },
    );
    expect(profile.network).toMatchObject({
      mode: name,
      publishedPorts: [{ containerPort: 80, protocol: 'tcp', hostAddress: '127.0.0.1' }],
    });
    expect(profile.network.publishedPorts[0]?.hostPort).toBeGreaterThan(0);
    expect(profile.network.interfaces?.map((one) => one.name)).toEqual(['lo', 'eth0']);
    expectAsOthersSay(profile);
  });
});

describe('secrets', () => {
  it('are told by name and never by value', async () => {
    const Env = ['DB_PASSWORD=hunter2', 'API_TOKEN=t0psecret', 'PLAIN=visible', 'EMPTY_KEY='];
    const profile = await profileWith({}, { Env });
    expect(profile.secretNames).toEqual(['DB_PASSWORD', 'API_TOKEN']);
    expect(JSON.stringify(profile)).not.toMatch(/hunter2|t0psecret|visible/);
  });
});
