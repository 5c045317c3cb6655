import type { Limits, RunDefaults } from '../../../src-main/contract/index.js';
import { t } from '../../i18n/index.js';
import { readCount, readCpus, readSize, readTime } from '../../text/read-fields.js';
import type { Read } from '../../text/read-fields.js';

export const DEFAULT_FIELDS = ['memory', 'cpus', 'time', 'pids', 'fuel', 'period'] as const;
export type DefaultField = (typeof DEFAULT_FIELDS)[number];
export type DefaultTexts = Record<DefaultField, string>;
export type DefaultsRead =
  { defaults: RunDefaults } | { errors: Partial<Record<DefaultField, string>> };

/** The defaults, or at which field what is wrong: by the rules of the Lab's own fields. */
export function readDefaults(texts: DefaultTexts): DefaultsRead {
  const errors: Partial<Record<DefaultField, string>> = {};
  const take = <T>(field: DefaultField, read: Read<T>): T | undefined => {
    if ('value' in read) return read.value;
    errors[field] = read.error;
    return undefined;
  };
  const found = {
    memoryBytes: take('memory', readSize(texts.memory)),
    cpus: take('cpus', readCpus(texts.cpus)),
    timeoutMs: take('time', readTime(texts.time, 1, 86_400_000, '1 ms and 24 h')),
    pids: take('pids', readCount(texts.pids)),
    fuel: take('fuel', readCount(texts.fuel)),
  };
  const periodMs = take('period', readTime(texts.period, 20, 60_000, '20 ms and 60 s'));
  if (periodMs === undefined) errors.period ??= t('A time between 20 ms and 60 s: 100 ms.');
  if (periodMs === undefined || Object.keys(errors).length > 0) return { errors };
  return { defaults: { limits: withoutAbsent(found), periodMs } };
}

function withoutAbsent(limits: Record<keyof Limits, number | undefined>): Limits {
  return Object.fromEntries(Object.entries(limits).filter(([, value]) => value !== undefined));
}
