import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import type { ExperimentResult } from '../../../src-main/contract/index.js';
import { paralelo } from '../../support/paralelo.js';

const bench = (flags: string) =>
  paralelo(['bench', 'speed', ...flags.split(' '), '--warm-ups', '0', '--json']);
/** Of the lab that is a child of this test: others may work here too. */
const leftovers = () =>
  readdirSync(tmpdir()).filter((name) => /^paralelo-(native|experiment)-/.test(name));

describe('paralelo bench speed', () => {
  it('computes the same in a container, in V8 and natively, against which it is measured', async () => {
    const before = leftovers();
    const { code, stdout } = await bench(
      '--runtimes docker:runc,v8 --runs 2 --kernels sieve,files',
    );
    expect(code).toBe(0);
    const { contenders, dropped, tables, findings } = JSON.parse(stdout) as ExperimentResult;
    expect(dropped).toEqual([]);
    expect(contenders.map(({ runtime, kind, n }) => [runtime, kind, n])).toEqual([
      ['native', 'native', 2],
      ['docker:runc', 'container', 2],
      ['v8', 'wasm', 2],
    ]);
    for (const { measures, raw } of contenders) {
      const of = (id: string) => measures.find((one) => one.id === id)?.raw ?? [];
      raw.forEach((mean, run) => {
        const product = (of('relative:sieve')[run] ?? 0) * (of('relative:files')[run] ?? 0);
        expect(mean).toBeCloseTo(Math.sqrt(product), 9);
      });
      expect(Math.min(...of('steady:sieve'), ...of('first:files'))).toBeGreaterThan(0);
    }
    expect(Object.keys(tables[0]?.rows[0]?.cells ?? {})).toEqual(['sieve', 'files']);
    expect(findings.map((text) => text.split(' ')[0])).toEqual(['docker:runc', 'v8']);
    expect(leftovers()).toEqual(before);
  });

  it('refuses a kernel that there is not before anything runs', async () => {
    const { code, stdout } = await bench('--runtimes v8 --kernels nope');
    expect(code).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'bad-request' } });
  });
});
