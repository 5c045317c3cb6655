import type { LimitValue, Told } from '../../../../src-main/contract/index.js';
import { t } from '../../../i18n/index.js';
import type { Words } from '../../../i18n/index.js';
import { formatBytes, withMark } from '../../../text/format.js';

/** One line of a section: what it is, and what is said in each column. */
export interface Line {
  name: string;
  /** One for each column; undefined: not told. A single one stands over all columns. */
  cells: (string | undefined)[];
  /** What was asked for is not what is in force. */
  differs?: boolean;
  /** Wider than the default, or than it could be. */
  isLoose?: boolean;
  /** Below the line: a few more words. */
  note?: string;
  /** What is used, of what may be: 0 to 1. */
  share?: number;
  isCode?: boolean;
}

export type ChipMark = 'beyond' | 'below' | 'missing' | 'plain';

/** Short names that are many. */
export interface ChipList {
  title: string;
  chips: { text: string; mark: ChipMark; tip?: string }[];
  /** Said in place of an empty list. */
  empty: string;
}

export interface Section {
  id: string;
  title: string;
  summary?: string;
  /** Over the lines: `Asked for`, `In force`. */
  columns: string[];
  lines: Line[];
  lists: ChipList[];
  /** The lists say more than the lines. */
  isListFirst?: boolean;
}

export const toldColumns = (): string[] => [t('Asked for'), t('In force')];

export function section(id: string, title: string, part: Partial<Section>): Section {
  return { id, title, columns: [], lines: [], lists: [], ...part };
}

/** A line of what was asked for beside what is in force. */
export function toldLine<T>(
  name: string,
  { declared, effective }: Told<T>,
  words: (value: T) => string,
  part: Partial<Line> = {},
): Line {
  const cells = [declared, effective].map((value) =>
    value === undefined ? undefined : words(value),
  );
  const differs = cells[0] !== undefined && cells[1] !== undefined && cells[0] !== cells[1];
  return { name, cells, ...(differs && { differs }), ...part };
}

/** What is in force, or what was asked for where that is all that is told. */
export function inForce<T>({ declared, effective }: Told<T>): T | undefined {
  return effective ?? declared;
}

/** What was asked for but is not there is loose; what is there unasked is the engine's own. */
export function toldList(title: string, told: Told<string[]>, empty: string): ChipList {
  const { declared = [], effective } = told;
  const there = new Set(effective ?? declared);
  const asked = new Set(declared);
  const names = [...new Set([...declared, ...(effective ?? [])])];
  return {
    title: effective === undefined ? t('{{title}}, as asked for', { title }) : title,
    chips: names.map((text) =>
      there.has(text)
        ? {
            text,
            mark: 'plain' as const,
            ...(told.declared !== undefined &&
              !asked.has(text) && { tip: t('In force, not asked for') }),
          }
        : { text, mark: 'missing' as const, tip: t('Asked for, but not in force') },
    ),
    empty: told.declared === undefined && effective === undefined ? t('Not told.') : empty,
  };
}

const UNITS: Partial<Record<string, Words>> = {
  cores: 'cores',
  processes: 'processes',
  fuel: 'fuel',
};

export function limitText(value: LimitValue, unit: string): string {
  if (value === 'unlimited') return t('unlimited');
  if (unit === 'bytes') return formatBytes(value);
  const word = UNITS[unit];
  return `${withMark(String(value))} ${word === undefined ? unit : t(word)}`;
}

export const yesNo = (value: boolean): string => (value ? t('yes') : t('no'));

/** A row of words, or undefined where there is none. */
export function words(...parts: (string | undefined)[]): string | undefined {
  const told = parts.filter((part): part is string => part !== undefined && part !== '');
  return told.length === 0 ? undefined : told.join(', ');
}
