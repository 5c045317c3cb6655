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
