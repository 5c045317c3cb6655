import type { ConfigurationGroup } from '../../../../src-main/contract/index.js';

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
      entries: has(title) ? entries : entries.filter(({ name, value }) => has(name) || has(value)),
    }))
    .filter(({ entries }) => entries.length > 0);
}

/** About four lines of the pane. */
const SHORT = { chars: 220, lines: 4 };

/** What is seen of a long value before it is unfolded; a short one is whole. */
export function foldedValue(value: string): string {
  const lines = value.split('\n', SHORT.lines + 1);
  const few = lines.length > SHORT.lines ? lines.slice(0, SHORT.lines).join('\n') : value;
  return few.slice(0, SHORT.chars);
}
