import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Engine } from '../../../../src-main/runtimes/docker/index.js';
import { thePodman } from '../../../support/docker/engine.js';
import { PlainContainers } from '../../../support/docker/instances.js';
import { provideShellImage, SHELL_IMAGE } from '../../../support/docker/shell-image.js';
import { expectAsOthersSay } from '../../../support/isolation/compared.js';
import { profiled } from '../../../support/isolation/profiled.js';

const SLEEP = 'exec sleep 300';
const ULIMITS = ['nofile', 'nproc'].map((type) => ({ type, soft: 500, hard: 500 }));

const podman = await thePodman();

describe.skipIf(podman === undefined)('a container of Podman', () => {
  const engine = podman as Engine;
  const plain = new PlainContainers(engine);
  const made: string[] = [];

  beforeAll(() => provideShellImage(engine));
  afterAll(async () => {
    await plain.removeAll();
    for (const id of made) await plain.remove(id);
    engine.client.close();
  });

  /** By Podman's own API, which can ask for what the compatible one cannot. */
  async function startNative(spec: object): Promise<string> {
    const { Id } = (await engine.client.json({
      method: 'POST',
      path: '/v4.0.0/libpod/containers/create',
      body: {
        image: SHELL_IMAGE,
        command: ['sh', '-c', SLEEP],
        r_limits: ULIMITS,
        netns: { nsmode: 'none' },
        ...spec,
      },
    })) as { Id: string };
    made.push(Id);
    await engine.client.json({ method: 'POST', path: `/v4.0.0/libpod/containers/${Id}/start` });
    return Id;
  }

  it('without options is what other programs say of it, against Podman’s own default', async () => {
    const { container, gaps } = await profiled(engine, await plain.start(SLEEP));
    expect(gaps).toEqual([]);
    expect(container.capabilities).toMatchObject({ beyondDefault: [], belowDefault: [] });
    // Its document does not say them, and says null.
    expect(container.maskedPaths.declared).toBeUndefined();
    expect(container.maskedPaths.effective).toContain('/sys/firmware');
    expectAsOthersSay(container);
  });

  it('that is privileged shows what it can reach', async () => {
    const { container } = await profiled(engine, await startNative({ privileged: true }));
    expect(container).toMatchObject({
      isPrivileged: true,
      seccomp: { declared: 'unconfined', effective: { mode: 'off' } },
      maskedPaths: { declared: [], effective: [] },
      readOnlyPaths: { declared: [], effective: [] },
    });
    expect(container.capabilities.beyondDefault).toEqual(
      expect.arrayContaining(['SYS_ADMIN', 'SYS_MODULE', 'SYS_PTRACE']),
    );
    expect(container.devices.effective).toContain('/dev/kmsg');
    expect(container.devices.allowed ?? ['a *:* rwm']).toEqual(['a *:* rwm']);
    expect(container.mounts.find(({ destination }) => destination === '/sys')).toMatchObject({
      readOnly: false,
      exposes: 'host-sys',
    });
    expectAsOthersSay(container);
  });

  it('in a user namespace has a root that is nobody outside', async () => {
    const map = [{ container_id: 0, host_id: 300_000, size: 65_536 }];
    const id = await startNative({
      userns: { nsmode: 'private' },
      idmappings: { HostUIDMapping: false, HostGIDMapping: false, UIDMap: map, GIDMap: map },
    });
    const { container } = await profiled(engine, id);
    expect(container.user).toMatchObject({
      insideUid: 0,
      outsideUid: 300_000,
      outsideGid: 300_000,
      uidMap: [{ inside: 0, outside: 300_000, count: 65_536 }],
    });
    expect(container.namespaces.find(({ name }) => name === 'user')?.effective).toEqual({
      of: 'own',
    });
    expectAsOthersSay(container);
  });

  it('with other capabilities shows those beyond and below', async () => {
    const host = { CapAdd: ['SYS_TIME'], CapDrop: ['CHOWN'] };
    const { container } = await profiled(engine, await plain.start(SLEEP, { host }));
    expect(container.capabilities).toMatchObject({
      beyondDefault: ['SYS_TIME'],
      belowDefault: ['CHOWN'],
    });
    expectAsOthersSay(container);
  });

  it('in another one’s namespaces names it', async () => {
    const other = await plain.start(SLEEP);
    const { container } = await profiled(engine, other);
    const mode = `container:${other}`;
    const id = await plain.start(SLEEP, { host: { PidMode: mode, NetworkMode: mode } });
    // Podman keeps the other one as long as one depends on it.
    onTestFinished(() => plain.remove(id));
    const neighbour = { id: other, name: container.name, pid: container.pid ?? 0 };
    const shared = (await profiled(engine, id, [neighbour])).container;
    const owner = { of: 'container', id: other, name: container.name };
    for (const name of ['pid', 'net']) {
      expect(shared.namespaces).toContainEqual(
        expect.objectContaining({ name, declared: owner, effective: owner }),
      );
    }
    expectAsOthersSay(shared);
  });
});
