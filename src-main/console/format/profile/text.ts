import { oneLine } from '../instances.js';

/** Nobody reads longer values of others in a terminal; `--json` has them whole. */
const LONGEST_VALUE = 300;

/** What others wrote or named. */
export function plain(text: string, longest = LONGEST_VALUE): string {
  return oneLine(text, longest);
}

/** Lines no longer than so many characters: at spaces where there are some, else in the middle of a word. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  // An indentation stays at the beginning.
  let [line = ''] = /^ */.exec(text) ?? [];
  for (const word of text.trim().split(' ')) {
    const longer = line.trim() === '' ? line + word : `${line} ${word}`;
    if (lengthOf(longer) <= width) {
      line = longer;
      continue;
    }
    if (line.trim() !== '') lines.push(line);
    const characters = Array.from(word);
    while (characters.length > width) lines.push(characters.splice(0, width).join(''));
    line = characters.join('');
  }
  return line === '' && lines.length > 0 ? lines : [...lines, line];
}

export function lengthOf(text: string): number {
  return Array.from(text).length;
}

export function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - lengthOf(text)));
}

/** Cells beside each other, each wrapped in its own width. */
export function row(cells: readonly string[], widths: readonly number[]): string {
  const wrapped = cells.map((cell, at) => wrap(cell, widths[at] ?? 1));
  const height = Math.max(...wrapped.map(({ length }) => length));
  return Array.from({ length: height }, (_, line) =>
    wrapped
      .map((lines, at) => padded(lines[line] ?? '', widths[at] ?? 1))
      .join('  ')
      .trimEnd(),
  )
    .map((line) => `${line}\n`)
    .join('');
}

/** A label, and what it says beside it. */
export function entry(label: string, text: string, width: number): string {
  const left = 18;
  return row([`  ${label}`, text], [left, Math.max(20, width - left - 2)]);
}
