import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadImage } from '../../../../src-main/runtimes/docker/load-image.js';
import { listImages, removeTwinImages } from '../../../../src-main/runtimes/docker/index.js';
import type { Engine } from '../../../../src-main/runtimes/docker/index.js';
import { engineAt } from '../../../support/docker/engine.js';
import { createPrivateEngine } from '../../../support/docker/private-engine.js';
import type { PrivateEngine } from '../../../support/docker/private-engine.js';
import { prepare, run, twin } from '../../../support/docker/run.js';
import { SHELL_IMAGE, importShellImage, savedTar } from '../../../support/docker/shell-image.js';

// An engine of its own: other tests would miss the images that are removed here.
let daemon: PrivateEngine;
let engine: Engine;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'paralelo-images-'));
  daemon = await createPrivateEngine();
  await daemon.start();
  engine = await engineAt(daemon.address);
  await importShellImage(engine);
});

afterAll(async () => {
  engine.client.close();
  await daemon.dispose();
  await rm(folder, { recursive: true });
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

describe('the tar of an image', () => {
  it.each([
    ['as it was saved', (tar: Buffer) => tar],
    ['compressed', gzipSync],
  ])('is loaded by the engine, %s, and told by its name', async (_how, packed) => {
    const path = await file('saved.tar', packed(await savedTar(engine, SHELL_IMAGE)));
    await engine.client.json({ method: 'DELETE', path: `/images/${SHELL_IMAGE}` });
    expect(await loadImage(engine, path)).toEqual([SHELL_IMAGE]);
    expect((await listImages(engine)).map(({ ref }) => ref)).toContain(SHELL_IMAGE);
  });

  it('that has no name is told by its content', async () => {
    const { Id } = (await engine.client.json({
      method: 'GET',
      path: `/images/${SHELL_IMAGE}/json`,
    })) as { Id: string };
    const path = await file('nameless.tar', await savedTar(engine, Id));
    await engine.client.json({ method: 'DELETE', path: `/images/${SHELL_IMAGE}` });
    expect(await loadImage(engine, path)).toEqual([Id]);
    await importShellImage(engine);
  });

  it('of a file system alone is refused in the words of the engine, with what takes it', async () => {
    execFileSync('tar', ['-cf', join(folder, 'files.tar'), '-C', '/etc', 'hostname']);
    await expect(loadImage(engine, join(folder, 'files.tar'))).rejects.toMatchObject({
      code: 'not-an-image',
      message: expect.stringContaining('Docker did not load files.tar: ') as string,
      hint: expect.stringContaining('docker import') as string,
    });
  });

  it('that is none, is cut short, a pipe, or not there is refused, and keeps nobody waiting', async () => {
    const cut = (await savedTar(engine, SHELL_IMAGE)).subarray(0, 4096);
    execFileSync('mkfifo', [join(folder, 'pipe.tar')]);
    const refusals = [
      [await file('text.tar', Buffer.from('no tar')), 'text.tar is no image: it is not a tar.'],
      [await file('empty.tar', Buffer.alloc(0)), 'empty.tar is no image: it is not a tar.'],
      [await file('cut.tar', cut), 'Docker did not load cut.tar: '],
      [join(folder, 'pipe.tar'), 'pipe.tar is no image: it is not a file.'],
      [folder, 'is no image: it is not a file.'],
      [join(folder, 'gone.tar'), 'gone.tar cannot be read: ENOENT'],
    ] as const;
    for (const [path, message] of refusals) {
      await expect(loadImage(engine, path)).rejects.toThrow(message);
    }
  });
});

async function file(name: string, content: Buffer): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}
