import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listImages, removeTwinImages } from '../../../../src-main/runtimes/docker/index.js';
import type { Engine } from '../../../../src-main/runtimes/docker/index.js';
import { engineAt } from '../../../support/docker/engine.js';
import { createPrivateEngine } from '../../../support/docker/private-engine.js';
import type { PrivateEngine } from '../../../support/docker/private-engine.js';
import { prepare, run, twin } from '../../../support/docker/run.js';
import { SHELL_IMAGE, importShellImage } from '../../../support/docker/shell-image.js';

// An engine of its own: other tests would miss the images that are removed here.
let daemon: PrivateEngine;
let engine: Engine;

beforeAll(async () => {
  daemon = await createPrivateEngine();
  await daemon.start();
  engine = await engineAt(daemon.address);
  await importShellImage(engine);
});

afterAll(async () => {
  engine.client.close();
  await daemon.dispose();
});

describe("the twins' images", () => {
  it('are made once, found again by their content, and removable', async () => {
    const first = await prepare(engine, twin('hello'));
    const second = await prepare(engine, twin('hello'));
    expect(second.workload.digest).toBe(first.workload.digest);
    const removed = await removeTwinImages(engine);
    expect(removed).toEqual([expect.stringMatching(/^paralelo\/twin-hello:[0-9a-f]{12}$/)]);
    expect(await removeTwinImages(engine)).toEqual([]);
    const { ending } = await run(engine, twin('hello'));
    expect(ending).toMatchObject({ kind: 'exited', code: 0 });
  });

  it('are prepared by several lanes at once', async () => {
    await removeTwinImages(engine);
    const lanes = await Promise.all([1, 2, 3].map(() => prepare(engine, twin('sum', '--n', '10'))));
    expect(new Set(lanes.map(({ workload }) => workload.digest)).size).toBe(1);
  });
});

describe('the suggestions', () => {
  it("are the engine's tagged images with their sizes, the twins' own left out", async () => {
    await prepare(engine, twin('hello'));
    const images = await listImages(engine);
    const shell = images.find(({ ref }) => ref === SHELL_IMAGE);
    expect(shell).toMatchObject({ engine: 'docker' });
    expect(shell?.sizeBytes).toBeGreaterThan(100_000);
    expect(images.map(({ ref }) => ref).join()).not.toContain('paralelo/twin-');
  });
});
