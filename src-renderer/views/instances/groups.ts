import type { Instance, InstanceOrigin } from '../../../src-main/contract/index.js';
import { t } from '../../i18n/index.js';
import type { Words } from '../../i18n/index.js';
import { originOf } from '../../state/instance-store.js';

export const GROUPINGS = ['none', 'engine', 'project', 'kind'] as const;
export type Grouping = (typeof GROUPINGS)[number];

export interface GroupLine {
  is: 'group';
  key: string;
  title: string;
  members: readonly Instance[];
  isOpen: boolean;
}
export interface InstanceLine {
  is: 'instance';
  key: string;
  instance: Instance;
}
export type Line = GroupLine | InstanceLine;

const NO_PROJECT: Words = 'No Compose project';

/** One line a row, in the given order; groups stand by name, what belongs to none last. */
export function linesOf(
  instances: readonly Instance[],
  grouping: Grouping,
  folded: readonly string[],
  origins: readonly InstanceOrigin[],
): Line[] {
  if (grouping === 'none') return instances.map(lineOf);
  const groups = new Map<string, Instance[]>();
  for (const instance of instances) {
    const title = titleOf(instance, grouping, origins);
    const members = groups.get(title);
    if (members === undefined) groups.set(title, [instance]);
    else members.push(instance);
  }
  return [...groups].sort(byTitle).flatMap(([title, members]): Line[] => {
    const key = `${grouping}/${title}`;
    const isOpen = !folded.includes(key);
    return [{ is: 'group', key, title, members, isOpen }, ...(isOpen ? members.map(lineOf) : [])];
  });
}

function lineOf(instance: Instance): InstanceLine {
  return { is: 'instance', key: instance.id, instance };
}

function titleOf(
  instance: Instance,
  grouping: Exclude<Grouping, 'none'>,
  origins: readonly InstanceOrigin[],
): string {
  switch (grouping) {
    case 'kind':
      return instance.kind === 'container' ? t('Containers') : 'WebAssembly';
    case 'project':
      return instance.project ?? t(NO_PROJECT);
    case 'engine': {
      const id = originOf(instance);
      return origins.find((origin) => origin.id === id)?.name ?? id;
    }
  }
}

function byTitle([a]: [string, unknown], [b]: [string, unknown]): number {
  const none = t(NO_PROJECT);
  if (a === none || b === none) return a === none ? 1 : -1;
  return a.localeCompare(b, 'en', { numeric: true });
}
