import { HISTORY_KINDS } from '../../contract/index.js';
import type {
  FacetValue,
  HistoryFacets,
  HistoryKind,
  HistoryPage,
  HistoryQuery,
} from '../../contract/index.js';
import type { Database } from '../database.js';
import { ENTRY_COLUMNS, ENTRY_TABLES, entryOf } from './entries.js';
import { filterOf } from './filter.js';

const MOST_VALUES = 200;

export function listEntries(database: Database, query: HistoryQuery): HistoryPage {
  const { sql, values } = filterOf(query);
  const rows = database
    .statement(
      `SELECT ${ENTRY_COLUMNS} FROM ${ENTRY_TABLES} WHERE ${sql}
       ORDER BY entry.at_ms DESC, entry.id LIMIT ? OFFSET ?`,
    )
    .all(...values, query.limit, query.offset);
  const counts = countByKind(database, query);
  const total =
    query.kind === undefined
      ? Object.values(counts).reduce((sum, count) => sum + count, 0)
      : counts[query.kind];
  return { entries: rows.map(entryOf), total, counts };
}

function countByKind(database: Database, query: HistoryQuery): Record<HistoryKind, number> {
  const { sql, values } = filterOf(query, { anyKind: true });
  const rows = database
    .statement(`SELECT kind, count(*) AS count FROM entry WHERE ${sql} GROUP BY kind`)
    .all(...values);
  const found = new Map(rows.map(({ kind, count }) => [kind, Number(count)]));
  return Object.fromEntries(HISTORY_KINDS.map((kind) => [kind, found.get(kind) ?? 0])) as Record<
    HistoryKind,
    number
  >;
}

/** What is there to be filtered by, among what was not removed. */
export function facetsOf(database: Database): HistoryFacets {
  const there = 'entry.removed_at_ms IS NULL';
  const values = (column: string, from: string): FacetValue[] =>
    database
      .statement(
        `SELECT ${column} AS value, count(*) AS count FROM ${from}
         WHERE ${there} AND ${column} IS NOT NULL
         GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${MOST_VALUES}`,
      )
      .all()
      .map(({ value, count }) => ({ value: String(value), count: Number(count) }));
  return {
    runtimes: values(
      'entry_runtime.runtime',
      'entry_runtime JOIN entry ON entry.id = entry_runtime.entry',
    ),
    workloads: values('entry.workload', 'entry'),
    experiments: values(
      'experiment.experiment',
      'experiment JOIN entry ON entry.id = experiment.entry',
    ),
    outcomes: values('entry.outcome', 'entry'),
    tags: values('tag.tag', 'tag JOIN entry ON entry.id = tag.entry'),
  };
}
