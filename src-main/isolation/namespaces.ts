import { readlinkSync } from 'node:fs';
import type { IsolationFact } from '../contract/index.js';

/** File names in /proc/PID/ns (man namespaces(7)), in words. */
const NAMESPACES = {
  mnt: 'mount',
  pid: 'process',
  net: 'network',
  ipc: 'IPC',
  uts: 'host name',
  user: 'user',
  cgroup: 'cgroup',
  time: 'time',
} as const;
export type NamespaceName = keyof typeof NAMESPACES;
const ALL = Object.keys(NAMESPACES) as NamespaceName[];

/** Sharing one of these opens the host itself; engines share user, cgroup (v1) and time by default. */
const GRAVE: ReadonlySet<NamespaceName> = new Set(['mnt', 'pid', 'net', 'ipc', 'uts']);

/** Each namespace is in one of the two, or in neither when it is not known. */
export interface NamespaceComparison {
  own: NamespaceName[];
  shared: NamespaceName[];
}

/** Which namespaces a process has to itself, by inode against ours; undefined when none may be read. */
export function compareNamespaces(pid: number, procRoot: string): NamespaceComparison | undefined {
  const comparison: NamespaceComparison = { own: [], shared: [] };
  for (const name of ALL) {
    const theirs = namespaceOf(String(pid), name, procRoot);
    const ours = namespaceOf('self', name, procRoot);
    if (theirs === undefined || ours === undefined) continue;
    (theirs === ours ? comparison.shared : comparison.own).push(name);
  }
  return comparison.own.length + comparison.shared.length === 0 ? undefined : comparison;
}

/** `net:[4026531833]`; needs the right to trace the process (its owner, or root). */
function namespaceOf(pid: string, name: NamespaceName, procRoot: string): string | undefined {
  try {
    return readlinkSync(`${procRoot}/${pid}/ns/${name}`);
  } catch {
    return undefined;
  }
}

export function namespacesFact(
  { own, shared }: NamespaceComparison,
  basis: IsolationFact['basis'],
): IsolationFact {
  const unknown = ALL.filter((name) => !own.includes(name) && !shared.includes(name));
  const parts = [
    ['Own', own],
    ['Shared with the host', shared],
    ['Not known', unknown],
  ] as const;
  const detail = parts
    .filter(([, names]) => names.length > 0)
    .map(([what, names]) => `${what}: ${names.map((name) => NAMESPACES[name]).join(', ')}.`);
  return {
    id: 'namespaces',
    label: `${own.length} of ${own.length + shared.length} namespaces own`,
    detail: detail.join(' '),
    tone: shared.some((name) => GRAVE.has(name)) ? 'loose' : 'strong',
    basis,
  };
}
