import * as units from '../../src-main/contract/index.js';
import { language, locale, t } from '../i18n/index.js';

/** A number that was written as the command line writes it, with the decimal mark of the window's language. */
export function withMark(text: string): string {
  return language() === 'pt-BR' ? text.replace(/(\d)\.(?=\d)/g, '$1,') : text;
}

/** The other way: what was typed in the window's language, as the contract reads it. */
export function withPoint(text: string): string {
  return language() === 'pt-BR' ? text.replace(/(\d),(?=\d)/g, '$1.') : text;
}

/** `10,000`: grouped as the language of the window groups. */
export function formatCount(count: number): string {
  return count.toLocaleString(locale());
}

/** `64.0 MiB` (`units.ts` of the contract). */
export function formatBytes(bytes: number): string {
  return withMark(units.formatBytes(bytes));
}

/** `52.3 ms`, `1.53 s`. */
export function formatDuration(ms: number): string {
  return withMark(units.formatDuration(ms));
}

/** `31 %`. */
export function formatPercent(percent: number): string {
  return withMark(units.formatPercent(percent));
}

/** `3f1c0b…a9e2`: enough of a hash to compare by eye; the whole of it is what gets copied. */
export function shortHash(hash: string): string {
  const bare = hash.replace(/^sha256:/, '');
  return bare.length <= 14 ? bare : `${bare.slice(0, 6)}…${bare.slice(-4)}`;
}

/** Milliseconds in a row of milliseconds: `0.42`, `9.3`, `238` (two digits at least). The unit stands beside it. */
export function formatMs(ms: number): string {
  return ms < 10 ? withMark(String(Number(ms.toPrecision(2)))) : ms.toFixed(0);
}

/** A moment on the time axis: `0 s`, `350 ms`, `1.20 s`, `2 m 5 s`. */
export function formatMoment(ms: number): string {
  if (ms < 1000) return `${ms.toFixed(0)} ms`;
  if (ms < 60_000) return withMark(`${(ms / 1000).toFixed(2)} s`);
  const seconds = ms / 1000;
  return `${String(Math.floor(seconds / 60))} m ${(seconds % 60).toFixed(0)} s`;
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${String(count)} ${count === 1 ? one : many}`;
}

/** `a, b and c`. */
export function list(items: readonly string[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${t('and')} ${items[items.length - 1] ?? ''}`;
}

/** How long something has run, calm enough to stand in a column: `42 s`, `12 m 03 s`, `5 h 12 m`, `3 d 4 h`. */
export function formatUptime(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  if (minutes === 0) return `${String(seconds)} s`;
  if (hours === 0) return `${String(minutes)} m ${String(seconds % 60).padStart(2, '0')} s`;
  if (hours < 24) return `${String(hours)} h ${String(minutes % 60).padStart(2, '0')} m`;
  return `${String(Math.floor(hours / 24))} d ${String(hours % 24)} h`;
}

/** Bytes in two or three digits, for a narrow column whose head says what they are: `0`, `640 B`, `1.2 MiB`, `15 MiB`. */
export function formatBytesBrief(bytes: number): string {
  return bytes < 0.5
    ? '0'
    : withMark(
        units.formatBytes(bytes).replace(/^\d\d+\.\d/, (digits) => Number(digits).toFixed(0)),
      );
}

/** `26 Nov, 01:40:12` in the reader's own words; the year where it is another. */
export function formatWhen(iso: string, now = new Date()): string {
  const date = new Date(iso);
  const isThisYear = date.getFullYear() === now.getFullYear();
  return date.toLocaleString(locale(), {
    day: 'numeric',
    month: 'short',
    ...(isThisYear ? {} : { year: 'numeric' }),
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  });
}
