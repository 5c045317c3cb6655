import { visibleName, visibleText } from '../../text/escape.js';

const MOST_LINE = 240;
const MOST_TEXT = 4000;

/** Data of others in one line: cut, and nothing hidden in it. */
export function line(text: string, most = MOST_LINE): string {
  return visibleName(text.length > most ? `${text.slice(0, most)}…` : text);
}

/** The same over several lines. */
export function block(text: string, most = MOST_TEXT): string {
  return visibleText(text.length > most ? `${text.slice(0, most)}…` : text);
}
