import { readFile } from 'node:fs/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import { pack } from 'tar-stream';
import { describe, expect, it } from 'vitest';
import { LabError, MOST_BUNDLE_BYTES } from '../../../src-main/contract/index.js';
import type { ExperimentName } from '../../../src-main/contract/index.js';
import { writeBundle } from '../../../src-main/export/bundle/write.js';
import { aContainerSample } from '../../support/store/records.js';
import { exchangedOf } from '../../../src-main/export/exchanged.js';
import { readBundle } from '../../../src-main/export/index.js';
import {
  ORIGIN,
  aRecordingOf,
  aRun,
  anExperiment,
  anExperimentOfVersion1,
  someAttempts,
} from './recorded.js';

const NAMES = ['startup', 'memory', 'speed', 'density', 'limits', 'portability'] as const;
const MUTATIONS = 500;

async function bundleOf(...names: ExperimentName[]): Promise<Buffer> {
  const recorded = [aRun('r-1'), aRun('r-2', { stdout: '</script>\u0000 ü' })];
  const experiments = await Promise.all(names.map(anExperiment));
  return writeBundle([...recorded, ...experiments].map(exchangedOf), ORIGIN);
}

/** A tar of these files, compressed. */
async function packed(files: Record<string, string | Buffer>): Promise<Buffer> {
  const tar = pack();
  for (const [name, content] of Object.entries(files)) tar.entry({ name }, content);
  tar.finalize();
  const chunks: Buffer[] = [];
  for await (const chunk of tar) chunks.push(chunk as Buffer);
  return gzipSync(Buffer.concat(chunks));
}

async function codeOf(bundle: Uint8Array): Promise<string> {
  try {
    await readBundle(bundle);
    return 'accepted';
  } catch (thrown) {
    expect(thrown).toBeInstanceOf(LabError);
    const { code, hint } = thrown as LabError;
    expect(hint).not.toBe('');
    return code;
  }
}

/** The same each time. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

describe('a bundle', () => {
  it('that is read has the entries that were written, every sample and raw value of them', async () => {
    const runs = [aRun('r-1'), aRun('r-2')];
    const experiments = await Promise.all(NAMES.map(anExperiment));
    const recordings = [aRecordingOf('i-1'), someAttempts('a-1')];
    const entries = [...runs, ...experiments, ...recordings].map(exchangedOf);
    const bundle = await readBundle(await writeBundle(entries, ORIGIN));
    expect(bundle.entries).toEqual(JSON.parse(JSON.stringify(entries)));
    expect(bundle.manifest).toMatchObject({ version: 2, ...ORIGIN });
  });

  it('without a recording is one that an older Paralelo reads', async () => {
    const { manifest } = await readBundle(await bundleOf('limits'));
    expect(manifest.version).toBe(1);
  });

  it('of version 1 is read as ever', async () => {
    const path = new URL('../../fixtures/export/version-1.paralelo', import.meta.url);
    const { entries, manifest } = await readBundle(await readFile(path));
    expect(manifest.version).toBe(1);
    expect(entries).toEqual(
      JSON.parse(JSON.stringify([aRun('r-1'), await anExperimentOfVersion1()].map(exchangedOf))),
    );
  });

  it.each([
    ['a step of a length that is not kept', { stepMs: 1234 }],
    ['a step that does not begin where one begins', { min: aContainerSample(1) }],
    ['a step without the number of its values', { count: { tMs: 0, memory: {} } }],
    ['a lowest that is above its highest', { min: { rssBytes: 1e12 } }],
  ])('of a recording with %s is refused', async (_what, change) => {
    const recorded = aRecordingOf('i-1');
    const [step] = recorded.steps as unknown as Record<string, unknown>[];
    if (step === undefined) throw new Error('no step');
    const isMemory = 'min' in change && 'rssBytes' in change.min;
    if (isMemory) Object.assign((step['min'] as { memory: object }).memory, change.min);
    else Object.assign(step, change);
    expect(await codeOf(await writeBundle([exchangedOf(recorded)], ORIGIN))).toBe('bundle-damaged');
  });

  it('of attempts with a result of what was not tried, or one twice, is refused', async () => {
    const recorded = someAttempts('a-1');
    const [first] = recorded.matrix.results;
    if (first === undefined) throw new Error('no result');
    for (const more of [first, { ...first, attempt: 'nothing-of-it' }]) {
      const results = [...recorded.matrix.results, more];
      const broken = exchangedOf({ ...recorded, matrix: { ...recorded.matrix, results } });
      expect(await codeOf(await writeBundle([broken], ORIGIN))).toBe('bundle-damaged');
    }
  });

  it('of a recording whose steps or samples are not in order is refused', async () => {
    const recorded = aRecordingOf('i-1');
    for (const broken of [
      { ...recorded, steps: [...recorded.steps].reverse() },
      { ...recorded, samples: [...recorded.samples].reverse() },
    ]) {
      expect(await codeOf(await writeBundle([exchangedOf(broken)], ORIGIN))).toBe('bundle-damaged');
    }
  });

  it('of the same entries is the same file', async () => {
    expect(await bundleOf()).toEqual(await bundleOf());
  });

  it('is never read as something else when a byte of it is flipped or its end is missing', async () => {
    const bundle = await bundleOf();
    const { entries } = await readBundle(bundle);
    const below = random(7);
    for (let round = 0; round < MUTATIONS; round += 1) {
      const broken = mutated(bundle, below);
      await expectRefusedOrSame(broken, entries);
    }
  });

  it('is never read as something else when what is compressed in it was changed', async () => {
    const bundle = await bundleOf();
    const { entries, manifest } = await readBundle(bundle);
    const tar = gunzipSync(bundle);
    const below = random(11);
    let refused = 0;
    for (let round = 0; round < MUTATIONS; round += 1) {
      const broken = gzipSync(mutated(tar, below), { level: 1 });
      const read = await readBundle(broken).catch((thrown: unknown) => thrown);
      if (read instanceof LabError) refused += 1;
      else expect(read).toEqual({ entries, manifest });
    }
    expect(refused).toBeGreaterThan(MUTATIONS / 3);
  });

  it('that is no bundle is refused by what it is', async () => {
    expect(await codeOf(Buffer.from('PK\u0003\u0004'))).toBe('not-a-bundle');
    expect(await codeOf(Buffer.alloc(0))).toBe('not-a-bundle');
    expect(await codeOf(gzipSync('hello'))).toMatch(/^(not-a-bundle|bundle-damaged)$/);
    expect(await codeOf(await packed({ 'manifest.json': '{"format":"other"}' }))).toBe(
      'not-a-bundle',
    );
  });

  it('of a newer version is refused as that, whatever else is in it', async () => {
    const manifest = JSON.stringify({ format: 'paralelo-bundle', version: 3, more: true });
    expect(await codeOf(await packed({ 'manifest.json': manifest }))).toBe('bundle-newer');
  });

  it('with a file that leads out of its folder is refused', async () => {
    expect(await codeOf(await packed({ '../../etc/passwd': 'x' }))).toBe('bundle-damaged');
  });

  it('that is small and unpacks to gigabytes is refused before it does', async () => {
    const bomb = gzipSync(Buffer.alloc(200 * 1024 ** 2), { level: 9 });
    expect(bomb.length).toBeLessThan(1024 ** 2);
    expect(await codeOf(bomb)).toBe('bundle-too-large');
    expect(await codeOf(Buffer.alloc(MOST_BUNDLE_BYTES + 1))).toBe('bundle-too-large');
  });

  it('whose samples are not in the order of their times is refused', async () => {
    const { samples } = aRun('r-1').record;
    const entry = exchangedOf(aRun('r-1', { samples: [...samples].reverse() }));
    expect(await codeOf(await writeBundle([entry], ORIGIN))).toBe('bundle-damaged');
  });
});

function mutated(bytes: Buffer, below: (most: number) => number): Buffer {
  if (below(4) === 0) return bytes.subarray(0, below(bytes.length));
  const broken = Buffer.from(bytes);
  const at = below(broken.length);
  broken[at] = (broken[at] ?? 0) ^ (1 << below(8));
  return broken;
}

async function expectRefusedOrSame(broken: Buffer, entries: unknown): Promise<void> {
  const read = await readBundle(broken).catch((thrown: unknown) => thrown);
  if (read instanceof LabError) return;
  expect((read as { entries: unknown }).entries).toEqual(entries);
}
