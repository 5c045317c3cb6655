import { describe, expect, it } from 'vitest';
import type { ExperimentResult, RuntimeInfo } from '../../../src-main/contract/index.js';
import { paralelo } from '../../support/paralelo.js';
import { uncovered } from '../../support/uncovered.js';

const { stdout } = await paralelo(['runtimes', '--json']);
const { runtimes } = JSON.parse(stdout) as { runtimes: RuntimeInfo[] };
const wasm = runtimes.filter(({ kind }) => kind === 'wasm');
for (const { id, available, why } of wasm) {
  if (!available) uncovered(`portability in ${id}`, why ?? 'it is not here');
}
const here = wasm.filter(({ available }) => available).map(({ id }) => id);

describe('one module in every Wasm runtime of this machine', () => {
  it('prints the same bytes, each time', async () => {
    const flags = ['--runtimes', here.join(','), '--runs', '2', '--json'];
    const { code, stdout: json } = await paralelo(['bench', 'portability', ...flags]);
    const { dropped, tables, findings } = JSON.parse(json) as ExperimentResult;
    expect({ code, dropped }).toEqual({ code: 0, dropped: [] });
    const rows = tables.find(({ id }) => id === 'outputs')?.rows ?? [];
    expect(rows.map(({ runtime }) => runtime)).toEqual(here);
    expect(new Set(rows.map(({ cells }) => cells['sha256'])).size).toBe(1);
    expect(rows.map(({ cells }) => cells['outputs'])).toEqual(here.map(() => 1));
    const all = String(here.length);
    expect(findings[0]).toContain(
      `printed the same 17 bytes in ${all} of ${all} Wasm runtimes and modes`,
    );
  }, 120_000);
});
