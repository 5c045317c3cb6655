import { accessSync, constants, mkdirSync, readdirSync, rmdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { LabError } from '../../contract/index.js';
import { parseMemberships } from '../../metrics/cgroup/membership.js';
import { parseCgroupMounts } from '../../metrics/cgroup/mounts.js';
import type { CgroupMount } from '../../metrics/cgroup/mounts.js';
import { readText } from '../../metrics/files/kernel-text.js';
import { isOwnerAlive, thisOwner } from '../owner.js';
import type { Holder } from './limits.js';

const NAME = 'paralelo-guest-';
/** The default of both versions (scheduler/sched-bwc.rst; cgroup-v2.rst, cpu.max). */
const PERIOD_US = 100_000;
/** The kernel's least quota (scheduler/sched-bwc.rst). */
const LEAST_QUOTA_US = 1000;

export interface CpuCgroup {
  /** Where the kernel tells what the quota did. */
  statPath: string;
  /** The command line, wrapped so that the process is in the cgroup before its program begins. */
  wrap(executable: string, args: string[]): { executable: string; args: string[] };
  /** Removes the cgroup, once its last process is gone. Never throws. */
  remove(): void;
}

/** Where this lab may make a cgroup with the CPU controller. */
interface Place {
  version: 1 | 2;
  directory: string;
}

/** The holder of the CPU limit on this machine. Linux only, and where the user may make a cgroup. */
export function cpuHolder(): Holder {
  return findPlace() === undefined
    ? { none: 'this user may not make a cgroup with the CPU controller here' }
    : { by: 'cgroup', how: 'a cgroup of its own around the process (CPU quota)' };
}

let made = 0;

/** A cgroup for one guest. Throws LabError `host-failed` when it cannot be made. */
export function createCpuCgroup(cpus: number): CpuCgroup {
  const place = findPlace();
  if (place === undefined) throw cannotMake(new Error('no writable CPU hierarchy'));
  made += 1;
  const directory = join(place.directory, `${NAME}${thisOwner()}-${made}`);
  try {
    mkdirSync(directory);
    const quotaUs = Math.max(LEAST_QUOTA_US, Math.round(cpus * PERIOD_US));
    if (place.version === 2) writeFileSync(join(directory, 'cpu.max'), `${quotaUs} ${PERIOD_US}`);
    else {
      writeFileSync(join(directory, 'cpu.cfs_period_us'), String(PERIOD_US));
      writeFileSync(join(directory, 'cpu.cfs_quota_us'), String(quotaUs));
    }
  } catch (cause) {
    removeCgroup(directory);
    throw cannotMake(cause);
  }
  return {
    statPath: join(directory, 'cpu.stat'),
    wrap: (executable, args) => ({
      executable: '/bin/sh',
      // Writing 0 moves the writer itself; the shell then becomes the program.
      args: [
        '-c',
        'echo 0 >"$0" && exec "$@"',
        join(directory, 'cgroup.procs'),
        executable,
        ...args,
      ],
    }),
    remove: () => removeCgroup(directory),
  };
}

/** Removes the cgroups of labs that are gone. Never throws. */
export function removeOrphanCgroups(): void {
  const place = findPlace();
  if (place === undefined) return;
  for (const name of directoriesIn(place.directory)) {
    if (!name.startsWith(NAME)) continue;
    const owner = name.slice(NAME.length).replace(/-\d+$/, '');
    if (!isOwnerAlive(owner)) removeCgroup(join(place.directory, name));
  }
}

let place: Place | undefined;

function findPlace(): Place | undefined {
  if (process.platform !== 'linux') return undefined;
  place ??= lookForPlace();
  return place;
}

function lookForPlace(): Place | undefined {
  const mounts = parseCgroupMounts(readText('/proc/self/mountinfo') ?? '');
  const memberships = parseMemberships(readText('/proc/self/cgroup') ?? '');
  const first = mounts.find((mount) => mount.version === 1 && mount.controllers.includes('cpu'));
  if (first !== undefined) {
    const own = memberships.find(({ controllers }) => controllers.includes('cpu'));
    const directory = own && directoryOf(first, own.path);
    return directory !== undefined && isWritable(directory) ? { version: 1, directory } : undefined;
  }
  const unified = mounts.find((mount) => mount.version === 2);
  const own = memberships.find(({ controllers }) => controllers.length === 0);
  const start = unified && own && directoryOf(unified, own.path);
  return start === undefined || unified === undefined
    ? undefined
    : unifiedPlace(start, unified.mountPoint);
}

/**
 * A cgroup with processes may not hand controllers on (cgroup-v2.rst, "No Internal Process
 * Constraint"), so it is the nearest one above us that hands on the CPU.
 */
function unifiedPlace(start: string, mountPoint: string): Place | undefined {
  for (let at = start; at.startsWith(mountPoint); at = dirname(at)) {
    const handsOn = readText(join(at, 'cgroup.subtree_control'))?.split(/\s+/) ?? [];
    if (handsOn.includes('cpu') && isWritable(at)) return { version: 2, directory: at };
    if (at === mountPoint) return undefined;
  }
  return undefined;
}

function directoryOf(mount: CgroupMount, path: string): string | undefined {
  if (mount.root === '/') return join(mount.mountPoint, path);
  return path.startsWith(mount.root)
    ? join(mount.mountPoint, path.slice(mount.root.length))
    : undefined;
}

function isWritable(directory: string): boolean {
  try {
    accessSync(directory, constants.W_OK);
    accessSync(join(directory, 'cgroup.procs'), constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function directoriesIn(directory: string): string[] {
  try {
    return readdirSync(directory);
  } catch {
    return [];
  }
}

function removeCgroup(directory: string): void {
  try {
    rmdirSync(directory);
  } catch {
    // Never made, gone already, or a process is still ending: the next clean-up takes it.
  }
}

function cannotMake(cause: unknown): LabError {
  return new LabError(
    'host-failed',
    `The cgroup for the CPU limit could not be made: ${cause instanceof Error ? cause.message : String(cause)}.`,
    'Leave the CPU limit out, or say --best-effort to run without it.',
    { cause },
  );
}
