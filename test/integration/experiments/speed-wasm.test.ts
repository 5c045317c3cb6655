import { expect, it } from 'vitest';
import type { ExperimentResult, RuntimeInfo } from '../../../src-main/contract/index.js';
import { KERNELS } from '../../../src-main/experiments/speed/kernels.js';
import { paralelo } from '../../support/paralelo.js';
import { uncovered } from '../../support/uncovered.js';

/** Compilers: an interpreter computes the same, and takes fifty times as long. */
const WANTED = ['wasmtime', 'wasmer', 'wazero', 'bun', 'deno'];

it('every kernel comes to the same checksum in every engine that is here', async () => {
  const { stdout: listed } = await paralelo(['runtimes', '--json']);
  const { runtimes } = JSON.parse(listed) as { runtimes: RuntimeInfo[] };
  const here = WANTED.filter((id) => runtimes.some((one) => one.id === id && one.available));
  for (const id of WANTED.filter((one) => !here.includes(one))) {
    uncovered(`the kernels in ${id}`, 'it is not installed');
  }
  if (here.length === 0) return;
  const flags = ['--runtimes', here.join(','), '--runs', '1', '--warm-ups', '0', '--json'];
  const { code, stdout } = await paralelo(['bench', 'speed', ...flags]);
  const { contenders, dropped } = JSON.parse(stdout) as ExperimentResult;
  expect(dropped).toEqual([]);
  expect(code).toBe(0);
  expect(contenders.map(({ runtime }) => runtime)).toEqual(['native', ...here]);
  for (const { measures } of contenders) {
    const steady = measures.filter(({ id }) => id.startsWith('steady:'));
    expect(steady).toHaveLength(KERNELS.length);
  }
});
