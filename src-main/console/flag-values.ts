import { LabError, parseDuration, parseSize } from '../contract/index.js';

/** Bytes. These throw LabError `bad-request` that names the flag and what it takes. */
export function size(flag: string, text: string): number {
  return parseSize(text) ?? fail(wrong(flag, text, 'a size such as 64m or 1GiB'));
}

/** Milliseconds. */
export function time(flag: string, text: string): number {
  return (
    parseDuration(text) ?? fail(wrong(flag, text, 'a time with its unit, such as 500ms or 10s'))
  );
}

export function count(flag: string, text: string, whole: boolean): number {
  const value = Number(text);
  const fits = text.trim() !== '' && Number.isFinite(value) && value > 0;
  if (!fits || (whole && !Number.isSafeInteger(value))) {
    throw wrong(flag, text, whole ? 'a whole number above 0' : 'a number above 0');
  }
  return value;
}

/** A whole number between the two. */
export function between(flag: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isSafeInteger(value) || value < least || value > most) {
    throw wrong(flag, text, `a whole number from ${String(least)} to ${String(most)}`);
  }
  return value;
}

/** A share of one, above 0. */
export function share(flag: string, text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !(value >= 0.001 && value <= 1)) {
    throw wrong(flag, text, 'a share from 0.001 to 1, such as 0.05');
  }
  return value;
}

export function wrong(flag: string, text: string, expected: string): LabError {
  return new LabError(
    'bad-request',
    `${flag} cannot be ${JSON.stringify(text)}.`,
    `Give ${expected}.`,
  );
}

function fail(error: LabError): never {
  throw error;
}

/** Of a flag that may stand more than once. */
export function collect(value: string, earlier: string[]): string[] {
  return [...earlier, value];
}
