export type CsvCell = string | number | boolean | undefined;

/** A column: its name, and its cell in a row of data. */
export type CsvColumn<T> = readonly [name: string, cell: (row: T) => CsvCell];

/** RFC 4180: a header, a line a row, CRLF, and what was not read is empty. */
export function csvOf<T>(columns: readonly CsvColumn<T>[], rows: Iterable<T>): string {
  const lines = [columns.map(([name]) => name).join(',')];
  for (const row of rows) lines.push(columns.map(([, cell]) => fieldOf(cell(row))).join(','));
  return `${lines.join('\r\n')}\r\n`;
}

function fieldOf(cell: CsvCell): string {
  if (cell === undefined) return '';
  if (typeof cell !== 'string') return String(cell);
  const text = withoutFormula(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A spreadsheet would compute what begins so; what a guest is called must not be computed. */
function withoutFormula(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
