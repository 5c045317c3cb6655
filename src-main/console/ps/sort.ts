import type { Instance, MemoryDefinition, MemoryName, Sample } from '../../contract/index.js';

/** One line of the table. */
export interface Row {
  instance: Instance;
  sample?: Sample;
}

export const SORT_KEYS = ['cpu', 'memory', 'name', 'pids', 'uptime', 'kind', 'state'] as const;
export type SortKey = (typeof SORT_KEYS)[number];

/** What the memory column shows of this kind, unless the user chose a definition. */
export function memoryNameOf({ kind }: Instance, chosen: MemoryDefinition | undefined): MemoryName {
  return chosen?.name ?? (kind === 'container' ? 'workingSetBytes' : 'rssBytes');
}

/** The highest number first, words from A on; what is not known comes last, whichever way round. */
export function sortRows(
  rows: readonly Row[],
  key: SortKey,
  { memory, isReversed = false }: { memory?: MemoryDefinition; isReversed?: boolean } = {},
): Row[] {
  const sign = isReversed ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [one, other] = [valueOf(a, key, memory), valueOf(b, key, memory)];
    if (one === undefined || other === undefined) {
      if (one !== other) return one === undefined ? 1 : -1;
    } else if (one !== other) {
      const isBefore = typeof one === 'number' ? one > Number(other) : one < String(other);
      return isBefore ? -sign : sign;
    }
    return byName(a, b);
  });
}

function valueOf(
  { instance, sample }: Row,
  key: SortKey,
  memory: MemoryDefinition | undefined,
): number | string | undefined {
  switch (key) {
    case 'cpu':
      return sample?.cpuPercent;
    case 'memory':
      return sample?.memory[memoryNameOf(instance, memory)];
    case 'pids':
      return sample?.pids;
    case 'uptime':
      // The longest first.
      return instance.startedAtIso === undefined ? undefined : -Date.parse(instance.startedAtIso);
    case 'name':
      return instance.name.toLowerCase();
    case 'kind':
      return `${instance.kind} ${instance.runtime ?? ''}`;
    case 'state':
      return instance.state;
  }
}

/** Equal rows keep their places from one reading to the next. */
function byName(a: Row, b: Row): number {
  const [one, other] = [
    `${a.instance.name} ${a.instance.id}`,
    `${b.instance.name} ${b.instance.id}`,
  ];
  return one < other ? -1 : one > other ? 1 : 0;
}
