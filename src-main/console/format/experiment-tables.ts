import type { Curve, ResultTable } from '../../contract/index.js';
import { amount } from '../../export/text/amount.js';
import { cellText, shownPoints } from '../../export/text/cells.js';
import { formatTable } from './table.js';

/** A cell that was not measured stays empty. */
export function formatResultTable({ title, columns, rows }: ResultTable): string {
  if (rows.length === 0) return '';
  const withNumbers = columns.filter(({ id }) =>
    rows.some(({ cells }) => typeof cells[id] === 'number'),
  );
  return `${title}:\n${formatTable(
    ['runtime', ...columns.map((column) => column.title.toLowerCase())],
    rows.map(({ runtime, cells }) => [
      runtime,
      ...columns.map(({ id, unit }) => cellText(cells[id], unit)),
    ]),
    new Set(withNumbers.map((column) => column.title.toLowerCase())),
  )}`;
}

/** A few points of each, evenly chosen; all of them are in the JSON. */
export function formatCurves(curves: readonly Curve[]): string {
  const [first] = curves;
  if (first === undefined) return '';
  const xs = shownPoints(curves);
  const heads = xs.map((x) => amount(x, first.xUnit));
  return formatTable(
    [`${first.xTitle.toLowerCase()}, medians at`, '', ...heads],
    curves.map(({ runtime, title, points, yUnit }) => [
      runtime,
      title,
      ...xs.map((x) => {
        const y = points.find((point) => point.x === x)?.y;
        return y === undefined ? '' : amount(y, yUnit);
      }),
    ]),
    new Set(heads),
  );
}
