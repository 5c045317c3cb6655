import { escapeXml } from './escape.js';

/** Told apart on light and on dark. */
export const COLORS = [
  ...['#2f6fde', '#d97706', '#12946a', '#b8479e'],
  ...['#7a63d6', '#a37c1c', '#d64550', '#2f8ba6'],
] as const;

export function colorOf(at: number): string {
  return COLORS[at % COLORS.length] ?? COLORS[0];
}

/** Where the values are drawn, in a picture that has room for axes and a key around. */
export interface Area {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** A whole picture. What is not coloured has the colour of the text around it, or black by itself. */
export function picture(
  width: number,
  height: number,
  title: string,
  parts: readonly string[],
): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" font-family="system-ui, sans-serif" font-size="12" fill="currentColor">`,
    `<title>${escapeXml(title)}</title>`,
    ...parts,
    '</svg>',
  ].join('\n');
}

export function label(
  x: number,
  y: number,
  text: string,
  {
    anchor = 'start',
    faint = false,
  }: { anchor?: 'start' | 'middle' | 'end'; faint?: boolean } = {},
): string {
  const opacity = faint ? ' fill-opacity="0.7"' : '';
  return `<text x="${at(x)}" y="${at(y)}" text-anchor="${anchor}"${opacity}>${escapeXml(text)}</text>`;
}

export function line(x1: number, y1: number, x2: number, y2: number, style = ''): string {
  return `<line x1="${at(x1)}" y1="${at(y1)}" x2="${at(x2)}" y2="${at(y2)}" stroke="currentColor" stroke-opacity="0.18"${style}/>`;
}

/** A tenth of a pixel is as fine as anyone sees. */
export function at(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** A key below the values: as many in a row as fit. Returns the lines and their height. */
export function keyOf(
  names: readonly { label: string; color: string }[],
  { left, right, top }: { left: number; right: number; top: number },
): { parts: string[]; height: number } {
  let x = left;
  let y = top;
  const parts = names.flatMap(({ label: name, color }) => {
    const width = 26 + name.length * 6.6;
    if (x > left && x + width > right) {
      x = left;
      y += 18;
    }
    const mark = `<rect x="${at(x)}" y="${at(y - 9)}" width="10" height="10" rx="2" fill="${escapeXml(color)}"/>`;
    const text = label(x + 15, y, name);
    x += width;
    return [mark, text];
  });
  return { parts, height: y - top + 18 };
}
