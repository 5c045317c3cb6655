import type { ContainerProfile, IdMapping } from '../../contract/index.js';
import type { ToldBasis } from './check.js';

/**
 * With any of these a process that is root takes the host, unless a user namespace of its own keeps them inside
 * (capabilities(7)): mount anything, read any file by its handle, load a module, reach devices' memory, trace others.
 */
const ROOT_LIKE: readonly string[] = [
  'SYS_ADMIN',
  'SYS_MODULE',
  'SYS_PTRACE',
  'SYS_RAWIO',
  'DAC_READ_SEARCH',
  'SYS_BOOT',
  'MAC_ADMIN',
  'MAC_OVERRIDE',
  'BPF',
  'SYSLOG',
  'SYS_TIME',
];
/** These reach no further than the network namespace, and so are root's only where that is the host's. */
const NETWORK_ROOT = 'NET_ADMIN';

/** Those of the list that amount to root, the gravest first. */
export function rootLike(capabilities: readonly string[], isHostNetwork = false): string[] {
  const found = ROOT_LIKE.filter((name) => capabilities.includes(name));
  return isHostNetwork && capabilities.includes(NETWORK_ROOT) ? [...found, NETWORK_ROOT] : found;
}

export function capabilitiesOf(
  { capabilities }: ContainerProfile,
  basis: ToldBasis,
): string[] | undefined {
  return basis === 'declared' ? capabilities.declared : capabilities.effective?.effective;
}

/** Undefined where it is not told. */
export function isOfHost(
  { namespaces }: ContainerProfile,
  name: string,
  basis: ToldBasis,
): boolean | undefined {
  const owner = namespaces.find((one) => one.name === name)?.[basis];
  return owner === undefined ? undefined : owner.of === 'host';
}

/** Whether root inside is somebody else outside. */
export function isRemapped(profile: ContainerProfile, basis: ToldBasis): boolean {
  const { uidMap } = profile.user;
  if (basis === 'effective' && uidMap !== undefined) return isRootElsewhere(uidMap);
  return profile.isRootless || isOfHost(profile, 'user', basis) === false;
}

/** No root inside at all is as good as one that is nobody outside. */
export function isRootElsewhere(uidMap: readonly IdMapping[]): boolean {
  const root = uidMap.find(({ inside, count }) => inside <= 0 && inside + count > 0);
  return root === undefined || root.outside !== 0;
}

/** Where the capabilities are read. */
export function capabilitySource(basis: ToldBasis): string {
  return basis === 'declared' ? 'HostConfig.CapAdd, CapDrop' : '/proc/PID/status CapEff';
}
