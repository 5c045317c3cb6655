import { readlinkSync } from 'node:fs';
import { NAMESPACE_NAMES } from '../../contract/index.js';
import type { NamespaceName, ProcessWalls } from '../../contract/index.js';

/**
 * The namespaces of a process, by inode: namespaces(7) says that two processes with the same are in the same one.
 * "The host" are those of process 1 of the machine that the lab sees. Where those may not be read (another user's), they
 * are the lab's own, which nobody but the lab's user has changed.
 */
export function readNamespaces(pid: number, procRoot: string): ProcessWalls['namespaces'] {
  return NAMESPACE_NAMES.flatMap((name) => {
    const inode = namespaceInode(pid, name, procRoot);
    if (inode === undefined) return [];
    const host = namespaceInode(1, name, procRoot) ?? namespaceInode('self', name, procRoot);
    return [{ name, inode, ...(host === undefined ? {} : { isHost: inode === host }) }];
  });
}

/** `net:[4026531833]`; needs the right to trace the process (its owner, or root). */
export function namespaceInode(
  pid: number | 'self',
  name: NamespaceName,
  procRoot: string,
): number | undefined {
  const link = `${procRoot}/${pid}/ns/${name}`;
  try {
    const inode = /\[(\d+)\]$/.exec(readlinkSync(link))?.[1];
    return inode === undefined ? undefined : Number(inode);
  } catch {
    return undefined;
  }
}
