import { t } from '../i18n/index.js';
export type SplitArgs = { args: string[] } | { error: string };

const PLAIN = /^[A-Za-z0-9_@%+=:,./~^-]+$/;

/**
 * Words as a POSIX shell would split them: spaces separate, '…' is literal, "…" knows \" and \\,
 * a backslash outside quotes takes the next character as it is. Nothing is expanded.
 */
export function splitArgs(text: string): SplitArgs {
  const args: string[] = [];
  let word: string | undefined;
  let quote = '';
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (quote === "'") {
      if (char === "'") quote = '';
      else word = (word ?? '') + char;
    } else if (char === '\\') {
      const next = text.charAt(at + 1);
      if (next === '') return { error: t('The text ends in a backslash: write \\\\ for one.') };
      const kept = quote === '"' && next !== '"' && next !== '\\' ? char : '';
      word = (word ?? '') + kept + next;
      at += 1;
    } else if (quote === '"') {
      if (char === '"') quote = '';
      else word = (word ?? '') + char;
    } else if (char === "'" || char === '"') {
      quote = char;
      word ??= '';
    } else if (/\s/.test(char)) {
      if (word !== undefined) args.push(word);
      word = undefined;
    } else {
      word = (word ?? '') + char;
    }
  }
  if (quote !== '') return { error: t('A {{quote}} is opened and never closed.', { quote }) };
  if (word !== undefined) args.push(word);
  return { args };
}

/** The text that `splitArgs` turns back into the same words. */
export function joinArgs(args: readonly string[]): string {
  return args.map((arg) => (PLAIN.test(arg) ? arg : `'${arg.replaceAll("'", `'\\''`)}'`)).join(' ');
}
