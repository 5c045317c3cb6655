export function markdownTable(
  header: readonly string[],
  body: readonly (readonly string[])[],
): string[] {
  const line = (cells: readonly string[]): string => `| ${cells.map(inCell).join(' | ')} |`;
  return [line(header), `| ${header.map(() => '---').join(' | ')} |`, ...body.map(line)];
}

function inCell(text: string): string {
  return text.replace(/\|/g, '\\|');
}

/** What a guest or an engine said is text, never markup. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_<>[\]#|]/g, (character) => `\\${character}`);
}
