import { readlinkSync } from 'node:fs';
import type { IsolationFact } from '../contract/index.js';

/** File names in /proc/PID/ns (man namespaces(7)) and what sharing each means. */
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
type NamespaceName = keyof typeof NAMESPACES;

/** Sharing one of these opens the host itself; engines share user, cgroup (v1) and time by default. */
const SERIOUS: ReadonlySet<NamespaceName> = new Set(['mnt', 'pid', 'net', 'ipc', 'uts']);

export interface NamespaceComparison {
  own: NamespaceName[];
  shared: NamespaceName[];
}

/** Which namespaces a process has to itself, by inode; undefined when the kernel shows none of them. */
export function compareNamespaces(
  pid: number,
  procRoot = '/proc',
): NamespaceComparison | undefined {
  const comparison: NamespaceComparison = { own: [], shared: [] };
  for (const name of Object.keys(NAMESPACES) as NamespaceName[]) {
    const theirs = namespaceOf(String(pid), name, procRoot);
    const ours = namespaceOf('self', name, procRoot);
    if (theirs === undefined || ours === undefined) continue;
    (theirs === ours ? comparison.shared : comparison.own).push(name);
  }
  return comparison.own.length + comparison.shared.length === 0 ? undefined : comparison;
}

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
  const total = own.length + shared.length;
  const sharedNames = shared.map((name) => NAMESPACES[name]).join(', ');
  return {
    id: 'namespaces',
    label: `${own.length} of ${total} namespaces own`,
    detail:
      shared.length === 0
        ? 'Every kind of namespace is its own.'
        : `Shared with the host: ${sharedNames}. Own: ${own.map((name) => NAMESPACES[name]).join(', ') || 'none'}.`,
    tone: shared.some((name) => SERIOUS.has(name)) ? 'loose' : 'strong',
    basis,
  };
}
