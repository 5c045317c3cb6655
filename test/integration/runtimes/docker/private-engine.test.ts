import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  cleanUpOrphans,
  createDockerSource,
  discoverEngines,
  watchEngine,
} from '../../../../src-main/runtimes/docker/index.js';
import type { Engine } from '../../../../src-main/runtimes/docker/index.js';
import { RUN_LABEL } from '../../../../src-main/runtimes/docker/labels.js';
import { containersOf, engineAt } from '../../../support/docker/engine.js';
import { createPrivateEngine } from '../../../support/docker/private-engine.js';
import type { PrivateEngine } from '../../../support/docker/private-engine.js';
import { run, start, twin } from '../../../support/docker/run.js';

let daemon: PrivateEngine;
let engine: Engine;

beforeAll(async () => {
  daemon = await createPrivateEngine();
  await daemon.start();
  engine = await engineAt(daemon.address);
});

afterEach(async () => {
  daemon.thaw();
  await daemon.stop();
  await daemon.start();
});

afterAll(async () => {
  engine.client.close();
  await daemon.dispose();
});

const here = () => ({ env: { DOCKER_HOST: daemon.address }, platform: process.platform });

describe('an engine that is killed while a container runs', () => {
  it('ends the run with engine-lost, and its container is removed when it is back', async () => {
    const { live } = await start(engine, twin('spin', '--forever'));
    await daemon.kill();
    expect(await live.ended).toMatchObject({ errorCode: 'engine-lost' });
    await daemon.start();
    expect(await containersOf(engine, RUN_LABEL)).toHaveLength(1);
    expect(await cleanUpOrphans(engine)).toHaveLength(1);
    expect(await containersOf(engine, RUN_LABEL)).toEqual([]);
  });
});

describe('an engine that is stopped', () => {
  it('is seen to go and to come back', async () => {
    const seen: string[] = [];
    let wake = () => {};
    const stop = watchEngine(engine, (change) => {
      seen.push(change);
      wake();
    });
    const next = () => new Promise<void>((resolve) => (wake = resolve));
    // The stream of events must be open before the engine goes, or nothing is lost.
    await engine.client.json({ method: 'GET', path: '/_ping' });
    const lost = next();
    await daemon.stop();
    await lost;
    const back = next();
    await daemon.start();
    await back;
    stop();
    expect(seen).toEqual(['lost', 'back']);
  });

  it('is named as not running, with how to start it, and found again once it runs', async () => {
    await daemon.stop();
    const source = createDockerSource(here());
    expect(await source.discover()).toMatchObject({
      runtimes: [],
      engines: [
        { available: false, why: expect.any(String) as string, hint: expect.any(String) as string },
      ],
    });
    const changed = new Promise<void>((resolve) => source.watch(resolve));
    await daemon.start();
    await changed;
    const { runtimes } = await source.discover();
    expect(runtimes.map(({ info }) => info.id)).toContain('docker:runc');
    source.close();
  });
});

describe('an engine that hangs', () => {
  it('does not hang the search for engines', async () => {
    daemon.freeze();
    const { engines, infos } = await discoverEngines(here());
    expect(engines).toEqual([]);
    expect(infos[0]?.why).toContain('does not answer');
  });

  it('does not hold up a kill for ever', async () => {
    const { live } = await start(engine, twin('spin', '--forever'));
    daemon.freeze();
    await live.kill();
    daemon.thaw();
    expect(await live.ended).toMatchObject({ kind: 'signalled' });
  }, 60_000);
});

describe('an engine over TCP', () => {
  it('is not local: its stats stream is used, and that is said', async () => {
    const remote = await engineAt(daemon.tcpAddress);
    expect(remote.info).toMatchObject({ local: false, address: daemon.tcpAddress });
    const { live, observer, prepared } = await start(remote, twin('spin', '--forever'));
    expect(prepared.warnings.map(({ code }) => code)).toContain('coarse-samples');
    const [meter] = observer.meters;
    let reading = meter?.read();
    while (reading === undefined) {
      await new Promise((resolve) => setImmediate(resolve));
      reading = meter?.read();
    }
    await live.kill();
    await live.ended;
    expect(reading.memory.cgroupBytes).toBeGreaterThan(0);
    remote.client.close();
  });
});

describe('every OCI runtime of an engine', () => {
  it('runs hello', async () => {
    for (const { name, why } of engine.facts.ociRuntimes) {
      // Also crun: this engine's mount namespace has no hybrid cgroups, whatever the machine has.
      expect([name, why]).toEqual([name, undefined]);
      const runtime = `docker:${name}`;
      const { ending, observer } = await run(engine, twin('hello'), { runtime });
      expect([name, observer.stdout, ending.code]).toEqual([name, 'hello\n', 0]);
    }
  });
});
