import type { ConfigurationGroup } from '../../../../src-main/contract/index.js';
import { said } from '../../../i18n/index.js';

/** The entries whose name, value or group has the text, in any case; groups without any go. */
export function filteredGroups(
  groups: readonly ConfigurationGroup[],
  text: string,
): ConfigurationGroup[] {
  const wanted = text.trim().toLowerCase();
  const has = (one: string): boolean => one.toLowerCase().includes(wanted);
  return groups
    .map(({ title, entries }) => ({
      title,
      entries:
        has(said(title)) || has(title)
          ? entries
          : entries.filter(({ name, value }) => has(shownName(title, name)) || has(value)),
    }))
    .filter(({ entries }) => entries.length > 0);
}

/** Of these the container has named the entries. */
const ITS_OWN: readonly string[] = ['Environment', 'Labels'];

/** The name of an entry in the language of the window. */
export function shownName(group: string, name: string): string {
  return ITS_OWN.includes(group) ? name : said(name);
}

/** About four lines of the pane. */
const SHORT = { chars: 220, lines: 4 };

/** What is seen of a long value before it is unfolded; a short one is whole. */
export function foldedValue(value: string): string {
  const lines = value.split('\n', SHORT.lines + 1);
  const few = lines.length > SHORT.lines ? lines.slice(0, SHORT.lines).join('\n') : value;
  return few.slice(0, SHORT.chars);
}
