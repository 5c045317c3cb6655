import { parseMounts } from '../proc/mountinfo.js';

/** One mounted cgroup hierarchy, as /proc/PID/mountinfo shows it to its reader. */
export interface CgroupMount {
  version: 1 | 2;
  /** v1: which controllers this hierarchy carries (`cpu`, `cpuacct`); v2: none. */
  controllers: string[];
  /** The cgroup that appears at the mount point: `/`, or deeper inside a container. */
  root: string;
  mountPoint: string;
}

/**
 * The cgroup hierarchies of a mountinfo file, in mount order; a container may see one several times.
 * v1 names its controllers among the file system's options (admin-guide/cgroup-v1/cgroups.rst 2.1).
 */
export function parseCgroupMounts(mountinfo: string): CgroupMount[] {
  return parseMounts(mountinfo)
    .filter(({ type }) => type === 'cgroup' || type === 'cgroup2')
    .map(({ type, superOptions, root, mountPoint }) => ({
      version: type === 'cgroup2' ? 2 : 1,
      controllers: type === 'cgroup2' ? [] : superOptions,
      root,
      mountPoint,
    }));
}
