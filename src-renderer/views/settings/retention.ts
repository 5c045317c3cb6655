import * as v from 'valibot';
import { StoreSettingsSchema, parseSize } from '../../../src-main/contract/index.js';
import type { StoreSettings } from '../../../src-main/contract/index.js';
import type { Words } from '../../i18n/index.js';
import { exactSize } from '../lab/form-of-runs.js';

export const RETENTION_FIELDS = [
  'budgetBytes',
  'rawDays',
  'oneSecondDays',
  'tenSecondDays',
  'removedDays',
] as const;
export type RetentionField = (typeof RETENTION_FIELDS)[number];
export type RetentionTexts = Record<RetentionField, string>;
export type RetentionRead =
  | { retention: Pick<StoreSettings, RetentionField> }
  | { errors: Partial<Record<RetentionField, Words>> };

export function textsOf(settings: StoreSettings): RetentionTexts {
  const days = (count: number): string => `${String(count)} d`;
  return {
    budgetBytes: exactSize(settings.budgetBytes),
    rawDays: days(settings.rawDays),
    oneSecondDays: days(settings.oneSecondDays),
    tenSecondDays: days(settings.tenSecondDays),
    removedDays: days(settings.removedDays),
  };
}

/** What is to be kept how long, or at which field what does not fit: by the contract's own schema. */
export function readRetention(texts: RetentionTexts): RetentionRead {
  const given = {
    budgetBytes: parseSize(texts.budgetBytes) ?? Number.NaN,
    rawDays: daysOf(texts.rawDays),
    oneSecondDays: daysOf(texts.oneSecondDays),
    tenSecondDays: daysOf(texts.tenSecondDays),
    removedDays: daysOf(texts.removedDays),
  };
  const read = v.safeParse(StoreSettingsSchema, given);
  if (read.success) return { retention: given };
  const wrong = RETENTION_FIELDS.filter((field) =>
    read.issues.some((issue) => v.getDotPath(issue) === field),
  );
  return { errors: wrong.length > 0 ? Object.fromEntries(wrong.map(fits)) : outOfOrder(given) };
}

function fits(field: RetentionField): [RetentionField, Words] {
  return [
    field,
    field === 'budgetBytes'
      ? 'A size of 16 MiB or more: 500 MiB, 2 GiB.'
      : 'Days, more than none: 7 d.',
  ];
}

/** The coarser one of the first two that are in the wrong order. */
function outOfOrder({
  rawDays,
  oneSecondDays,
}: Record<RetentionField, number>): Partial<Record<RetentionField, Words>> {
  const field = rawDays > oneSecondDays ? 'oneSecondDays' : 'tenSecondDays';
  return { [field]: 'Not shorter than what is kept more finely.' };
}

function daysOf(text: string): number {
  const match = /^\s*(\d+(?:[.,]\d+)?)\s*(?:d|days?|dias?)?\s*$/i.exec(text);
  return match === null ? Number.NaN : Number((match[1] ?? '').replace(',', '.'));
}
