import type { LimitName, ResultTable, RuntimeInfo } from '../../contract/index.js';
import { median } from '../statistics/index.js';
import type { AskedLimits, Beside, LimitCase } from './limit-case.js';

/** One run in which a limit was met. */
export interface Met {
  value: number;
  besides: readonly Beside[];
  ended: string;
  enforcer: string;
  overheadMs: number;
}

export interface LimitRow {
  info: RuntimeInfo;
  one: LimitCase;
  met: readonly Met[];
  /** Why nothing was seen of it, where all runs failed. */
  problem?: string;
}

/** Whether there is something to run, or why not. */
export function whyNot({ heldBy, limits }: RuntimeInfo, limit: LimitName): string | undefined {
  const holder = heldBy?.[limit] ?? limits[limit];
  if (holder === 'none') return 'nobody can hold it here';
  return holder === 'interface' ? limits[limit] : undefined;
}

export function limitsTable(rows: readonly LimitRow[], asked: AskedLimits): ResultTable {
  return {
    id: 'limits',
    title: 'What each limit does',
    columns: [
      { id: 'limit', title: 'Limit' },
      { id: 'asked', title: 'Asked' },
      { id: 'seen', title: 'Seen' },
      { id: 'difference', title: 'Difference' },
      { id: 'throttled', title: 'Throttled' },
      { id: 'ended', title: 'Ended' },
      { id: 'by', title: 'Held by' },
      { id: 'runs', title: 'Runs' },
    ],
    rows: rows.map((row) => ({ runtime: row.info.id, cells: cellsOf(row, asked) })),
  };
}

function cellsOf(
  { info, one, met, problem }: LimitRow,
  asked: AskedLimits,
): Record<string, string | number> {
  const { limit, words } = one;
  const reason = whyNot(info, limit);
  if (reason !== undefined) {
    return { limit, seen: reason, by: info.heldBy?.[limit] ?? info.limits[limit] };
  }
  const [first] = met;
  if (first === undefined) return { limit, ...(problem === undefined ? {} : { seen: problem }) };
  return {
    limit,
    ...words(median(met.map(({ value }) => value)), asked, mediansOf(met)),
    ended: [...new Set(met.map(({ ended }) => ended))].join(', '),
    by: first.enforcer,
    runs: met.length,
  };
}

/** By id, over the runs that told it. */
function mediansOf(met: readonly Met[]): Map<string, number> {
  const all = met.flatMap(({ besides }) => besides);
  const ids = [...new Set(all.map(({ id }) => id))];
  const valuesOf = (wanted: string): number[] =>
    all.flatMap(({ id, value }) => (id === wanted ? [value] : []));
  return new Map(ids.map((id) => [id, median(valuesOf(id))]));
}
