import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RuntimeCatalogue } from '../../../../../src-main/lab/catalogue.js';
import { ContainerInstances } from '../../../../../src-main/runtimes/docker/instances/container-instances.js';
import type { Engine } from '../../../../../src-main/runtimes/docker/index.js';
import { createDockerSource } from '../../../../../src-main/runtimes/docker/index.js';
import { connect } from '../../../../../src-main/runtimes/docker/engine/client.js';
import { parseAddress } from '../../../../../src-main/runtimes/docker/engine/address.js';
import { engineAt, theEngine } from '../../../../support/docker/engine.js';
import { PlainContainers, RecordingSink, watching } from '../../../../support/docker/instances.js';
import { createPrivateEngine } from '../../../../support/docker/private-engine.js';
import type { PrivateEngine } from '../../../../support/docker/private-engine.js';
import { importShellImage } from '../../../../support/docker/shell-image.js';
import { uncovered } from '../../../../support/uncovered.js';

beforeAll(async () => {
  const engine = await theEngine();
  await importShellImage(engine);
  engine.client.close();
});

describe('an engine of a test of its own', () => {
  let daemon: PrivateEngine;

  beforeAll(async () => {
    daemon = await createPrivateEngine();
    await daemon.start();
  });
  afterAll(async () => {
    daemon.thaw();
    await daemon.dispose();
  });

  it('keeps its rows while it is away, says so, and tells what has changed when it is back', async () => {
    const engine = await engineAt(daemon.address);
    await importShellImage(engine);
    const plain = new PlainContainers(engine);
    const source = createDockerSource({
      env: { DOCKER_HOST: daemon.address },
      platform: process.platform,
    });
    await source.discover();
    const sink = new RecordingSink();
    const stop = source.instances?.watch(sink);
    await sink.isListed('docker');
    const id = await plain.start('exec sleep 300');
    const running = await sink.instance(id, ({ state }) => state === 'running');
    // Also in a mount namespace of its own, as this engine is.
    const meter = running.openMeter({ fineMemory: true });
    expect(meter.read()?.memory.rssBytes).toBeGreaterThan(0);
    meter.close();
    await daemon.stop();
    await sink.until(() => sink.origins.get('docker')?.problem !== undefined);
    expect(sink.origins.get('docker')).toMatchObject({
      isListed: true,
      problem: { code: 'engine-unreachable', message: expect.any(String) as string },
    });
    expect(sink.instances.has(id)).toBe(true);
    // The search for engines finds none meanwhile: nobody is forgotten for that.
    await source.discover();
    expect(sink.instances.has(id)).toBe(true);
    await daemon.start();
    await sink.until(() => sink.origins.get('docker')?.problem === undefined);
    await sink.instance(id, ({ state }) => state === 'exited');
    await source.discover();
    await plain.post(id, 'start');
    await sink.instance(id, ({ state }) => state === 'running');
    await plain.remove(id);
    await sink.isGone(id);
    expect(sink.told.filter(({ what }) => what === 'gone')).toEqual([{ id, what: 'gone' }]);
    stop?.();
    source.close();
    engine.client.close();
  });

  it('is found once it answers, though it hung when engines were looked for', async () => {
    const podman = process.env['CONTAINER_HOST'];
    if (podman === undefined) {
      uncovered('An engine that hangs beside another', 'CONTAINER_HOST names no Podman.');
      return;
    }
    daemon.freeze();
    const env = { DOCKER_HOST: daemon.address, CONTAINER_HOST: podman };
    const source = createDockerSource({ env, platform: process.platform });
    const catalogue = new RuntimeCatalogue([source]);
    const [instances] = catalogue.instanceSources();
    const sink = new RecordingSink();
    const stop = instances?.watch(sink);
    await sink.isListed('podman');
    expect(sink.origins.get('docker')).toMatchObject({
      isListed: false,
      problem: { code: 'engine-unreachable' },
    });
    daemon.thaw();
    await sink.isListed('docker');
    expect(sink.origins.get('docker')).not.toHaveProperty('problem');
    stop?.();
    catalogue.close();
  });

  it('is named when it hangs, delays no other, and is listed again when it answers', async () => {
    const [frozen, other] = [await engineAt(daemon.address), await theEngine()];
    const alive: Engine = { ...other, id: 'podman', info: { ...other.info, id: 'podman' } };
    const { sink, stop } = await watching(frozen, alive);
    daemon.freeze();
    const plain = new PlainContainers(other);
    const id = await plain.start('exec sleep 300');
    await sink.instance(id, ({ state }) => state === 'running');
    expect(sink.origins.get('docker')?.problem).toBeUndefined();
    await sink.until(() => sink.origins.get('docker')?.problem !== undefined);
    expect(sink.origins.get('docker')?.problem?.message).toContain('does not answer');
    expect(sink.origins.get('podman')?.problem).toBeUndefined();
    daemon.thaw();
    await sink.until(() => sink.origins.get('docker')?.problem === undefined);
    await plain.removeAll();
    stop();
    for (const { client } of [frozen, other]) client.close();
  });
});

describe('a socket that accepts and never answers', () => {
  it('is a problem with what to do about it, and nothing waits for it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'paralelo-deaf-'));
    const sockets = new Set<Socket>();
    const server = createServer((socket) => {
      sockets.add(socket);
      socket.on('error', () => undefined);
    }).listen(join(folder, 'docker.sock'));
    await once(server, 'listening');
    const address = parseAddress(`unix://${folder}/docker.sock`);
    const model = await theEngine();
    const deaf: Engine = {
      ...model,
      info: { ...model.info, address: address.text },
      client: connect({ address }),
    };
    const source = new ContainerInstances();
    source.replace([deaf], [deaf.info]);
    const sink = new RecordingSink();
    const stop = source.watch(sink);
    await sink.until(() => sink.origins.get('docker')?.problem !== undefined);
    const origin = sink.origins.get('docker');
    expect(origin?.isListed).toBe(false);
    expect(origin?.problem?.message).toContain('does not answer');
    expect(origin?.problem?.hint).not.toBe('');
    stop();
    for (const socket of sockets) socket.destroy();
    server.close();
    rmSync(folder, { recursive: true });
    model.client.close();
  });

  it('is a problem also when the search for engines is all that ever met it', () => {
    const source = new ContainerInstances();
    const sink = new RecordingSink();
    const info = { id: 'docker', name: 'Docker', local: false, available: false } as const;
    const stop = source.watch(sink);
    source.replace([], [{ ...info, address: 'unix:///x', why: 'It hangs.', hint: 'Restart it.' }]);
    expect(sink.origins.get('docker')?.problem).toMatchObject({
      message: 'It hangs.',
      hint: 'Restart it.',
    });
    source.replace([], [{ ...info, why: 'There is none.' }]);
    stop();
  });
});

describe('a new search for engines while they are watched', () => {
  it('neither loses nor repeats a row', async () => {
    const source = createDockerSource();
    await source.discover();
    const sink = new RecordingSink();
    const stop = source.instances?.watch(sink);
    const engine = await theEngine();
    await sink.isListed('docker');
    const plain = new PlainContainers(engine);
    const id = await plain.start('exec sleep 300');
    await sink.instance(id, ({ state }) => state === 'running');
    const before = sink.told.length;
    await Promise.all([source.discover(), source.discover()]);
    await source.discover();
    await plain.post(id, 'pause');
    await sink.instance(id, ({ state }) => state === 'paused');
    expect(sink.told.slice(before).filter((one) => one.id === id)).toHaveLength(1);
    await plain.removeAll();
    await sink.isGone(id);
    stop?.();
    source.close();
    engine.client.close();
  });
});

describe('300 containers that come and go quickly', () => {
  it('leave no row, and fewer questions than events', async () => {
    const engine = await theEngine();
    const { source, sink, stop } = await watching(engine);
    const plain = new PlainContainers(engine);
    const made: string[] = [];
    const one = async () => {
      const id = await plain.create('true');
      made.push(id);
      await plain.remove(id);
    };
    for (let at = 0; at < 300; at += 10) await Promise.all(Array.from({ length: 10 }, one));
    await sink.until(() => made.every((id) => !sink.instances.has(id)));
    // Something asked for afterwards is answered: nothing is stuck.
    const last = await plain.create('true');
    await sink.instance(last);
    expect(made.filter((id) => sink.instances.has(id))).toEqual([]);
    expect(sink.events.filter(({ action }) => action === 'destroy').length).toBeGreaterThanOrEqual(
      300,
    );
    expect(source.asked()[0]?.requests).toBeLessThan(700);
    for (const id of made) {
      const told = sink.told.filter((one) => one.id === id).map(({ what }) => what);
      expect([[], ['found', 'gone']]).toContainEqual(told);
    }
    await plain.removeAll();
    stop();
    engine.client.close();
  }, 180_000);
});
