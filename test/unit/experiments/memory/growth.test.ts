import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { RunRecord } from '../../../../src-main/contract/index.js';
import type { Heard } from '../../../../src-main/experiments/index.js';
import { growthOf } from '../../../../src-main/experiments/memory/growth.js';
import { givenBackSentences } from '../../../../src-main/experiments/memory/given-back.js';
import { freedLevel, levelsOf } from '../../../../src-main/experiments/memory/levels.js';
import { endSentences } from '../../../../src-main/experiments/memory/ends.js';
import {
  commonDefinition,
  inOrder,
  measuresOf,
} from '../../../../src-main/experiments/memory/measures.js';

const MIB = 1024 ** 2;
const QUIET = { paceMs: 100, guardMs: 20 };

/** Real runs of `grow --to 24m --step 4m --pace 100ms --hold 100ms`, sampled every 20 ms; killed and refused: under 16 MiB. */
const RUNS = JSON.parse(
  readFileSync(new URL('../../../fixtures/experiments/grow-runs.json', import.meta.url), 'utf8'),
) as Record<string, { record: RunRecord; heard: Heard[] }>;

function captured(name: string) {
  const run = RUNS[name];
  if (run === undefined) throw new Error(`no run ${name}`);
  return growthOf({ ...run, spentMs: run.record.durationMs + 2 }, QUIET);
}

describe('a sample', () => {
  const steps = [
    { heldBytes: 4, tMs: 100 },
    { heldBytes: 8, tMs: 205 },
  ];
  const at = (tMs: number, rssBytes: number) => ({ tMs, memory: { rssBytes } });

  it('counts for the step that the guest had said last', () => {
    const samples = [at(90, 0), at(110, 4), at(150, 4), at(210, 8)];
    expect(levelsOf(samples, { steps }, QUIET)).toEqual([
      { askedBytes: 4, samples: 2, memory: { rssBytes: 4 } },
      { askedBytes: 8, samples: 1, memory: { rssBytes: 8 } },
    ]);
  });

  it('does not count when the next step may be under way, nor after all of them', () => {
    const samples = [at(110, 4), at(190, 7), at(300, 1)];
    expect(levelsOf(samples, { steps }, QUIET)).toEqual([
      { askedBytes: 4, samples: 1, memory: { rssBytes: 4 } },
    ]);
  });

  it('is of what is left after free when it came after that was said', () => {
    const samples = [at(210, 8), at(310, 1), at(350, 1), at(400, 0)];
    expect(freedLevel(samples, { freedAtMs: 305 }, QUIET)).toEqual({
      askedBytes: 0,
      samples: 2,
      memory: { rssBytes: 1 },
    });
    expect(freedLevel(samples, {}, QUIET)).toBeUndefined();
  });

  it('without a definition leaves that out of the level, which is not 0', () => {
    const [level] = levelsOf([{ tMs: 110, memory: {} }], { steps }, QUIET);
    expect(level).toEqual({ askedBytes: 4, samples: 1, memory: {} });
  });
});

describe('a run of grow', () => {
  it('in a container has anonymous memory byte for byte when it is touched', () => {
    const { lines, levels, end } = captured('docker-touched');
    expect(levels.map(({ askedBytes }) => askedBytes / MIB)).toEqual([4, 8, 12, 16, 20, 24]);
    expect(lines.anonBytes?.slope).toBeCloseTo(1, 2);
    expect(lines.anonBytes?.intercept).toBeLessThan(MIB);
    expect(end).toBe('reached');
  });

  it('that touches nothing has next to none of it', () => {
    expect(captured('docker-untouched').lines.anonBytes?.slope).toBeCloseTo(0, 2);
  });

  it('in a runtime of modules begins at what the runtime takes, and has no cgroup', () => {
    const { lines } = captured('wasmtime-touched');
    expect(lines.pssBytes?.intercept).toBeGreaterThan(MIB);
    expect(lines.pssBytes?.slope).toBeCloseTo(1, 1);
    expect(lines.linearBytes?.slope).toBeCloseTo(1, 2);
    expect(lines).not.toHaveProperty('cgroupBytes');
  });

  it('says how it met its limit, how far it had come, and who held it', () => {
    expect(captured('docker-killed')).toMatchObject({
      end: 'oom-killed',
      heldBytes: 12 * MIB,
      enforcer: 'cgroup',
    });
    expect(captured('wasmtime-refused')).toMatchObject({
      end: 'memory-refused',
      heldBytes: 12 * MIB,
      enforcer: 'engine-flag',
    });
  });

  it('that failed for another reason throws that reason', () => {
    const run = RUNS['docker-touched'];
    const record = { ...run?.record, outcome: { kind: 'trapped', reason: 'It trapped.' } };
    expect(() =>
      growthOf({ record: record as RunRecord, heard: run?.heard ?? [], spentMs: 1 }, QUIET),
    ).toThrow('It trapped.');
  });

  it('of which nothing was sampled says so instead of giving a line of nothing', () => {
    const run = RUNS['docker-touched'];
    const record = { ...run?.record, samples: [] } as unknown as RunRecord;
    expect(() => growthOf({ record, heard: run?.heard ?? [], spentMs: 1 }, QUIET)).toThrow(
      'Fewer than two of its steps',
    );
  });
});

describe('what was given back', () => {
  const freed = (pssBytes: number) => ({ ...captured('docker-touched'), givenBack: { pssBytes } });
  const first = commonDefinition([[captured('docker-touched')]]);

  it('is said in words, and nothing is said of runs that did not come to free', () => {
    const all = [
      { runtime: 'docker:runc', growths: [freed(23 * MIB)] },
      { runtime: 'v8', growths: [freed(-4096)] },
      { runtime: 'wasmtime', growths: [captured('wasmtime-refused')] },
    ];
    expect(givenBackSentences(all, first)).toEqual([
      'docker:runc gave back 23.0 MiB of 24.0 MiB that its guest had and freed (PSS).',
      'v8 gave nothing back of 24.0 MiB that its guest had and freed (PSS).',
    ]);
  });

  it('is a measure of its own by each definition', () => {
    const ids = measuresOf([freed(MIB)]).map(({ id }) => id);
    expect(ids).toContain('given-back:pss');
    expect(ids).not.toContain('given-back:rss');
  });
});

describe('the measures of memory', () => {
  it('begin with the definition that all contenders have', () => {
    const all = [[captured('docker-touched')], [captured('wasmtime-touched')]];
    const first = commonDefinition(all);
    expect(first?.id).toBe('pss');
    const ids = inOrder(measuresOf(all[1] ?? []), first).map(({ id }) => id);
    expect(ids.slice(0, 3)).toEqual(['overhead:pss', 'slope:pss', 'peak:pss']);
    expect(ids).not.toContain('slope:anon');
  });

  it('say in words who survived its limit', () => {
    const sentences = endSentences(
      [
        { runtime: 'docker:runc', growths: [captured('docker-killed')] },
        { runtime: 'wasmtime', growths: [captured('wasmtime-refused')] },
      ],
      { limitBytes: 16 * MIB },
    );
    expect(sentences).toEqual([
      'docker:runc was killed by the kernel: it did not survive, at 12.0 MiB: the limit was 16.0 MiB, held by cgroup (1 of 1 runs).',
      'wasmtime was refused more and ended by itself, at 12.0 MiB: the limit was 16.0 MiB, held by engine-flag (1 of 1 runs).',
    ]);
  });
});
