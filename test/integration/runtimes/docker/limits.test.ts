import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../../../src-main/runtimes/docker/index.js';
import { dockerOf } from '../../../support/docker/dockerode.js';
import { theEngine } from '../../../support/docker/engine.js';
import { prepare, run, shell, start, twin } from '../../../support/docker/run.js';
import { importShellImage } from '../../../support/docker/shell-image.js';

let engine: Engine;

beforeAll(async () => {
  engine = await theEngine();
  await importShellImage(engine);
});

afterAll(() => {
  engine.client.close();
});

const MIB = 1 << 20;

describe('the memory limit', () => {
  it('kills a twin that grows beyond it, and says so', async () => {
    const grow = twin('grow', '--to', '128m', '--step', '1m');
    const { ending, prepared, observer } = await run(engine, grow, {
      limits: { memoryBytes: 64 * MIB },
    });
    expect(ending).toMatchObject({ kind: 'oom-killed', code: 137, signal: 'SIGKILL' });
    expect(prepared.enforcedBy).toEqual({ memory: 'cgroup' });
    expect(observer.stdout).not.toContain('134217728');
  });

  it('does not call it a kill for memory when only a child died of it', async () => {
    const script = 'sh -c "head -c 200000000 /dev/zero | tail -c 200000000 > /dev/null"; exit 5';
    const { ending } = await run(engine, shell(script), { limits: { memoryBytes: 32 * MIB } });
    expect(ending).toMatchObject({ kind: 'exited', code: 5 });
  });

  it('does not call it a kill for memory when the lab killed it', async () => {
    const limits = { memoryBytes: 64 * MIB };
    const { live } = await start(engine, twin('spin', '--forever'), { limits });
    await live.kill();
    expect(await live.ended).toMatchObject({ kind: 'signalled', signal: 'SIGKILL' });
  });

  it('below the minimum of the engine is refused before anything is made', async () => {
    await expect(
      prepare(engine, twin('hello'), { limits: { memoryBytes: 4 * MIB } }),
    ).rejects.toMatchObject({
      code: 'limit-too-low',
      message: expect.stringContaining('6.0 MiB') as string,
    });
  });
});

describe('the process limit', () => {
  it('stops a program that forks without end', async () => {
    const script = 'i=0; while [ $i -lt 40 ]; do sleep 30 & i=$((i+1)); done; echo all';
    const { observer, ending } = await run(engine, shell(script), { limits: { pids: 16 } });
    expect(observer.stdout).not.toContain('all');
    expect(ending.code).not.toBe(0);
  });
});

describe('the CPU limit', () => {
  it('is held by the quota that the kernel shows', async () => {
    const limits = { cpus: 0.5 };
    const { live, observer, prepared } = await start(engine, twin('spin', '--forever'), { limits });
    const { HostConfig } = await dockerOf(engine).getContainer(observer.container).inspect();
    await live.kill();
    await live.ended;
    expect(HostConfig.NanoCpus).toBe(500_000_000);
    expect(prepared.enforcedBy).toEqual({ cpus: 'cgroup' });
  });

  it('above the cores of the engine is an error, and a warning with best effort', async () => {
    const limits = { cpus: 1000 };
    await expect(prepare(engine, twin('hello'), { limits })).rejects.toMatchObject({
      code: 'limit-not-enforced',
    });
    const { ending, prepared } = await run(engine, twin('hello'), { limits, bestEffort: true });
    expect(prepared.enforcedBy).toEqual({ cpus: 'none' });
    expect(ending).toMatchObject({ kind: 'exited', code: 0 });
  });
});

describe('fuel', () => {
  it('is an error for a container, and a warning with best effort', async () => {
    const limits = { fuel: 1000 };
    await expect(prepare(engine, twin('hello'), { limits })).rejects.toMatchObject({
      code: 'limit-not-enforced',
    });
    const prepared = await prepare(engine, twin('hello'), { limits, bestEffort: true });
    expect(prepared.enforcedBy).toEqual({ fuel: 'none' });
    expect(prepared.warnings.map(({ code }) => code)).toContain('fuel-not-enforced');
  });
});
