import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '../../support/program.js';
import { nativeWorld, ownArchitecture, wasmWorld } from '../../support/twin-worlds.js';
import type { World } from '../../support/twin-worlds.js';
import { uncovered } from '../../support/uncovered.js';

const ROOT = join(import.meta.dirname, '../../..');
const COMMITTED = join(ROOT, 'resources/workloads');
/** What the build script ends with when a compiler is missing: EX_UNAVAILABLE of sysexits.h. */
const EXIT_UNAVAILABLE = 69;

const SHORT_RUNS: [string, string[]][] = [
  ['hello', []],
  ['grow', ['--to', '3m', '--pace', '0ms']],
  ['sum', ['--n', '100000']],
  ['spin', ['--for', 'ever']],
  ['probe', ['args', 'one', 'two words', '']],
];

interface Manifest {
  twins: { name: string; artefacts: Record<string, { file: string }> }[];
  builtWith: Record<string, unknown>;
}

let scratch: string;
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'paralelo-rebuild-'));
});
afterAll(() => rm(scratch, { recursive: true }));

describe.each(['wasm', 'linux-amd64', 'linux-arm64'])('the twins, built again for %s', (target) => {
  test('are the same bytes each time, and those that are committed', async () => {
    const first = await build(join(scratch, target), target);
    if (first === undefined) return;
    const second = await build(join(scratch, target, 'in another folder'), target);
    expect(second?.manifest).toEqual(first.manifest);

    const committed = await readManifest(COMMITTED);
    expect(names(first.manifest)).toEqual(names(committed));
    const sameTools = same(first.manifest.builtWith[target], committed.builtWith[target]);
    if (!sameTools) {
      uncovered(`committed ${target} twins equal to rebuilt ones`, 'other compiler versions here');
    }
    for (const { artefacts } of first.manifest.twins) {
      const file = artefacts[target]?.file ?? '';
      const built = await readFile(join(first.folder, file));
      if (sameTools) expect(built.equals(await readFile(join(COMMITTED, file))), file).toBe(true);
      expect(built.includes(ROOT), 'a path of this machine').toBe(false);
    }
  });

  test('do what the committed ones do', async () => {
    const world = worldOf(target);
    const built = world && (await build(join(scratch, target, 'to run'), target));
    if (built === undefined) {
      uncovered(`behaviour of rebuilt ${target} twins`, 'they cannot be built or run here');
      return;
    }
    const [theirs, ours] = [world?.(join(COMMITTED, 'bin')), world?.(join(built.folder, 'bin'))];
    for (const [twin, args] of SHORT_RUNS) {
      const expected = await run(theirs?.command(twin, args) ?? []);
      expect(await run(ours?.command(twin, args) ?? [])).toEqual(expected);
    }
  });
});

test('a target that does not exist is refused by name', async () => {
  const { code, stderr } = await script('--targets', 'pdp11', '--out', scratch);
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr: 'no target "pdp11"; there are wasm, linux-amd64, linux-arm64\n',
  });
});

test('a build of some targets only never replaces the committed manifest', async () => {
  const { code, stderr } = await script('--targets', 'wasm');
  expect(code).toBe(1);
  expect(stderr).toContain('--out');
});

async function build(folder: string, target: string) {
  const { code, stderr } = await script('--targets', target, '--out', folder);
  if (code === EXIT_UNAVAILABLE) {
    expect(stderr).toMatch(/^[^\n]+; install it with: [^\n]+\n$/);
    uncovered(`rebuild of the ${target} twins`, stderr);
    return undefined;
  }
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return { folder, manifest: await readManifest(folder) };
}

const script = (...args: string[]) =>
  run([process.execPath, join(ROOT, 'scripts/build-workloads.mjs'), ...args]);

async function readManifest(folder: string): Promise<Manifest> {
  return JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as Manifest;
}

function worldOf(target: string): ((binDir: string) => World) | undefined {
  if (target === 'wasm') return wasmWorld;
  if (process.platform !== 'linux' || target !== `linux-${ownArchitecture()}`) return undefined;
  return (binDir) => nativeWorld(binDir, ownArchitecture());
}

const names = ({ twins }: Manifest) => twins.map(({ name }) => name);
const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
