import type { Words } from '../../i18n/index.js';

export const COLUMN_IDS = [
  'name',
  'kind',
  'runtime',
  'program',
  'state',
  'uptime',
  'cpu',
  'memory',
  'spark',
  'network',
  'disk',
  'pids',
] as const;
export type ColumnId = (typeof COLUMN_IDS)[number];
/** Sorting by a curve says nothing. */
export type SortColumn = Exclude<ColumnId, 'spark'>;

export interface Column {
  id: ColumnId;
  label: Words;
  /** At least. */
  widthPx: number;
  /** Its part of what is left over. */
  grow: number;
  isNumber: boolean;
}

const COLUMNS: readonly Column[] = [
  { id: 'name', label: 'Name', widthPx: 164, grow: 1.3, isNumber: false },
  { id: 'kind', label: 'Kind', widthPx: 76, grow: 0, isNumber: false },
  { id: 'runtime', label: 'Runtime', widthPx: 100, grow: 0.2, isNumber: false },
  { id: 'program', label: 'Image or module', widthPx: 124, grow: 1, isNumber: false },
  { id: 'state', label: 'State', widthPx: 140, grow: 0.1, isNumber: false },
  { id: 'uptime', label: 'Uptime', widthPx: 76, grow: 0, isNumber: true },
  { id: 'cpu', label: 'CPU', widthPx: 84, grow: 0.1, isNumber: true },
  { id: 'memory', label: 'Memory', widthPx: 140, grow: 0.2, isNumber: true },
  { id: 'spark', label: 'Last 2 min', widthPx: 92, grow: 0.3, isNumber: false },
  { id: 'network', label: 'Network', widthPx: 124, grow: 0, isNumber: true },
  { id: 'disk', label: 'Disk', widthPx: 124, grow: 0, isNumber: true },
  { id: 'pids', label: 'Pids', widthPx: 48, grow: 0, isNumber: true },
];

/** What goes first where there is no room; the details have it all. */
const DROPPED: readonly ColumnId[] = [
  'kind',
  'pids',
  'disk',
  'runtime',
  'network',
  'uptime',
  'spark',
  'program',
];

/** The columns that fit. What never goes may make the table wider than its room: then it scrolls. */
export function columnsFor(widthPx: number): readonly Column[] {
  let columns = COLUMNS;
  for (const id of DROPPED) {
    if (leastPx(columns) <= widthPx) break;
    columns = columns.filter((column) => column.id !== id);
  }
  return columns;
}

export function leastPx(columns: readonly Column[]): number {
  return columns.reduce((total, column) => total + column.widthPx, 0);
}

/** For `grid-template-columns`. */
export function templateOf(columns: readonly Column[]): string {
  return columns
    .map(({ widthPx, grow }) =>
      grow === 0 ? `${String(widthPx)}px` : `minmax(${String(widthPx)}px, ${String(grow)}fr)`,
    )
    .join(' ');
}
