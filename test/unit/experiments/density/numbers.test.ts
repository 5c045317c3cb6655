import { describe, expect, it } from 'vitest';
import { curvesOf } from '../../../../src-main/experiments/density/curves.js';
import type { Ladder } from '../../../../src-main/experiments/density/ladder.js';
import {
  commonDefinition,
  inOrder,
  measuresOf,
} from '../../../../src-main/experiments/density/measures.js';
import { sentencesOf } from '../../../../src-main/experiments/density/sentences.js';
import { densityTable } from '../../../../src-main/experiments/density/table.js';
import { densityWarnings } from '../../../../src-main/experiments/density/warnings.js';
import { parsePagesets } from '../../../../src-main/metrics/host/spare-memory.js';
import { pssOfFile } from '../../../../src-main/metrics/proc/process-memory.js';

const MIB = 1024 ** 2;

/** So much for each, 20 MiB once for all, and a shim of 2 MiB beside each where it is a container. */
function ladder(eachMib: number, shimMib?: number, count = 6): Ladder {
  const steps = Array.from({ length: count }, (_, at) => {
    const pssBytes = (20 + eachMib * (at + 1)) * MIB;
    return {
      count: at + 1,
      own: { pssBytes, rssBytes: pssBytes + 3 * MIB * (at + 1), privateDirtyBytes: pssBytes },
      besides: {
        pssBytes: (shimMib ?? 0) * (at + 1) * MIB,
        privateDirtyBytes: (shimMib ?? 0) * (at + 1) * MIB,
      },
      fallBytes: -MIB,
    };
  });
  return {
    steps,
    startsMs: [100, 10, 12, 14, 16, 18].slice(0, count),
    teardownMs: 60,
    end: { kind: 'all' },
    besides: shimMib === undefined ? [] : ['containerd-shim-runc-v2'],
  };
}

const medianOf = (ladders: Ladder[], id: string) =>
  measuresOf(ladders).find((measure) => measure.id === id)?.median;

describe('one more instance', () => {
  it('is the slope over the count, which what all share is not in', () => {
    expect(medianOf([ladder(5)], 'marginal:pss')).toBe(5 * MIB);
    expect(medianOf([ladder(5)], 'first:pss')).toBe(25 * MIB);
    expect(medianOf([ladder(5)], 'shared')).toBe(3 * MIB);
  });

  it('has what the engine keeps beside it in a number of its own, and in the sum', () => {
    const ladders = [ladder(5, 2)];
    expect(medianOf(ladders, 'marginal:pss')).toBe(5 * MIB);
    expect(medianOf(ladders, 'beside')).toBe(2 * MIB);
    expect(medianOf(ladders, 'marginal:pss-all')).toBe(7 * MIB);
  });

  it('has an interval over the ladders', () => {
    const [first] = measuresOf([ladder(4), ladder(5), ladder(6)]);
    expect(first).toMatchObject({ id: 'marginal:pss-all', n: 3, median: 5 * MIB });
    expect(first?.ci95).toEqual([4 * MIB, 6 * MIB]);
  });

  it('is absent, not 0, in the sum where what is kept beside cannot be read', () => {
    const unread = ladder(5, 2);
    unread.steps.forEach((step) => delete step.besides);
    expect(medianOf([unread], 'marginal:pss-all')).toBeUndefined();
    expect(commonDefinition([[unread], [ladder(5)]])?.id).toBe('pss');
    const warnings = densityWarnings({
      all: [{ runtime: 'a', ladders: [unread] }],
      before: {},
      now: {},
    });
    expect(warnings.map(({ code }) => code)).toEqual(['besides-not-counted']);
  });

  it('is compared by the definition that all have, which comes first', () => {
    const first = commonDefinition([[ladder(5)], [ladder(5, 2)]]);
    expect(inOrder(measuresOf([ladder(5)]), first)[0]?.id).toBe('marginal:pss-all');
  });
});

describe('the starts', () => {
  it('are told of the first, the last, and how they grow without the first', () => {
    expect(medianOf([ladder(5)], 'start-first')).toBe(100);
    expect(medianOf([ladder(5)], 'start-last')).toBe(18);
    expect(medianOf([ladder(5)], 'start-later')).toBe(2);
    expect(medianOf([ladder(5)], 'teardown')).toBe(10);
  });
});

describe('what is shown', () => {
  it('has one curve of PSS where nothing is kept beside, and two where something is', () => {
    expect(curvesOf([ladder(5)]).map(({ id }) => id)).toEqual([
      'pss-all',
      'available',
      'privateDirty',
      'start',
    ]);
    expect(curvesOf([ladder(5, 2)]).map(({ id }) => id)).toContain('pss');
  });

  it('says in words what one more takes, what is beside it, and that a fall below nothing tells nothing', () => {
    const [cost] = sentencesOf({ runtime: 'docker:runc', ladders: [ladder(5, 2)] });
    expect(cost).toBe(
      'docker:runc: one more instance takes 5.0 MiB of PSS in its own processes, 7.0 MiB with containerd-shim-runc-v2 beside it; the fall of free memory was lost in what else the machine did.',
    );
  });

  it('says how far it came and why no further, with a row and a warning', () => {
    const broke: Ladder = { ...ladder(5, 2, 3), end: { kind: 'broke', why: 'No more processes.' } };
    const all = [{ runtime: 'v8', ladders: [broke], measures: measuresOf([broke]) }];
    expect(sentencesOf({ runtime: 'v8', ladders: [broke] }).at(-1)).toBe(
      'v8 came to 3 instances and no further (1 of 1 times): No more processes.',
    );
    expect(densityTable(all).rows[0]?.cells).toMatchObject({
      reached: 3,
      end: 'one could not be had',
    });
    expect(densityWarnings({ all, before: {}, now: {} }).map(({ code }) => code)).toEqual([
      'ladder-broke',
    ]);
  });

  it('warns of merged pages and of swap', () => {
    const warnings = densityWarnings({
      all: [],
      before: { swapUsedBytes: 1 },
      now: { swapUsedBytes: 2, mergesPages: true },
    });
    expect(warnings.map(({ code }) => code)).toEqual(['ksm-on', 'swap-used']);
  });
});

describe('free pages in the lists of the cores', () => {
  const zoneinfo = [
    'Node 0, zone   Normal',
    '  pages free     4000',
    '  pagesets',
    '    cpu: 0',
    '              count:    577',
    '              high:     1444',
    '    cpu: 1',
    '              count:    23',
  ].join('\n');

  it('are those of all cores and zones', () => {
    expect(parsePagesets(`${zoneinfo}\n${zoneinfo}`)).toBe(1200);
  });

  it('are unknown where the kernel does not tell', () => {
    expect(parsePagesets('')).toBeUndefined();
  });
});

describe('the PSS of a file', () => {
  it('is that of all mappings of it, and of no other', () => {
    const smaps = [
      '00400000-00500000 r--p 00000000 fe:00 12                                 /usr/bin/node',
      'Rss:                 40 kB',
      'Pss:                 20 kB',
      'Pss_Dirty:            9 kB',
      '00500000-00600000 rw-p 00000000 00:00 0',
      'Pss:                100 kB',
      '00600000-00700000 r-xp 00100000 fe:00 12                                 /usr/bin/node',
      'Pss:                 22 kB',
      '7f00-7f01 r-xp 00100000 fe:00 13                                 /usr/lib/libc.so.6',
      'Pss:                  7 kB',
    ].join('\n');
    expect(pssOfFile(smaps, '/usr/bin/node')).toBe(42 * 1024);
  });
});
