import type { ContainerProfile, Exposure, MountWall } from '../../contract/index.js';
import { closed, counted, cut, from, open, partly, unknown } from './check.js';
import type { ContainerCheck, Finding, ToldBasis } from './check.js';

const question = 'host-files';
const told = ['declared', 'effective'] as const;

/** The gravest first; what is not here is data that somebody meant to share. */
const OPENING: [Exposure, string][] = [
  ['engine-socket', 'yes: it can command the engine’s socket'],
  ['host-root', 'yes: all of the host’s / is mounted'],
  ['host-devices', 'yes: the host’s /dev is mounted'],
  ['host-proc', 'yes: the host’s /proc is mounted'],
  ['host-system-directory', 'yes: a system directory is mounted'],
  ['host-sys', 'yes: the host’s /sys is mounted'],
];
/** Whoever can read one of these reads every file on it, or the memory of all. */
const RAW_DEVICE =
  /^\/dev\/(sd|hd|vd|xvd|nvme\d|mmcblk|dm-|md\d|loop\d|mapper\/|k?mem$|port$|root$)/;

export function mountsOn({ mounts }: ContainerProfile, basis: ToldBasis): MountWall[] {
  return mounts.filter((mount) => mount.basis === basis || mount.basis === 'both');
}

export function isRawDevice(path: string): boolean {
  return RAW_DEVICE.test(path);
}

export const hostMounts: ContainerCheck = {
  id: 'host-mounts',
  question,
  appliesTo: 'container',
  mechanism: 'mount namespace',
  bases: told,
  answer(profile, basis) {
    const mounts = mountsOn(profile, basis);
    // A running process has a root at least: no mount at all means that none could be read.
    if (basis === 'effective' && mounts.length === 0) {
      return unknown(
        'unknown: its mounts could not be read',
        from('/proc/PID/mountinfo', 'absent'),
      );
    }
    for (const [exposure, says] of OPENING) {
      const found = mounts.filter(({ exposes }) => exposes === exposure);
      if (found.length > 0)
        return open(words(says, found[0]), evidenceOf(found, basis), without(found));
    }
    return given(mounts, basis);
  },
};

/** A system directory is named, the others are what they are. */
function words(says: string, mount: MountWall | undefined): string {
  if (mount?.exposes !== 'host-system-directory' || mount.source === undefined) return says;
  return `yes: ${cut(mount.source, 28)} is mounted`;
}

function given(mounts: MountWall[], basis: ToldBasis): Finding {
  const sockets = mounts.filter(({ exposes }) => exposes === 'socket');
  const directories = mounts.filter(({ exposes }) => exposes === 'host-directory');
  const found = [...sockets, ...directories];
  if (found.length === 0) {
    return closed('no: nothing of the host is mounted', evidenceOf([], basis));
  }
  const what =
    directories.length === 0
      ? counted(sockets.length, 'socket')
      : counted(directories.length, 'directory', 'directories');
  return partly(`partly: ${what} it was given`, evidenceOf(found, basis));
}

function evidenceOf(mounts: MountWall[], basis: ToldBasis) {
  const source = basis === 'declared' ? 'Mounts' : '/proc/PID/mountinfo';
  if (mounts.length === 0) return from(source, 'nothing of the host');
  return mounts.map(({ source: path = '?', destination, readOnly }) => ({
    source,
    value: `${path} at ${destination}${readOnly ? ' (read-only)' : ''}`,
  }));
}

function without([mount]: MountWall[]): string | undefined {
  if (mount === undefined) return undefined;
  return `without -v ${mount.source ?? '?'}:${mount.destination}`;
}

export const hostDevices: ContainerCheck = {
  id: 'host-devices',
  question,
  appliesTo: 'container',
  mechanism: 'device cgroup',
  bases: told,
  answer(profile, basis) {
    const { declared, effective } = profile.devices;
    if (basis === 'declared' && profile.isPrivileged) {
      const evidence = from('HostConfig.Privileged', true);
      return open('yes: every device of the host is given', evidence, 'without --privileged');
    }
    const paths = basis === 'declared' ? declared.map(({ hostPath }) => hostPath) : effective;
    // What may not be listed is told by the mounts all the same, which are read with the same right.
    if (paths === undefined) return undefined;
    const source = basis === 'declared' ? 'HostConfig.Devices' : '/dev';
    if (paths.length === 0) return closed('no: no device of the host', from(source, 'none'));
    const evidence = from(source, paths.slice(0, 40).join(' '));
    const raw = paths.find(isRawDevice);
    const hint = profile.isPrivileged
      ? 'without --privileged'
      : `without --device ${paths[0] ?? ''}`;
    if (raw !== undefined) return open(`yes: from the raw device ${raw}`, evidence, hint);
    return partly(`partly: ${counted(paths.length, 'device')} of the host`, evidence, hint);
  },
};
