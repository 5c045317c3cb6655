import type { HistoryQuery } from '../../contract/index.js';
import type { Value } from '../database.js';

export interface Filter {
  /** To come after WHERE; speaks of `entry`. */
  sql: string;
  values: Value[];
}

type Condition = readonly [sql: string, ...values: Value[]];

/** Everything that the query gives, except for its kind where that is asked for by itself. */
export function filterOf(query: HistoryQuery, { anyKind = false } = {}): Filter {
  const conditions = conditionsOf(anyKind ? { ...query, kind: undefined } : query);
  return {
    sql: conditions.map(([sql]) => sql).join(' AND '),
    values: conditions.flatMap(([, ...values]) => values),
  };
}

function conditionsOf(query: HistoryQuery): Condition[] {
  const { kind, experiment, workload, runtime, outcome, tag, text, comparisonId } = query;
  const { fromIso, toIso, isPinned, removed } = query;
  return [
    [`entry.removed_at_ms IS ${removed ? 'NOT ' : ''}NULL`],
    ...given(kind, 'entry.kind = ?'),
    ...given(workload, 'entry.workload = ?'),
    ...given(outcome, 'entry.outcome = ?'),
    ...given(isPinned, 'entry.is_pinned = ?'),
    ...given(fromIso && Date.parse(fromIso), 'entry.at_ms >= ?'),
    ...given(toIso && Date.parse(toIso), 'entry.at_ms <= ?'),
    ...given(runtime, 'entry.id IN (SELECT entry FROM entry_runtime WHERE runtime = ?)'),
    ...given(tag, 'entry.id IN (SELECT entry FROM tag WHERE tag = ?)'),
    ...given(experiment, 'entry.id IN (SELECT entry FROM experiment WHERE experiment = ?)'),
    ...given(comparisonId, 'entry.id IN (SELECT entry FROM run WHERE comparison = ?)'),
    ...words(text),
  ];
}

function given(value: Value, sql: string): Condition[] {
  return value === undefined || value === '' ? [] : [[sql, value]];
}

/** Each word somewhere. */
function words(text = ''): Condition[] {
  return text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => {
      const like = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
      const sql = `(entry.words LIKE ? ESCAPE '\\' OR entry.note LIKE ? ESCAPE '\\'
        OR EXISTS (SELECT 1 FROM tag WHERE tag.entry = entry.id AND tag.tag LIKE ? ESCAPE '\\'))`;
      return [sql, like, like, like];
    });
}
