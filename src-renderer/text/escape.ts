/** Controls that turn, hide or reorder text: what is read would not be what was written. */
const INVISIBLE =
  // eslint-disable-next-line no-control-regex -- finding control characters is what this is for
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

function visible(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return '\u2421';
  return `\u27e8U+${code.toString(16).toUpperCase().padStart(4, '0')}\u27e9`;
}

/**
 * What a guest printed, as text that can only be read: line feeds and tabs stay, an escape becomes
 * ␛, a bidi override ⟨U+202E⟩. CRLF counts as a line feed.
 */
export function visibleText(text: string): string {
  return text.replaceAll('\r\n', '\n').replace(INVISIBLE, visible);
}

/** For a name shown in one line: as `visibleText`, line feeds and tabs too. */
export function visibleName(text: string): string {
  return visibleText(text).replaceAll('\n', '\u240a').replaceAll('\t', '\u2409');
}
