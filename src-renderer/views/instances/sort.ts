import type { Instance } from '../../../src-main/contract/index.js';
import { sum } from './figures.js';
import type { Figures } from './figures.js';
import type { SortColumn } from './columns.js';

export interface Sort {
  column: SortColumn;
  descending: boolean;
}

/** What is big or busy first; names from A. */
const DESCENDING_FIRST: readonly SortColumn[] = [
  'cpu',
  'memory',
  'network',
  'disk',
  'pids',
  'uptime',
];

/** A click on a column's head: the other way round, or that column in its own natural order. */
export function sortAfterClick(sort: Sort, column: SortColumn): Sort {
  return sort.column === column
    ? { column, descending: !sort.descending }
    : { column, descending: DESCENDING_FIRST.includes(column) };
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** In order; what has no value stands last, whichever way, and equals stand by name. */
export function sorted(
  instances: readonly Instance[],
  { column, descending }: Sort,
  figures: (instance: Instance) => Figures,
): Instance[] {
  const turn = descending ? -1 : 1;
  const rows = instances.map((instance) => ({
    instance,
    value: valueOf(column, instance, figures),
  }));
  rows.sort((a, b) => {
    if (a.value === undefined || b.value === undefined) {
      if (a.value !== undefined) return -1;
      if (b.value !== undefined) return 1;
    } else {
      const order = turn * compare(a.value, b.value);
      if (order !== 0) return order;
    }
    return (
      collator.compare(a.instance.name, b.instance.name) || (a.instance.id < b.instance.id ? -1 : 1)
    );
  });
  return rows.map(({ instance }) => instance);
}

function compare(a: number | string, b: number | string): number {
  return typeof a === 'number' && typeof b === 'number'
    ? a - b
    : collator.compare(String(a), String(b));
}

/** What a row is sorted by. */
export function valueOf(
  column: SortColumn,
  instance: Instance,
  figures: (instance: Instance) => Figures,
): number | string | undefined {
  switch (column) {
    case 'name':
    case 'kind':
    case 'state':
    case 'runtime':
    case 'program':
      return instance[column];
    case 'uptime':
      return instance.state === 'running' && instance.startedAtIso !== undefined
        ? -Date.parse(instance.startedAtIso)
        : undefined;
    case 'cpu':
      // As it is shown: what reads the same does not change places.
      return rounded(figures(instance).cpuPercent);
    case 'memory':
      return figures(instance).memoryBytes;
    case 'network':
      return sum([
        figures(instance).rates.rxBytesPerSecond,
        figures(instance).rates.txBytesPerSecond,
      ]);
    case 'disk':
      return sum([
        figures(instance).rates.readBytesPerSecond,
        figures(instance).rates.writtenBytesPerSecond,
      ]);
    case 'pids':
      return figures(instance).pids;
  }
}

function rounded(percent: number | undefined): number | undefined {
  return percent === undefined ? undefined : Math.round(percent * 10) / 10;
}
