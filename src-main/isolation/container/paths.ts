import type { ContainerProfile } from '../../contract/index.js';
import { refusesWrites } from '../../metrics/proc/mountinfo.js';
import type { Mount } from '../../metrics/proc/mountinfo.js';
import type { HostConfig } from '../inspect.js';
import type { KernelView } from './kernel-view.js';

const KERNEL_TREE = /^\/(proc|sys)\/./;

/** Something empty and read-only, or /dev/null, over a part of /proc or /sys (OCI runtime-spec, maskedPaths). */
export function isMask(mount: Mount): boolean {
  if (!KERNEL_TREE.test(mount.mountPoint) || isCgroup(mount)) return false;
  return mount.root === '/null' || (mount.type === 'tmpfs' && refusesWrites(mount));
}

/** A part of /proc or /sys, bound over itself read-only (OCI runtime-spec, readonlyPaths). */
export function isReadOnlyPath(mount: Mount): boolean {
  if (!KERNEL_TREE.test(mount.mountPoint) || isCgroup(mount)) return false;
  const tree = mount.mountPoint.startsWith('/proc') ? '/proc' : '/sys';
  const isItself = `${tree}${mount.root}` === mount.mountPoint;
  return isItself && refusesWrites(mount) && (mount.type === 'proc' || mount.type === 'sysfs');
}

function isCgroup({ mountPoint }: Mount): boolean {
  return mountPoint.startsWith('/sys/fs/cgroup');
}

/** What is not in this kernel's /proc is declared and cannot be masked. */
export function maskedPathsOf(config: HostConfig | undefined, view: KernelView | undefined) {
  return told(declaredPaths(config, config?.MaskedPaths), view?.mounts?.filter(isMask));
}

export function readOnlyPathsOf(config: HostConfig | undefined, view: KernelView | undefined) {
  return told(declaredPaths(config, config?.ReadonlyPaths), view?.mounts?.filter(isReadOnlyPath));
}

/** `--privileged` leaves null here, and none. Podman's document always says null. */
function declaredPaths(
  config: HostConfig | undefined,
  paths: string[] | undefined,
): string[] | undefined {
  return paths ?? (config?.Privileged === true ? [] : undefined);
}

function told(
  declared: string[] | undefined,
  effective: Mount[] | undefined,
): ContainerProfile['maskedPaths'] {
  return {
    ...(declared === undefined ? {} : { declared }),
    ...(effective === undefined
      ? {}
      : { effective: effective.map(({ mountPoint }) => mountPoint).sort() }),
  };
}
