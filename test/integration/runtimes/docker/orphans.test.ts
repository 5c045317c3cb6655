import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { cleanUpOrphans } from '../../../../src-main/runtimes/docker/index.js';
import type { Engine } from '../../../../src-main/runtimes/docker/index.js';
import { isOwnerAlive } from '../../../../src-main/runtimes/owner.js';
import { bundle } from '../../../support/bundle.js';
import { isThere, theEngine } from '../../../support/docker/engine.js';
import { killNine, startLabChild } from '../../../support/docker/lab-child.js';
import { start, twin } from '../../../support/docker/run.js';
import { ROOT } from '../../../support/paralelo.js';

let engine: Engine;
let program: string;
const labs: ChildProcess[] = [];

beforeAll(async () => {
  engine = await theEngine();
  program = await bundle(join(ROOT, 'test/support/docker/lab-process.ts'), 'lab-process');
});

afterEach(async () => {
  for (const lab of labs.splice(0)) lab.kill('SIGKILL');
  await cleanUpOrphans(engine);
});

afterAll(() => {
  engine.client.close();
});

/** A lab of its own with a container that runs. */
async function startLab(): Promise<{ lab: ChildProcess; container: string }> {
  const env = { ...process.env, DOCKER_HOST: engine.info.address };
  const started = await startLabChild(program, [], env);
  labs.push(started.lab);
  return started;
}

describe('the containers of a lab that was killed', () => {
  it('are found by their label and removed by the next one', async () => {
    const { lab, container } = await startLab();
    await killNine(lab);
    expect(await isThere(engine, container)).toBe(true);
    expect(await cleanUpOrphans(engine)).toContain(container);
    expect(await isThere(engine, container)).toBe(false);
  });

  it('are removed by two labs at once without an error', async () => {
    const { lab, container } = await startLab();
    await killNine(lab);
    await Promise.all([cleanUpOrphans(engine), cleanUpOrphans(engine)]);
    expect(await isThere(engine, container)).toBe(false);
  });
});

describe('the containers of a living lab', () => {
  it('are never touched by another', async () => {
    const { container } = await startLab();
    expect(await cleanUpOrphans(engine)).not.toContain(container);
    expect(await isThere(engine, container)).toBe(true);
  });

  it('are never touched by itself', async () => {
    const { live, observer } = await start(engine, twin('spin', '--forever'));
    expect(await cleanUpOrphans(engine)).not.toContain(observer.container);
    await live.kill();
    expect(await live.ended).toMatchObject({ signal: 'SIGKILL' });
  });

  it('are asked about by their owner', async () => {
    const { container } = await startLab();
    const asked: string[] = [];
    const removed = await cleanUpOrphans(engine, (owner) => {
      asked.push(owner);
      return isOwnerAlive(owner);
    });
    expect(removed).not.toContain(container);
    expect(asked.length).toBeGreaterThan(0);
  });
});
