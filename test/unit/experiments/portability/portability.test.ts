import { describe, expect, it } from 'vitest';
import type { Outcome, RunRecord, RuntimeInfo } from '../../../../src-main/contract/index.js';
import { findingsOf } from '../../../../src-main/experiments/portability/findings.js';
import type { Facts } from '../../../../src-main/experiments/portability/facts.js';
import { foreignTo, outcomeOf } from '../../../../src-main/experiments/portability/foreign.js';
import { checkSameFile } from '../../../../src-main/experiments/portability/index.js';
import { moduleSizes } from '../../../../src-main/experiments/portability/module-sizes.js';
import { outputsTable } from '../../../../src-main/experiments/portability/outputs-table.js';
import { platformsTable } from '../../../../src-main/experiments/portability/platforms-table.js';
import { sizesTable } from '../../../../src-main/experiments/portability/sizes-table.js';
import { usedColumns } from '../../../../src-main/experiments/portability/used-columns.js';
import { judge } from '../../../../src-main/experiments/program/judge.js';
import { allFailed } from '../../../../src-main/experiments/program/words.js';
import type { Seen } from '../../../../src-main/experiments/program/printed.js';
import { custom, encodeModule } from '../../../support/wasm/encoder.js';

const seen = (text: string, end = 'exit code 0'): Seen => ({
  printed: { sha256: `of ${text}`, bytes: text.length, kept: Buffer.from(text) },
  end,
});
const info = (id: string): RuntimeInfo =>
  ({ id, kind: id.includes(':runc') ? 'container' : 'wasm' }) as unknown as RuntimeInfo;
const IMAGE = {
  facts: {
    ...{ ref: 'x:1', id: 'sha256:1', platform: 'linux/amd64', enginePlatform: 'linux/amd64' },
    ...{
      isLocal: true,
      totalBytes: 3000,
      uniqueBytes: 1000,
      layers: 2,
      layerBytes: [2000, 1000],
      gzipBytes: 900,
    },
  },
  foreign: { platform: 'linux/arm64', outcome: 'exec format error', by: 'nothing is registered' },
};
const MODULE = encodeModule({ bodies: [[]], customs: [custom('name', [0, 1, 0])] });

async function factsWith(more: Partial<Facts> = {}): Promise<Facts> {
  const sizes = await moduleSizes(MODULE);
  const content = { name: 'x.wasm', bytes: MODULE, sha256: 'cafe' };
  return { images: new Map(), module: { content, sizes }, warnings: [], ...more };
}

describe('the sizes of a module', () => {
  it('are of the file, without custom sections and compressed; the stripped one is valid', async () => {
    const { bytes, stripped, gzipBytes, brotliBytes } = await moduleSizes(MODULE);
    expect(bytes).toBe(MODULE.length);
    expect(stripped).toMatchObject({ isValid: true });
    expect(stripped?.content.length).toBe(MODULE.length - custom('name', [0, 1, 0]).length);
    expect(gzipBytes).toBeGreaterThan(0);
    expect(brotliBytes).toBeGreaterThan(0);
  });

  it('say nothing of what would take too long', async () => {
    expect(await moduleSizes(Buffer.alloc(33 * 1024 ** 2))).toEqual({ bytes: 33 * 1024 ** 2 });
  });
});

describe('the tables', () => {
  it('leave a cell out that nobody told, which is not 0', async () => {
    const { ref, id, enginePlatform, isLocal } = IMAGE.facts;
    const untold = { facts: { ref, id, enginePlatform, isLocal } };
    const images = new Map([['docker:runc', untold]]);
    expect(sizesTable(await factsWith({ images })).rows[0]?.cells).toEqual({ what: 'image x:1' });
    expect(
      platformsTable([info('docker:runc')], await factsWith({ images })).rows[0]?.cells,
    ).toEqual({
      machine: 'linux/amd64',
    });
  });

  it('tell of an image what its engine counts, and of the module once what it weighs', async () => {
    const facts = await factsWith({ images: new Map([['docker:runc', IMAGE]]) });
    expect(sizesTable(facts).rows).toMatchObject([
      {
        runtime: 'docker:runc',
        cells: { bytes: 3000, unique: 1000, layers: '2: 2.0 KiB, 1000 B', gzip: 900 },
      },
      { runtime: 'every Wasm runtime', cells: { what: 'module x.wasm', bytes: MODULE.length } },
    ]);
  });

  it('say where outputs part, and have no column for it when all are the same', () => {
    const columns = (texts: string[]) =>
      usedColumns(
        outputsTable(
          judge(
            texts.map((text, at) => ({ runtime: `r${String(at)}`, seen: [seen(text)] })),
            false,
          ),
        ),
      ).columns.map(({ id }) => id);
    expect(columns(['a', 'a'])).not.toContain('at');
    expect(columns(['a', 'b'])).toEqual(expect.arrayContaining(['at', 'here', 'there']));
  });
});

describe('the findings', () => {
  it('count who printed the same, a runtime that could not run it included, and name who did not', async () => {
    const runtimes = ['docker:runc', 'v8', 'wasm3', 'wabt'].map(info);
    const judged = judge(
      [
        { runtime: 'docker:runc', seen: [seen('ok'), seen('ok')] },
        { runtime: 'v8', seen: [seen('ok'), seen('ok')] },
        { runtime: 'wasm3', seen: [seen('no'), seen('no')] },
        { runtime: 'wabt', seen: [] },
      ],
      false,
    );
    const facts = await factsWith({ images: new Map([['docker:runc', IMAGE]]) });
    const found = findingsOf({ runtimes, facts, judged, asPrinted: false });
    expect(found).toEqual([
      `One file of ${String(MODULE.length)} B, sha256 cafe, printed the same 2 bytes in 1 of 3 Wasm runtimes and modes (compared with docker:runc).`,
      'wasm3 printed something else than docker:runc: at byte 0, "no" where that has "ok".',
      '3 of 3 contenders printed the same 2 times.',
      expect.stringContaining('is still valid'),
      'The image of the same twin for linux/arm64 did not run in docker:runc on linux/amd64: exec format error (nothing is registered).',
    ]);
  });

  it('praise nothing where every contender failed', async () => {
    const said = async (ends: string[]) => {
      const runtimes = ['docker:runc', 'podman:runc', 'v8'].map(info);
      const all = runtimes.map(({ id: runtime }, at) => ({ runtime, seen: [seen('', ends[at])] }));
      const judged = judge(all, false);
      const found = findingsOf({ runtimes, facts: await factsWith(), judged, asPrinted: false });
      return [...found, ...allFailed(judged).map(({ message }) => message)].join('\n');
    };
    const failed = await said(['exit code 1', 'exit code 1', 'trapped']);
    expect(failed).toContain(
      'ended well nowhere, and until then printed the same 0 bytes in 1 of 1',
    );
    expect(failed).toContain('As an image it ended well nowhere');
    expect(failed).toContain('they ended with: exit code 1, trapped.');
    const half = await said(['exit code 1', 'exit code 0', 'trapped']);
    expect(half).not.toContain('nowhere');
    expect(half).not.toContain('No contender');
  });

  it('say that the stripped module did something else', async () => {
    const facts = await factsWith();
    const judged = judge([{ runtime: 'v8', seen: [seen('ok')] }], false);
    const said = (own: Seen) =>
      findingsOf({
        runtimes: [info('v8')],
        facts: {
          ...facts,
          ...(facts.module === undefined
            ? {}
            : { module: { ...facts.module, stripped: { runtime: 'v8', seen: own } } }),
        },
        judged,
        asPrinted: false,
      }).join('\n');
    expect(said(seen('ok'))).toContain('does the same in v8');
    expect(said(seen('no'))).toContain('does something else in v8');
    expect(said(seen('ok', 'trapped'))).toContain('does something else in v8');
  });
});

describe('a run', () => {
  const run = (workload: object, runtime = 'v8') => ({ runtime, workload }) as unknown as RunRecord;

  it('of another file than the first does not count', async () => {
    const facts = await factsWith({ images: new Map([['docker:runc', IMAGE]]) });
    expect(() => checkSameFile(run({ sha256: 'cafe' }), facts)).not.toThrow();
    expect(() => checkSameFile(run({ sha256: 'beef' }), facts)).toThrow('It ran beef');
    const other = run({ digest: 'sha256:2' }, 'docker:runc');
    expect(() => checkSameFile(other, facts)).toThrow('the program changed meanwhile');
  });
});

describe('an image for another architecture', () => {
  const run = (outcome: Partial<Outcome>, stderr = '') =>
    outcomeOf({ outcome: { kind: 'failed-to-start', reason: '', ...outcome }, stderr });

  it('is one that the engine does not run by itself', () => {
    expect(foreignTo({ enginePlatform: 'linux/amd64' })).toBe('linux/arm64');
    expect(foreignTo({ enginePlatform: 'linux/arm64' })).toBe('linux/amd64');
  });

  it('was emulated when it ended well, did not run, or something else happened, which is told as it is', () => {
    expect(run({ kind: 'exited', code: 0 })).toBe('emulated');
    expect(run({ reason: 'It says: exec /sum: exec format error' })).toBe('exec format error');
    expect(run({ kind: 'exited', code: 1 }, 'exec /sum: Exec format error')).toBe(
      'exec format error',
    );
    expect(run({ reason: 'The engine is gone.' })).toBe('The engine is gone.');
  });
});
