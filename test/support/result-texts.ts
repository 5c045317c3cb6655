import type { ExperimentResult, Measure, ResultTable } from '../../src-main/contract/index.js';

/**
 * All that a result says in words, but for names: of runtimes, programs, files, kernels. The Experiments view shows
 * every one of them.
 */
export function resultTexts(result: ExperimentResult): string[] {
  const { method, contenders, dropped, ratios, curves, tables, findings, warnings } = result;
  const { floors, overhead } = result.honesty;
  const failures = [...contenders, ...dropped].flatMap((one) => one.failures);
  const measures = [...contenders.flatMap((one) => one.measures), ...floors, overhead];
  return [
    ...method,
    ...measures.flatMap((measure) => (measure === undefined ? [] : measureTexts(measure))),
    ...dropped.map(({ why }) => why),
    ...failures.map(({ why }) => why),
    ...ratios.map(({ sentence }) => sentence),
    ...curves.flatMap(({ title, xTitle }) => [title, xTitle]),
    ...tables.flatMap(tableTexts),
    ...findings,
    ...warnings.flatMap(({ message, hint }) => [message, hint]),
  ];
}

const SYMBOLS = new Set(['', 'ms', 'B', 'B/B', 'x']);

function measureTexts({ title, unit }: Measure): string[] {
  return SYMBOLS.has(unit) ? [title] : [title, unit];
}

/** Columns of numbers with their units, of names, and of what programs printed. */
const NAMES = new Set([
  ...[
    'difference',
    'sha256',
    'layers',
    'programs',
    'listed',
    'machine',
    'foreign',
    'here',
    'there',
  ],
]);

function tableTexts({ id, title, columns, rows }: ResultTable): string[] {
  const shown = columns.filter(() => id !== 'kernels').map((column) => column.title);
  const cells = rows.flatMap((row) =>
    Object.entries(row.cells).flatMap(([column, cell]) =>
      typeof cell !== 'string' || NAMES.has(column) || cell.startsWith('linux/') ? [] : [cell],
    ),
  );
  return [title, ...shown, ...cells];
}
