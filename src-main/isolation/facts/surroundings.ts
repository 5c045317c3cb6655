import type { IsolationFact } from '../../contract/index.js';

type Basis = IsolationFact['basis'];

export interface UserIdentity {
  /** As the container sees it, and as the host does; either may be unknown. */
  insideUid?: number;
  outsideUid?: number;
}

export function userFact({ insideUid, outsideUid }: UserIdentity, basis: Basis): IsolationFact {
  const isHostRoot = outsideUid === 0;
  const isMapped = insideUid !== undefined && outsideUid !== undefined && insideUid !== outsideUid;
  return {
    id: 'user',
    label: userLabel(insideUid, outsideUid, isMapped),
    detail: isHostRoot
      ? 'Runs as user 0 of the host: what escapes the container is root.'
      : isMapped
        ? `User ${String(insideUid)} inside is user ${String(outsideUid)} of the host, through a user namespace.`
        : `Runs as the unprivileged user ${String(outsideUid ?? insideUid)}, the same inside and outside.`,
    tone: isHostRoot ? 'loose' : 'strong',
    basis,
  };
}

function userLabel(inside: number | undefined, outside: number | undefined, isMapped: boolean) {
  if (isMapped) return `uid ${String(inside)} is ${String(outside)} outside`;
  const uid = outside ?? inside;
  return uid === 0 ? 'root of the host' : `uid ${String(uid)}`;
}

export function rootFilesystemFact(isReadOnly: boolean, basis: Basis): IsolationFact {
  return {
    id: 'root-filesystem',
    label: isReadOnly ? 'read-only root' : 'writable root',
    detail: isReadOnly
      ? 'The root file system cannot be written.'
      : "The root file system can be written; the changes stay in the container's own layer.",
    tone: isReadOnly ? 'strong' : 'neutral',
    basis,
  };
}

/** /proc/sys and /sys: the switches of the running kernel. */
export function kernelSettingsFact(writable: readonly string[], basis: Basis): IsolationFact {
  const isOpen = writable.length > 0;
  return {
    id: 'kernel-settings',
    label: isOpen ? 'kernel settings writable' : 'kernel settings read-only',
    detail: isOpen
      ? `Mounted writable inside: ${writable.join(', ')}, through which the host's kernel is configured.`
      : '/proc/sys and /sys are mounted read-only inside.',
    tone: isOpen ? 'loose' : 'strong',
    basis,
  };
}

/** `interfaces`: those besides the loopback, or a network's name where they cannot be seen. */
export function networkFact(interfaces: readonly string[], basis: Basis): IsolationFact {
  const names = interfaces.join(', ');
  const hasNone = interfaces.length === 0;
  return {
    id: 'network',
    label: hasNone ? 'no network' : `network ${names}`,
    detail: hasNone
      ? 'Only the loopback of its own network namespace.'
      : `Its own network namespace reaches out through ${names}.`,
    tone: hasNone ? 'strong' : 'neutral',
    basis,
  };
}

export function hostNetworkFact(basis: Basis): IsolationFact {
  return {
    id: 'network',
    label: 'host network',
    detail:
      "Shares the host's network: every interface, and every service that listens on its loopback.",
    tone: 'loose',
    basis,
  };
}

export interface HostDirectory {
  source: string;
  destination: string;
  readOnly: boolean;
}

/** Handing these over hands over the host. */
const WHOLE_HOST = /^\/$|^\/(etc|proc|sys|dev|boot|root|run|var\/run|var\/lib)$|\.sock$/;

export function hostDirectoriesFact(directories: readonly HostDirectory[]): IsolationFact {
  const writable = directories.filter(({ readOnly }) => !readOnly);
  const grave = directories.filter(({ source }) => WHOLE_HOST.test(source));
  const list = directories
    .map(
      ({ source, destination, readOnly }) =>
        `${source} at ${destination}${readOnly ? ' (read-only)' : ''}`,
    )
    .join('; ');
  const count = directories.length;
  return {
    id: 'host-directories',
    label:
      count === 0
        ? 'no host directories'
        : `${count} host ${count === 1 ? 'directory' : 'directories'}`,
    detail:
      count === 0 ? 'No part of the host is mounted into it.' : `Mounted from the host: ${list}.`,
    tone: count === 0 ? 'strong' : grave.length > 0 || writable.length > 0 ? 'loose' : 'neutral',
    basis: 'declared',
  };
}

export function hostDevicesFact(devices: readonly string[]): IsolationFact {
  return {
    id: 'host-devices',
    label: `host devices ${devices.join(', ')}`,
    detail: `Devices of the host it can open: ${devices.join(', ')}.`,
    tone: 'loose',
    basis: 'declared',
  };
}
