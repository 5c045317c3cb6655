import { describe, expect, it } from 'vitest';
import type { ExperimentResult } from '../../../src-main/contract/index.js';
import { interpreterOf } from '../../../src-main/metrics/host/binfmt.js';
import { theEngine, thePodman } from '../../support/docker/engine.js';
import { paralelo } from '../../support/paralelo.js';
import { uncovered } from '../../support/uncovered.js';

const engine = await theEngine();
const podman = await thePodman();
engine.client.close();
podman?.client.close();
if (podman === undefined) uncovered('portability in Podman', 'there is no Podman');
const RUNTIMES = ['docker:runc', ...(podman === undefined ? [] : ['podman:crun']), 'v8'];

const { code, stdout } = await paralelo([
  ...['bench', 'portability', '--runtimes', RUNTIMES.join(','), '--runs', '2', '--json'],
]);
const result = JSON.parse(stdout) as ExperimentResult;
const rows = (id: string) => result.tables.find((table) => table.id === id)?.rows ?? [];

describe('paralelo bench portability', () => {
  it('tells that the same program printed the same everywhere, each time', () => {
    expect(code).toBe(0);
    expect(result).toMatchObject({ experiment: 'portability', plan: { runs: 2 }, dropped: [] });
    const [first] = rows('outputs');
    expect(first?.cells['same']).toBe('it is the first');
    for (const { cells } of rows('outputs')) {
      expect(cells).toMatchObject({ outputs: 1, runs: 2, end: 'exit code 0' });
      expect(cells['sha256']).toBe(first?.cells['sha256']);
    }
    expect(rows('outputs').map(({ runtime }) => runtime)).toEqual(RUNTIMES);
    expect(result.findings[0]).toMatch(
      /^One file of [\d.]+ KiB, sha256 [0-9a-f]{64}, printed the same 17 bytes in 1 of 1 Wasm runtimes and modes/,
    );
  });

  it('tells how large each is, as it is and compressed', () => {
    const [image, ...others] = rows('sizes');
    expect(image?.cells['bytes']).toBeGreaterThan(10_000);
    expect(image?.cells['unique']).toBeLessThanOrEqual(Number(image?.cells['bytes']));
    expect(image?.cells['layers']).toMatch(/^1: [\d.]+ KiB$/);
    expect(image?.cells['gzip']).toBeGreaterThan(1000);
    expect(image?.cells['gzip']).toBeLessThan(Number(image?.cells['bytes']));
    const module = others.at(-1)?.cells;
    expect(module).toMatchObject({ what: 'module sum.wasm' });
    expect(module?.['gzip']).toBeLessThan(Number(module?.['bytes']));
    expect(module?.['brotli']).toBeLessThan(Number(module?.['gzip']));
  });

  it('tries the image of another architecture, and tells honestly what became of it', () => {
    const own = `linux/${engine.facts.architecture}`;
    const other = engine.facts.architecture === 'arm64' ? 'amd64' : 'arm64';
    const { interpreter } = interpreterOf(other);
    if (interpreter === undefined) {
      uncovered('an image of another architecture that is emulated', 'nothing emulates it here');
    }
    const [docker] = rows('platforms');
    expect(docker?.cells).toMatchObject({
      ...{ built: own, machine: own, foreign: `linux/${other}` },
      outcome: interpreter === undefined ? 'exec format error' : 'emulated',
    });
    expect(rows('platforms').at(-1)?.cells).toEqual({ built: 'any: a module names none' });
  });

  it('is no run that ended with a code of its own, in any OCI runtime', async () => {
    const other = engine.facts.architecture === 'arm64' ? 'amd64' : 'arm64';
    for (const runtime of RUNTIMES.slice(0, -1)) {
      const flags = `--runtime ${runtime} --workload hello --platform linux/${other} --json`;
      const ended = await paralelo(['run', ...flags.split(' ')]);
      const said = ended.stdout + ended.stderr;
      if (interpreterOf(other).interpreter === undefined) {
        expect(ended.code).toBe(126);
        expect(said).toContain('"code": "wrong-architecture"');
      } else expect(ended.code).toBe(0);
    }
  });

  it('refuses a platform for a module', async () => {
    const ended = await paralelo(
      'run --runtime v8 --workload hello --platform linux/arm64'.split(' '),
    );
    expect(ended.code).toBe(2);
    expect(ended.stderr).toContain('A module has no platform');
  });
});
