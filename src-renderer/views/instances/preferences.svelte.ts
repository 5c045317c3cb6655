import { keep, readKept } from '../../state/kept.js';
import { COLUMN_IDS } from './columns.js';
import type { SortColumn } from './columns.js';
import { GROUPINGS } from './groups.js';
import type { Grouping } from './groups.js';
import { isMemoryChoice } from './memory-choice.js';
import type { MemoryChoice } from './memory-choice.js';
import type { Sort } from './sort.js';

const NAME = 'instances';
export const DETAILS_PX = { least: 320, usual: 420, most: 900 };

interface Kept {
  sort: Sort;
  grouping: Grouping;
  onlyRunning: boolean;
  memory: MemoryChoice;
  cpuOf: 'core' | 'machine';
  curveOf: 'cpu' | 'memory';
  detailsPx: number;
}

/** How somebody likes to see the table: kept until the next time. */
export class Preferences {
  sort = $state.raw<Sort>({ column: 'cpu', descending: true });
  grouping = $state<Grouping>('none');
  onlyRunning = $state(false);
  memory = $state<MemoryChoice>('own');
  cpuOf = $state<'core' | 'machine'>('core');
  curveOf = $state<'cpu' | 'memory'>('cpu');
  detailsPx = $state(DETAILS_PX.usual);

  constructor() {
    const kept = (readKept(NAME) ?? {}) as Partial<Record<keyof Kept, unknown>>;
    if (isSort(kept.sort)) this.sort = kept.sort;
    this.grouping = GROUPINGS.find((name) => name === kept.grouping) ?? 'none';
    this.onlyRunning = kept.onlyRunning === true;
    if (isMemoryChoice(kept.memory)) this.memory = kept.memory;
    if (kept.cpuOf === 'machine') this.cpuOf = 'machine';
    if (kept.curveOf === 'memory') this.curveOf = 'memory';
    if (typeof kept.detailsPx === 'number') this.resize(kept.detailsPx);
  }

  resize(widthPx: number): void {
    this.detailsPx = Math.round(Math.min(DETAILS_PX.most, Math.max(DETAILS_PX.least, widthPx)));
  }

  /** To be called in an effect: it reads everything that is kept. */
  save(): void {
    const { sort, grouping, onlyRunning, memory, cpuOf, curveOf, detailsPx } = this;
    keep(NAME, { sort, grouping, onlyRunning, memory, cpuOf, curveOf, detailsPx } satisfies Kept);
  }
}

function isSort(value: unknown): value is Sort {
  if (typeof value !== 'object' || value === null) return false;
  const { column, descending } = value as Partial<Record<keyof Sort, unknown>>;
  const names: readonly SortColumn[] = COLUMN_IDS.filter((id) => id !== 'spark');
  return names.some((name) => name === column) && typeof descending === 'boolean';
}
