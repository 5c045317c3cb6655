import { parseDuration, parseSize } from '../../src-main/contract/index.js';
import type { Volume } from '../../src-main/contract/index.js';
import { t } from '../i18n/index.js';
import type { Words } from '../i18n/index.js';

import { withPoint } from './format.js';

/** The value a field means, or the sentence that says what does not fit. Empty is `undefined`. */
export type Read<T> = { value: T } | { error: string };

const empty = (text: string): boolean => text.trim() === '';
const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

export function readSize(text: string): Read<number | undefined> {
  if (empty(text)) return { value: undefined };
  const bytes = parseSize(withPoint(text));
  if (bytes === undefined) return { error: t('A size with its unit: 64m, 1.5 GiB.') };
  return bytes < 1
    ? { error: t('More than nothing, or leave it empty for no limit.') }
    : { value: bytes };
}

/** Milliseconds within `[leastMs, mostMs]`. */
export function readTime(
  text: string,
  leastMs: number,
  mostMs: number,
  range: Words,
): Read<number | undefined> {
  if (empty(text)) return { value: undefined };
  const ms = parseDuration(withPoint(text));
  if (ms === undefined) return { error: t('A time with its unit: 500ms, 10 s, 2m.') };
  return ms < leastMs || ms > mostMs
    ? { error: t('Between {{range}}.', { range: t(range) }) }
    : { value: ms };
}

export function readCpus(text: string): Read<number | undefined> {
  if (empty(text)) return { value: undefined };
  const match = /^\s*(\d+(?:\.\d+)?)\s*(?:cores?|núcleos?)?\s*$/i.exec(withPoint(text));
  const cpus = match === null ? Number.NaN : Number(match[1]);
  if (Number.isNaN(cpus)) return { error: t('A number of cores: 1, 0.5.') };
  return cpus < 0.01 || cpus > 4096
    ? { error: t('Between 0.01 and 4096 cores.') }
    : { value: cpus };
}

export function readCount(text: string): Read<number | undefined> {
  if (empty(text)) return { value: undefined };
  const count = /^\s*\d[\d_ ]*$/.test(text) ? Number(text.replace(/[\s_]/g, '')) : Number.NaN;
  if (!Number.isSafeInteger(count) || count < 1) return { error: t('A whole number, 1 or more.') };
  return { value: count };
}

export function readEnv(text: string): Read<Record<string, string>> {
  const env: Record<string, string> = {};
  for (const line of lines(text)) {
    const at = line.indexOf('=');
    if (at < 1) return { error: t('“{{text}}” is not NAME=value.', { text: line.slice(0, 40) }) };
    env[line.slice(0, at)] = line.slice(at + 1);
  }
  return { value: env };
}

/** As `docker run -v`; a Windows drive's colon belongs to the path. */
export function readVolumes(text: string): Read<Volume[]> {
  const volumes: Volume[] = [];
  for (const line of lines(text)) {
    const match = /^((?:[A-Za-z]:[\\/])?[^:]+):([^:]+?)(?::(ro|rw))?$/.exec(line);
    if (match?.[1] === undefined || match[2] === undefined) {
      return {
        error: t('“{{text}}” is not host:guest or host:guest:ro.', { text: line.slice(0, 40) }),
      };
    }
    volumes.push({ hostPath: match[1], guestPath: match[2], readOnly: match[3] === 'ro' });
  }
  return { value: volumes };
}

export function readCapabilities(text: string): Read<string[]> {
  const names = text
    .split(/[\s,]+/)
    .filter((name) => name !== '')
    .map((name) => name.toUpperCase().replace(/^CAP_/, ''));
  const wrong = names.find((name) => !/^[A-Z_]{2,32}$/.test(name));
  if (wrong !== undefined)
    return { error: t("“{{text}}” is not a capability's name.", { text: wrong.slice(0, 40) }) };
  return { value: [...new Set(names)] };
}
