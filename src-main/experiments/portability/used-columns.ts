import type { ResultTable } from '../../contract/index.js';

/** Without the columns that no row has something in. */
export function usedColumns(table: ResultTable): ResultTable {
  const columns = table.columns.filter(({ id }) =>
    table.rows.some(({ cells }) => cells[id] !== undefined),
  );
  return { ...table, columns };
}
