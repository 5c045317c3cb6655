import { unescapeOctal } from '../files/kernel-text.js';

/** One line of /proc/PID/mountinfo (filesystems/proc.rst 3.5). */
export interface Mount {
  /** Which directory of the file system appears: `/` for all of it. */
  root: string;
  mountPoint: string;
  /** Of this mount: `ro`, `nosuid`. */
  options: string[];
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
    const [, , , root = '/', mountPoint = '', options = ''] = line.split(' ');
    const [type = '', , superOptions = ''] = line.slice(separator + 3).split(' ');
    mounts.push({
      root: unescapeOctal(root),
      mountPoint: unescapeOctal(mountPoint),
      options: options.split(','),
      type,
      superOptions: superOptions.split(','),
    });
  }
  return mounts;
}

/** Whether what is mounted exactly there refuses writes; undefined when nothing is mounted there. */
export function isReadOnly(mounts: readonly Mount[], mountPoint: string): boolean | undefined {
  const visible = mounts.filter((mount) => mount.mountPoint === mountPoint).at(-1);
  if (visible === undefined) return undefined;
  return visible.options.includes('ro') || visible.superOptions.includes('ro');
}
