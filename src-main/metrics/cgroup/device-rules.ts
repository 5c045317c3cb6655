import { posix } from 'node:path';
import { readText } from '../files/kernel-text.js';
import { parseMemberships } from './membership.js';
import { parseCgroupMounts } from './mounts.js';

/**
 * Which devices the processes of a cgroup may open, as cgroup v1 writes it (admin-guide/cgroup-v1/devices.rst):
 * `c 1:3 rwm`, `a *:* rwm` for all. Undefined with cgroup v2, where a program in the kernel decides that nobody can read.
 */
export function readDeviceRules(
  pid: number,
  procRoot: string,
  mountPrefix = '',
): string[] | undefined {
  const isDevices = ({ controllers }: { controllers: string[] }) => controllers.includes('devices');
  const mount = parseCgroupMounts(readText(`${procRoot}/self/mountinfo`) ?? '').find(isDevices);
  const path = parseMemberships(readText(`${procRoot}/${pid}/cgroup`) ?? '').find(isDevices)?.path;
  if (mount?.root !== '/' || path === undefined) return undefined;
  const list = readText(posix.join(`${mountPrefix}${mount.mountPoint}`, path, 'devices.list'));
  return list?.split('\n').filter((line) => line !== '');
}
