import { existsSync } from 'node:fs';
import { posix } from 'node:path';
import { readText } from '../files/kernel-text.js';
import { candidatePaths, pathOfContainer } from './candidates.js';
import { parseMemberships } from './membership.js';
import type { Membership } from './membership.js';
import { parseCgroupMounts } from './mounts.js';
import type { CgroupMount } from './mounts.js';

/** The directories of one cgroup. v1: one per controller, absent where there is none. */
export type CgroupLocation =
  | { version: 1; directories: Partial<Record<V1Controller, string>> }
  | { version: 2; directory: string };

const V1_CONTROLLERS = ['memory', 'cpuacct', 'cpu', 'pids', 'blkio'] as const;
export type V1Controller = (typeof V1_CONTROLLERS)[number];

export interface CgroupQuery {
  pid?: number;
  /**
   * The container's full id. With it, only a cgroup that carries the id in its path is accepted, and
   * a process that sits in a child of that cgroup (systemd inside, crun's `container`) leads to the
   * container's own. It also finds the cgroup when the process is not there.
   */
  containerId?: string;
  /** The engine's own cgroup parent where it is known to have one. */
  cgroupParent?: string;
  /** Where /proc is; tests use captured trees. */
  procRoot?: string;
  /** Put in front of every mount point; tests use captured trees. */
  mountPrefix?: string;
}

/** The cgroup of a process or container, or undefined when it cannot be seen from here. */
export function locateCgroup(query: CgroupQuery): CgroupLocation | undefined {
  const procRoot = query.procRoot ?? '/proc';
  const mounts = parseCgroupMounts(readText(`${procRoot}/self/mountinfo`) ?? '');
  const memberships = membershipsOf(query.pid, procRoot);
  const own = membershipsOf('self', procRoot);
  const find = (mount: CgroupMount): string | undefined =>
    directoryOf(mount, memberships, query) ?? searchById(mount, own, query);
  return locateV1(mounts, find) ?? locateV2(mounts, find);
}

/** Version 1 wins on a hybrid machine when it carries memory or CPU: there the unified tree has no controllers. */
function locateV1(
  mounts: CgroupMount[],
  find: (mount: CgroupMount) => string | undefined,
): CgroupLocation | undefined {
  const directories: Partial<Record<V1Controller, string>> = {};
  for (const mount of mounts) {
    const wanted = V1_CONTROLLERS.filter(
      (name) => directories[name] === undefined && mount.controllers.includes(name),
    );
    const directory = wanted.length > 0 ? find(mount) : undefined;
    if (directory === undefined) continue;
    for (const name of wanted) directories[name] = directory;
  }
  const found = directories.memory !== undefined || directories.cpuacct !== undefined;
  return found ? { version: 1, directories } : undefined;
}

function locateV2(
  mounts: CgroupMount[],
  find: (mount: CgroupMount) => string | undefined,
): CgroupLocation | undefined {
  for (const mount of mounts) {
    const directory = mount.version === 2 ? find(mount) : undefined;
    if (directory !== undefined) return { version: 2, directory };
  }
  return undefined;
}

function membershipsOf(pid: number | 'self' | undefined, procRoot: string): Membership[] {
  if (pid === undefined) return [];
  return parseMemberships(readText(`${procRoot}/${String(pid)}/cgroup`) ?? '');
}

/** The path in the hierarchy that this mount shows. */
function pathIn(mount: CgroupMount, memberships: Membership[]): string | undefined {
  const found = memberships.find((membership) =>
    mount.version === 2
      ? membership.controllers.length === 0
      : membership.controllers.some((name) => mount.controllers.includes(name)),
  );
  return found?.path;
}

function directoryOf(
  mount: CgroupMount,
  memberships: Membership[],
  query: CgroupQuery,
): string | undefined {
  const path = pathIn(mount, memberships);
  if (path === undefined) return undefined;
  const own = query.containerId === undefined ? path : pathOfContainer(path, query.containerId);
  return own === undefined ? undefined : existing(mount, own, query.mountPrefix);
}

function searchById(mount: CgroupMount, own: Membership[], query: CgroupQuery): string | undefined {
  if (query.containerId === undefined) return undefined;
  const ownPath = pathIn(mount, own) ?? '/';
  for (const path of candidatePaths(query.containerId, ownPath, query.cgroupParent)) {
    const directory = existing(mount, path, query.mountPrefix);
    if (directory !== undefined && isSettled(directory)) return directory;
  }
  return undefined;
}

/** An empty scope is not yet what the container runs in: crun makes a cgroup inside it for that. */
function isSettled(directory: string): boolean {
  return !directory.endsWith('.scope') || readText(`${directory}/cgroup.procs`)?.trim() !== '';
}

/** A cgroup's directory below a mount that may itself show only a part of the hierarchy. */
function existing(mount: CgroupMount, path: string, mountPrefix = ''): string | undefined {
  const inside = relativeTo(mount.root, path);
  if (inside === undefined) return undefined;
  const directory = posix.join(`${mountPrefix}${mount.mountPoint}`, inside);
  return existsSync(`${directory}/cgroup.procs`) ? directory : undefined;
}

/** Undefined when `path` is outside what the mount shows, including above our cgroup namespace. */
function relativeTo(root: string, path: string): string | undefined {
  if (root === path) return '/';
  const prefix = root === '/' ? '/' : `${root}/`;
  if (!path.startsWith(prefix)) return undefined;
  const inside = path.slice(prefix.length);
  return inside === '..' || inside.startsWith('../') ? undefined : `/${inside}`;
}
