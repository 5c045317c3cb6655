import { describe, expect, it } from 'vitest';
import type { Instance } from '../../../../../src-main/contract/index.js';
import { columnsFor, leastPx } from '../../../../../src-renderer/views/instances/columns.js';
import { figuresOf, sumsOf } from '../../../../../src-renderer/views/instances/figures.js';
import type { Figures } from '../../../../../src-renderer/views/instances/figures.js';
import { matches } from '../../../../../src-renderer/views/instances/filter.js';
import { linesOf } from '../../../../../src-renderer/views/instances/groups.js';
import { keepOrder } from '../../../../../src-renderer/views/instances/order.js';
import { sortAfterClick, sorted } from '../../../../../src-renderer/views/instances/sort.js';
import type { Sort } from '../../../../../src-renderer/views/instances/sort.js';
import { InstanceTrack } from '../../../../../src-renderer/state/instance-track.js';
import { FAKE_ORIGINS, THIRTEEN } from '../../../../support/fake-instances-list.js';

const ALL = THIRTEEN.map(({ view }) => view);
const named = (name: string): Instance => {
  const found = ALL.find((instance) => instance.name === name);
  if (found === undefined) throw new Error(`no ${name}`);
  return found;
};
const names = (instances: readonly Instance[]) => instances.map(({ name }) => name);

describe('the filter', () => {
  const found = (needle: string) => names(ALL.filter((instance) => matches(instance, needle)));

  it('finds by name, image, project, runtime and id, in any case', () => {
    expect(found('SHOP-API')).toEqual(['shop-api-1']);
    expect(found('checkout/api-server')).toEqual(['shop-api-1']);
    expect(found('shop')).toHaveLength(4);
    expect(found('spin')).toEqual(['api.wasm']);
    expect(found(named('build-runner').id.slice(0, 12))).toEqual(['build-runner']);
  });

  it('wants every word, each wherever it is', () => {
    expect(found('shop valkey')).toEqual(['shop-cache-1']);
    expect(found('shop wazero')).toEqual([]);
  });

  it('takes what was typed as it is, not as a pattern', () => {
    expect(found('<img')).toHaveLength(1);
    expect(found('.*')).toEqual([]);
  });
});

describe('sorting', () => {
  const cpuOf: Record<string, number> = { 'shop-web-1': 4, 'shop-api-1': 137, 'grow.wasm': 137.04 };
  const figures = ({ name }: Instance): Figures => {
    const cpuPercent = cpuOf[name];
    return { rates: {}, ...(cpuPercent !== undefined && { cpuPercent }) };
  };
  const by = (sort: Sort) => names(sorted(ALL, sort, figures));

  it('puts what has no value last, whichever way', () => {
    expect(by({ column: 'cpu', descending: true }).slice(0, 3)).toEqual([
      'grow.wasm',
      'shop-api-1',
      'shop-web-1',
    ]);
    expect(by({ column: 'cpu', descending: false })[0]).toBe('shop-web-1');
  });

  it('takes as equal what is shown as equal, so that it stands by name', () => {
    // 137 and 137.04 both read 137 %.
    expect(by({ column: 'cpu', descending: false }).slice(1, 3)).toEqual([
      'grow.wasm',
      'shop-api-1',
    ]);
  });

  it('counts numbers within names as numbers', () => {
    const three = ['w-10', 'w-9', 'w-1'].map((name) => ({ ...named('build-runner'), name }));
    const order = sorted(three, { column: 'name', descending: false }, figures);
    expect(names(order)).toEqual(['w-1', 'w-9', 'w-10']);
  });

  it('turns round with a second click, and begins with the biggest number', () => {
    const first = sortAfterClick({ column: 'name', descending: false }, 'memory');
    expect(first).toEqual({ column: 'memory', descending: true });
    expect(sortAfterClick(first, 'memory')).toEqual({ column: 'memory', descending: false });
    expect(sortAfterClick(first, 'program')).toEqual({ column: 'program', descending: false });
  });
});

describe('a kept order', () => {
  const keep = (kept: string, fresh: string) =>
    keepOrder(Array.from(kept), Array.from(fresh), (key) => key).join('');

  it('does not follow the numbers', () => {
    expect(keep('abcd', 'dcba')).toBe('abcd');
  });

  it('leaves out what went, and puts what came where sorting would', () => {
    expect(keep('abcd', 'axcd')).toBe('axcd');
    expect(keep('abc', 'xaybzc')).toBe('xaybzc');
    expect(keep('', 'abc')).toBe('abc');
  });
});

describe('groups', () => {
  const lines = (grouping: Parameters<typeof linesOf>[1], folded: string[] = []) =>
    linesOf(ALL, grouping, folded, FAKE_ORIGINS).map((line) =>
      line.is === 'group' ? `# ${line.title} ${String(line.members.length)}` : line.instance.name,
    );

  it('stand by Compose project, what belongs to none last', () => {
    const heads = lines('project').filter((line) => line.startsWith('#'));
    expect(heads).toEqual(['# shop 4', '# No Compose project 9']);
  });

  it('are named as their engine; processes have their own', () => {
    const heads = lines('engine').filter((line) => line.startsWith('#'));
    expect(heads).toEqual(['# Docker 9', '# Podman 1', '# Processes 3']);
  });

  it('show only their head while they are folded', () => {
    expect(lines('kind', ['kind/Containers'])).toEqual([
      '# Containers 10',
      '# WebAssembly 3',
      ...names(ALL.filter(({ kind }) => kind === 'wasm')),
    ]);
  });

  it('add up what is known, and nothing out of what is not', () => {
    const sums = sumsOf([
      { cpuPercent: 10, rates: { rxBytesPerSecond: 5 } },
      { memoryBytes: 7, rates: {} },
      { cpuPercent: 2.5, rates: { rxBytesPerSecond: 1 } },
    ]);
    expect(sums).toMatchObject({
      cpuPercent: 12.5,
      memoryBytes: 7,
      rates: { rxBytesPerSecond: 6 },
    });
    expect(sums.pids).toBeUndefined();
    expect(sums.rates.txBytesPerSecond).toBeUndefined();
  });
});

describe('the memory of a row', () => {
  const track = new InstanceTrack();
  track.add([
    {
      tMs: 0,
      memory: {
        workingSetBytes: 5,
        rssBytes: 9,
        linearBytes: 3,
        linearMaxBytes: 8,
        limitBytes: 20,
      },
    },
  ]);

  it('is by each kind’s own definition unless one is chosen, each with what it is held against', () => {
    expect(figuresOf(named('shop-api-1'), track, 'own')).toMatchObject({
      memoryBytes: 5,
      ceilingBytes: 20,
    });
    expect(figuresOf(named('grow.wasm'), track, 'own')).toMatchObject({
      memoryBytes: 3,
      ceilingBytes: 8,
    });
    expect(figuresOf(named('grow.wasm'), track, 'rssBytes')).toMatchObject({
      memoryBytes: 9,
      ceilingBytes: 20,
    });
  });

  it('is absent where a kind has nothing of that name', () => {
    expect(figuresOf(named('grow.wasm'), track, 'workingSetBytes').memoryBytes).toBeUndefined();
  });
});

describe('the columns', () => {
  it('go in the order of what the details have too, until the rest fits', () => {
    const ids = (px: number) => columnsFor(px).map(({ id }) => id);
    expect(ids(2000)).toHaveLength(12);
    expect(ids(1186)).not.toContain('kind');
    expect(ids(1186)).toContain('disk');
    expect(leastPx(columnsFor(760))).toBeLessThanOrEqual(760);
    expect(ids(100)).toEqual(['name', 'state', 'cpu', 'memory']);
  });
});
