import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CLAIM_IDS } from '../../../src-main/contract/index.js';
import type { ClaimsReport, HistoryPage } from '../../../src-main/contract/index.js';
import { paralelo } from '../../support/paralelo.js';

let dataDir: string;
const here = (...args: string[]) => paralelo(args, { PARALELO_DATA_DIR: dataDir });
const claims = (...args: string[]) => here('claims', ...args);

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'paralelo-claims-'));
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

describe('paralelo claims', () => {
  it('tests what is asked for on the real engines, each verdict with its evidence', async () => {
    const { code, stdout, stderr } = await claims('P1', 'P7', 'p8', 'P18', '--json');
    expect(code).toBe(0);
    const report = JSON.parse(stdout) as ClaimsReport;
    expect(report.claims.map(({ id, verdict }) => `${id} ${verdict}`)).toEqual([
      expect.stringMatching(/^P1 (holds|holds-with-caveat)$/),
      'P7 holds-with-caveat',
      'P8 holds',
      'P18 could-not-be-tested',
    ]);
    expect(report.claims.slice(0, 3).every(({ evidence }) => evidence.length > 0)).toBe(true);
    expect(report.isPartial).toBe(false);
    // What each is from can be looked at later.
    const { entries } = JSON.parse((await here('history', '--json')).stdout) as HistoryPage;
    const known = entries.map(({ id }) => id);
    const [p1, p7, p8, p18] = report.claims.map(({ recordIds }) => recordIds);
    expect(p1).toEqual([expect.stringMatching(/^e-/)]);
    expect(p7).toContainEqual(expect.stringMatching(/^r-/));
    expect(p8?.length).toBe(2 * (p7?.length ?? 0));
    expect(p18).toEqual([]);
    expect(known).toEqual(expect.arrayContaining([p1, p7, p8].flat()));
    // Nothing is gathered that no claim asked for.
    expect(stderr.match(/^Gathering: \w+/gm)).toEqual(
      ['containers', 'rootFiles', 'portability'].map((what) => `Gathering: ${what}`),
    );
  });

  it('says a claim in the language that is asked for', async () => {
    const { code, stdout } = await claims('P18', '--lang', 'pt-BR');
    expect(code).toBe(0);
    expect(stdout).toContain('Um orquestrador dá a contêineres');
    expect(stdout).toContain('COULD NOT BE TESTED HERE (IV.C)');
  });

  it('refuses what is no claim, and no language of them', async () => {
    for (const args of [['P21'], ['P1', '--lang', 'fr']]) {
      const { code, stdout } = await claims(...args, '--json');
      expect(code).toBe(2);
      expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'bad-request' } });
    }
    expect(CLAIM_IDS).toHaveLength(20);
  });
});
