import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  cleanUpOrphans,
  discoverEngines,
  dockerRuntimes,
} from '../../../../src-main/runtimes/docker/index.js';
import type { Engine } from '../../../../src-main/runtimes/docker/index.js';
import { loadImage } from '../../../../src-main/runtimes/docker/load-image.js';
import { CONTENT_LABEL } from '../../../../src-main/runtimes/docker/labels.js';
import { findImage } from '../../../../src-main/runtimes/docker/prepare/image.js';
import { bundle } from '../../../support/bundle.js';
import { engineAt, isThere, thePodman } from '../../../support/docker/engine.js';
import { killNine, startLabChild } from '../../../support/docker/lab-child.js';
import { probeAddress } from '../../../support/docker/probe-address.js';
import { run, runtimeOf, start, twin } from '../../../support/docker/run.js';
import { importImage, savedTar } from '../../../support/docker/shell-image.js';
import { ROOT } from '../../../support/paralelo.js';
import { uncovered } from '../../../support/uncovered.js';

const MIB = 1 << 20;
const podman = await thePodman();
uncovered(
  'Rootless Podman',
  'no user with subordinate ids and a service of its own is set up here.',
);

afterAll(() => podman?.client.close());

describe.runIf(podman !== undefined)('Podman', () => {
  let engine: Engine;
  beforeAll(() => {
    if (podman !== undefined) engine = podman;
  });

  it('is listed beside Docker, each with ids of its own', async () => {
    const { engines } = await discoverEngines({ env: process.env, platform: process.platform });
    expect(engines.map(({ id }) => id).sort()).toEqual(['docker', 'podman']);
    const ids = dockerRuntimes(engines).map(({ info }) => info.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const one of engines) one.client.close();
  });

  it('prints the same as Docker, from an image that its API made from nothing', async () => {
    const sum = twin('sum', '--n', '100000');
    const here = await run(engine, sum);
    expect(here.ending).toMatchObject({ kind: 'exited', code: 0 });
    const docker = await engineAt(process.env['DOCKER_HOST']);
    const there = await run(docker, sum);
    expect(here.observer.stdout).toBe(there.observer.stdout);
    expect(await isThere(engine, here.observer.container)).toBe(false);
    const image = await findImage(engine, here.prepared.workload.digest ?? '');
    expect(image?.labels).toHaveProperty(CONTENT_LABEL);
    docker.client.close();
  });

  it('loads the tar of an image, and tells its name', async () => {
    // Its import takes no tag.
    const ref = 'localhost/paralelo-test/loaded:latest';
    await importImage(engine, { ref, files: { '/a': Buffer.from('a') } });
    const folder = await mkdtemp(join(tmpdir(), 'paralelo-podman-'));
    const path = join(folder, 'saved.tar');
    await writeFile(path, await savedTar(engine, ref));
    await engine.client.json({ method: 'DELETE', path: `/images/${ref}` });
    expect(await loadImage(engine, path)).toEqual([ref]);
    expect(await findImage(engine, ref)).toBeDefined();
    await engine.client.json({ method: 'DELETE', path: `/images/${ref}` });
    await rm(folder, { recursive: true });
  });

  it.each([
    { how: 'is sampled', wishes: {} },
    { how: 'is only timed', wishes: { unsampled: true } },
  ])('kills a twin that grows beyond its memory limit where it $how', async ({ wishes }) => {
    const grow = twin('grow', '--to', '128m', '--step', '1m');
    const limits = { memoryBytes: 64 * MIB };
    const { ending, prepared } = await run(engine, grow, { limits, ...wishes });
    expect(ending).toMatchObject({ kind: 'oom-killed', code: 137 });
    expect(prepared.enforcedBy).toEqual({ memory: 'cgroup' });
    expect(prepared.warnings.map(({ code }) => code)).not.toContain('coarse-samples');
  });

  it('holds memory, CPU and processes as its cgroup files say, and is isolated as it is seen', async () => {
    const limits = { memoryBytes: 64 * MIB, cpus: 0.5, pids: 20 };
    const grow = twin('grow', '--to', '8m', '--step', '8m', '--hold', '1h');
    const { live, observer } = await start(engine, grow, { limits });
    await Promise.all([observer.printed('8 MiB'), observer.seen()]);
    const reading = observer.meters.at(-1)?.read();
    expect(reading?.memory.limitBytes).toBe(64 * MIB);
    expect(reading?.memory.anonBytes).toBeGreaterThanOrEqual(8 * MIB);
    await live.kill();
    expect(await live.ended).toMatchObject({ kind: 'signalled', signal: 'SIGKILL' });
    const effective = [...observer.facts.values()].filter(({ basis }) => basis === 'effective');
    const labels = effective.map(({ label }) => label);
    for (const label of ['memory 64.0 MiB', 'CPU 0.5', 'pids 20', 'seccomp filter', 'no network'])
      expect(labels).toContain(label);
  });

  it('ends one that is frozen, which it would leave frozen by itself', async () => {
    const { live, observer } = await start(engine, twin('spin', '--forever'));
    await live.pause?.();
    await live.kill();
    expect(await live.ended).toMatchObject({ kind: 'signalled', signal: 'SIGKILL' });
    expect(await isThere(engine, observer.container)).toBe(false);
  });

  it('loses no container of a lab that was killed: the next one removes it', async () => {
    const program = await bundle(join(ROOT, 'test/support/docker/lab-process.ts'), 'lab-podman');
    const { lab, container } = await startLabChild(program, ['podman'], process.env);
    await killNine(lab);
    expect(await isThere(engine, container)).toBe(true);
    expect(await cleanUpOrphans(engine)).toContain(container);
    expect(await isThere(engine, container)).toBe(false);
  });
});

if (podman !== undefined && !isHybrid())
  uncovered('crun where cgroups are hybrid', 'the cgroups of this machine are not.');

/** An own service that sees the machine as it is, in the same mount namespace as the tests. */
describe.runIf(podman !== undefined && isHybrid())('crun where cgroups are hybrid', () => {
  it('is refused, with what to do, whatever another engine on this machine can do', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'paralelo-podman-'));
    const address = `unix://${folder}/podman.sock`;
    const places = ['--root', `${folder}/root`, '--runroot', `${folder}/run`];
    const options = ['--storage-driver', 'vfs', '--runtime', 'crun'];
    const args = [...places, ...options, 'system', 'service', '--time=0', address];
    // With CONTAINER_HOST the podman command would be a client of that one.
    const env = { ...process.env, CONTAINER_HOST: undefined };
    const service = spawn('podman', args, { stdio: 'ignore', env });
    try {
      await probeAddress(address);
      const here = { ...process.env, CONTAINER_HOST: address };
      const { engines } = await discoverEngines({ env: here, platform: process.platform });
      const crun = engines.find(({ id }) => id === 'podman');
      if (crun === undefined) throw new Error('no Podman');
      const { info } = runtimeOf(crun, 'podman:crun');
      expect(info).toMatchObject({ available: false });
      expect(info.why).toContain('hybrid cgroups');
      expect(info.hint).toContain('runc');
      for (const one of engines) one.client.close();
    } finally {
      const ended = once(service, 'exit');
      service.kill();
      await ended;
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  });
});

function isHybrid(): boolean {
  try {
    const path = '/sys/fs/cgroup/unified/cgroup.controllers';
    return readFileSync(path, 'utf8').trim() !== '';
  } catch {
    return false;
  }
}
