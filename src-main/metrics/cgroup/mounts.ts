/** One mounted cgroup hierarchy, as /proc/PID/mountinfo shows it to its reader. */
export interface CgroupMount {
  version: 1 | 2;
  /** v1: which controllers this hierarchy carries (`cpu`, `cpuacct`, `name=systemd`); v2: none. */
  controllers: string[];
  /** The cgroup that appears at the mount point: `/`, or deeper inside a container. */
  root: string;
  mountPoint: string;
}

/**
 * The cgroup hierarchies of a mountinfo file (Documentation/filesystems/proc.rst, 3.5). A container
 * may see the same hierarchy several times; all are returned, in mount order.
 */
export function parseCgroupMounts(mountinfo: string): CgroupMount[] {
  const mounts: CgroupMount[] = [];
  for (const line of mountinfo.split('\n')) {
    const separator = line.indexOf(' - ');
    if (separator < 0) continue;
    const [type, , superOptions = ''] = line.slice(separator + 3).split(' ');
    if (type !== 'cgroup' && type !== 'cgroup2') continue;
    const [, , , root = '/', mountPoint = ''] = line.split(' ');
    mounts.push({
      version: type === 'cgroup2' ? 2 : 1,
      controllers: type === 'cgroup2' ? [] : superOptions.split(',').filter(isController),
      root: unescapeOctal(root),
      mountPoint: unescapeOctal(mountPoint),
    });
  }
  return mounts;
}

const MOUNT_FLAGS = new Set(['rw', 'ro', 'xattr', 'noprefix', 'clone_children', 'release_agent']);

function isController(option: string): boolean {
  return !MOUNT_FLAGS.has(option.split('=')[0] ?? '');
}

/** mountinfo writes space, tab, newline and backslash in paths as three octal digits. */
export function unescapeOctal(path: string): string {
  return path.replace(/\\([0-7]{3})/g, (_, digits: string) =>
    String.fromCharCode(parseInt(digits, 8)),
  );
}
