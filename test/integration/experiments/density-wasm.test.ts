import { describe, expect, it } from 'vitest';
import type { ExperimentResult } from '../../../src-main/contract/index.js';
import { paralelo } from '../../support/paralelo.js';
import { uncovered } from '../../support/uncovered.js';

const MIB = 1024 ** 2;

async function isHere(runtime: string): Promise<boolean> {
  const { stdout } = await paralelo(['runtimes', '--json']);
  const { runtimes } = JSON.parse(stdout) as { runtimes: { id: string; available: boolean }[] };
  return runtimes.some(({ id, available }) => id === runtime && available);
}

async function marginal(runtime: string, hold: string): Promise<number> {
  const flags = `--runtimes ${runtime} --instances 4 --runs 1 --hold ${hold} --json`;
  const { code, stdout } = await paralelo(['bench', 'density', ...flags.split(' ')]);
  expect(code).toBe(0);
  const { contenders } = JSON.parse(stdout) as ExperimentResult;
  const measures = contenders.flatMap((contender) => contender.measures);
  return measures.find(({ id }) => id === 'marginal:privateDirty')?.median ?? Number.NaN;
}

describe('density of instances that are processes of a Wasm engine', () => {
  it.each([
    ['wasmtime', 4],
    // Its memory is copied when it grows, and the old one stays until Go collects it.
    ['wazero', 8],
  ])('of %s finds what each holds more', async (runtime, mostMib) => {
    if (!(await isHere(runtime))) {
      uncovered(`density of ${runtime}`, 'it is not installed');
      return;
    }
    const more = (await marginal(runtime, '5MiB')) - (await marginal(runtime, '1MiB'));
    expect(more / MIB).toBeGreaterThan(0.8 * 4);
    expect(more / MIB).toBeLessThan(1.2 * mostMib);
  });
});
