import { unescapeOctal } from '../files/kernel-text.js';

/** One line of /proc/PID/mountinfo (filesystems/proc.rst 3.5). */
export interface Mount {
  /** `major:minor` of the file system: the same wherever it is mounted. */
  device: string;
  /** Which directory of the file system appears: `/` for all of it. */
  root: string;
  mountPoint: string;
  /** Of this mount: `ro`, `nosuid`. */
  options: string[];
  /** `private`, `shared`, `slave`, `shared, slave`, `unbindable` (mount_namespaces(7)). */
  propagation: string;
  type: string;
  /** Of the file system itself, shared by all its mounts. */
  superOptions: string[];
}

/** In mount order: a later mount on the same point hides the earlier. */
export function parseMounts(mountinfo: string): Mount[] {
  const mounts: Mount[] = [];
  for (const line of mountinfo.split('\n')) {
    // Optional fields of any number end with a lone hyphen.
    const separator = line.indexOf(' - ');
    if (separator < 0) continue;
    const [, , device = '', root = '/', mountPoint = '', options = '', ...optional] = line
      .slice(0, separator)
      .split(' ');
    const [type = '', , superOptions = ''] = line.slice(separator + 3).split(' ');
    mounts.push({
      device,
      root: unescapeOctal(root),
      mountPoint: unescapeOctal(mountPoint),
      options: options.split(','),
      propagation: propagationOf(optional),
      type,
      superOptions: superOptions.split(','),
    });
  }
  return mounts;
}

/** `shared:24 master:3`; without any of them nothing is passed on. */
function propagationOf(fields: readonly string[]): string {
  const words: Record<string, string> = { shared: 'shared', master: 'slave' };
  const found = fields.flatMap((field) => words[field.split(':')[0] ?? ''] ?? []);
  if (fields.includes('unbindable')) found.push('unbindable');
  return found.length === 0 ? 'private' : found.join(', ');
}

/** Whether what is mounted exactly there refuses writes; undefined when nothing is mounted there. */
export function isReadOnly(mounts: readonly Mount[], mountPoint: string): boolean | undefined {
  const visible = mounts.filter((mount) => mount.mountPoint === mountPoint).at(-1);
  return visible === undefined ? undefined : refusesWrites(visible);
}

export function refusesWrites({ options, superOptions }: Mount): boolean {
  return options.includes('ro') || superOptions.includes('ro');
}
