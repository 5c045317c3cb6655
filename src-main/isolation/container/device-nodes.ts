import { lstatSync, readdirSync } from 'node:fs';
import type { Mount } from '../../metrics/proc/mountinfo.js';

/** What every container has (OCI runtime-spec, config-linux.md, Default Devices), and the terminal of its own. */
const STANDARD = /^\/dev\/(null|zero|full|random|urandom|tty|console|ptmx)$/;
/** A file system that a user program answers for could hold up whoever looks into it. */
const LOCAL = new Set(['tmpfs', 'devtmpfs', 'overlay', 'ext4', 'xfs', 'btrfs', 'zfs', 'f2fs']);
const DEEPEST = 3;
const MOST_ENTRIES = 4000;

/**
 * The device nodes in a container's /dev beyond the standard ones, without opening any. Undefined where it may not be
 * looked into (it needs the right to trace the process). What is mounted in it is passed over: shm, pts, mqueue.
 */
export function readDeviceNodes(process: string, mounts: readonly Mount[]): string[] | undefined {
  const below = mounts.find(({ mountPoint }) => mountPoint === '/dev') ?? rootOf(mounts);
  if (below === undefined || !LOCAL.has(below.type)) return undefined;
  const points = new Set(mounts.map(({ mountPoint }) => mountPoint));
  const found: string[] = [];
  const folders = [{ path: '/dev', depth: 1 }];
  let left = MOST_ENTRIES;
  // A link instead of a folder would lead out of the container: its target is resolved from our own root.
  if (kindOf(`${process}/root/dev`) !== 'folder') return undefined;
  for (const { path, depth } of folders) {
    for (const name of entriesOf(`${process}/root${path}`)) {
      if ((left -= 1) < 0) return found;
      const inside = `${path}/${name}`;
      const kind = kindOf(`${process}/root${inside}`);
      if (kind === 'device' && !STANDARD.test(inside)) found.push(inside);
      if (kind === 'folder' && depth < DEEPEST && !points.has(inside)) {
        folders.push({ path: inside, depth: depth + 1 });
      }
    }
  }
  return found.sort();
}

function rootOf(mounts: readonly Mount[]): Mount | undefined {
  return mounts.find(({ mountPoint }) => mountPoint === '/');
}

function entriesOf(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function kindOf(path: string): 'device' | 'folder' | undefined {
  try {
    const stat = lstatSync(path);
    if (stat.isDirectory()) return 'folder';
    return stat.isCharacterDevice() || stat.isBlockDevice() ? 'device' : undefined;
  } catch {
    return undefined;
  }
}
