import { readFileSync } from 'node:fs';

/** Of a 64-bit number. */
const MOST_DIGITS = 20;
const [DIGIT_0, DIGIT_9] = [0x30, 0x39];

/** The content of a small kernel file, or undefined when it is not there, gone or forbidden. */
export function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return undefined;
  }
}

/**
 * A whole decimal number that JavaScript holds exactly; undefined for anything else: `max`, and also
 * cgroup v1's "unlimited" (9223372036854771712, page_counter.h's PAGE_COUNTER_MAX in bytes).
 */
export function toCount(text: string | undefined): number | undefined {
  const value = toCounter(text);
  return Number.isSafeInteger(value) ? value : undefined;
}

/** A cumulative counter such as nanoseconds: beyond 2^53 the nearest double is good enough. */
export function toCounter(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const trimmed = text.trim();
  if (trimmed.length === 0 || trimmed.length > MOST_DIGITS) return undefined;
  // Ten thousand times a second: a loop is a third of a regular expression's cost.
  for (let at = 0; at < trimmed.length; at += 1) {
    const code = trimmed.charCodeAt(at);
    if (code < DIGIT_0 || code > DIGIT_9) return undefined;
  }
  return Number(trimmed);
}

/**
 * The number after `key` at the start of a line, in the file's own unit. The key carries its
 * separator, so that `anon ` never matches `anon_thp`: `anon `, `VmRSS:`.
 */
export function numberAfter(text: string, key: string): number | undefined {
  return toCount(wordAfter(text, key));
}

/** The word after `key` (its separator included) at the start of a line. */
export function wordAfter(text: string, key: string): string | undefined {
  let at = 0;
  if (!text.startsWith(key)) {
    at = text.indexOf(`\n${key}`) + 1;
    if (at === 0) return undefined;
  }
  at += key.length;
  while (isBlank(text, at)) at += 1;
  let end = at;
  while (end < text.length && !isBlank(text, end) && text[end] !== '\n') end += 1;
  return end > at ? text.slice(at, end) : undefined;
}

function isBlank(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 0x20 || code === 0x09;
}

/** Only the names whose value is known, so that an unreadable value is absent and never undefined-but-there. */
export function known<T extends object>(values: { [K in keyof T]: T[K] | undefined }): T {
  const result: Record<string, unknown> = {};
  for (const name in values) {
    const value = values[name];
    if (value !== undefined) result[name] = value;
  }
  return result as T;
}

/** mountinfo writes space, tab, newline and backslash in paths as three octal digits. */
export function unescapeOctal(path: string): string {
  return path.replace(/\\([0-7]{3})/g, (_, digits: string) =>
    String.fromCharCode(parseInt(digits, 8)),
  );
}
