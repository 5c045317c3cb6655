import type { Exposure, MountWall } from '../../contract/index.js';
import { known } from '../../metrics/files/kernel-text.js';
import { refusesWrites } from '../../metrics/proc/mountinfo.js';
import type { Mount } from '../../metrics/proc/mountinfo.js';
import type { Inspect } from '../inspect.js';
import { exposureOf } from './exposure.js';
import { hostPathOf } from './host-path.js';
import type { KernelView } from './kernel-view.js';
import { isMask, isReadOnlyPath } from './paths.js';

type DeclaredMount = Pick<Inspect['Mounts'][number], 'Type' | 'Name' | 'Source' | 'RW'> & {
  Destination: string;
  Propagation?: string | undefined;
};

/** A host's root bound with all that is mounted below it brings hundreds. */
export const MOST_MOUNTS = 500;

/** What was asked to be mounted beside what is there; first what shows something of the host. */
export function mountsOf(
  document: Inspect | undefined,
  view: KernelView | undefined,
  isHere: boolean,
): MountWall[] {
  const declared = new Map(
    (document === undefined ? [] : declaredMounts(document)).map((one) => [one.Destination, one]),
  );
  const seen = (view?.mounts ?? []).filter((mount) => !isMask(mount) && !isReadOnlyPath(mount));
  const containerId = document?.Id ?? '';
  const effective = seen
    .map((mount) =>
      effectiveMount(mount, declared.get(mount.mountPoint), view?.hostMounts ?? [], containerId),
    )
    .sort((a, b) => Number(b.exposes !== undefined) - Number(a.exposes !== undefined))
    .slice(0, MOST_MOUNTS);
  for (const { destination } of effective) declared.delete(destination);
  return [...effective, ...[...declared.values()].map((one) => declaredMount(one, isHere))];
}

function declaredMounts({ Mounts, HostConfig: { Tmpfs } }: Inspect): DeclaredMount[] {
  const tmpfs = Object.entries(Tmpfs).map(([Destination, options]) => ({
    Type: 'tmpfs',
    Name: undefined,
    Source: '',
    Destination,
    RW: !(options ?? '').split(',').includes('ro'),
  }));
  const named = [...Mounts, ...tmpfs].filter(({ Destination }) => Destination !== '');
  return named.map((one) => ({
    ...one,
    Destination: one.Destination.replace(/(?<=.)\/+$/, ''),
  }));
}

function declaredMount(mount: DeclaredMount, isHere: boolean): MountWall {
  return known<MountWall>({
    destination: mount.Destination,
    source: sourceOf(mount),
    filesystem: mount.Type === 'tmpfs' ? 'tmpfs' : undefined,
    readOnly: !mount.RW,
    propagation: propagationNamed(mount.Propagation),
    exposes: declaredExposure(mount, isHere),
    basis: 'declared',
  });
}

function effectiveMount(
  mount: Mount,
  declared: DeclaredMount | undefined,
  hostMounts: readonly Mount[],
  containerId: string,
): MountWall {
  const hostPath = hostPathOf(mount, hostMounts);
  return known<MountWall>({
    destination: mount.mountPoint,
    source: declared === undefined ? ownSource(mount, hostPath) : sourceOf(declared),
    filesystem: mount.type,
    readOnly: refusesWrites(mount),
    propagation: mount.propagation,
    exposes:
      declared === undefined
        ? effectiveExposure(mount, hostPath, containerId)
        : (worseOf(declared, hostPath) ?? declaredExposure(declared, true)),
    basis: declared === undefined ? 'effective' : 'both',
  });
}

/** The host's path of a bind mount; a kernel's own file system has none. */
function ownSource({ root }: Mount, hostPath: string | undefined): string | undefined {
  return hostPath ?? (root === '/' || !root.startsWith('/') ? undefined : root);
}

function sourceOf({ Type, Name, Source }: DeclaredMount): string | undefined {
  const name = Type === 'volume' ? (Name ?? Source) : Source;
  return name === '' ? undefined : name;
}

function declaredExposure({ Type, Source }: DeclaredMount, isHere: boolean): Exposure | undefined {
  if (Type === 'volume') return 'volume';
  return Type === 'bind' && Source !== '' ? exposureOf(Source, isHere) : undefined;
}

/** A volume's driver can bind any directory of the host under a harmless name. */
function worseOf({ Type }: DeclaredMount, hostPath: string | undefined): Exposure | undefined {
  if (Type !== 'volume' || hostPath === undefined || /\/volumes\/[^/]+\/_data/.test(hostPath)) {
    return undefined;
  }
  const exposure = exposureOf(hostPath, true);
  return exposure === 'host-directory' ? undefined : exposure;
}

function effectiveExposure(
  mount: Mount,
  hostPath: string | undefined,
  containerId: string,
): Exposure | undefined {
  // A sysfs is one view on the kernel's devices, whoever mounts it.
  if (mount.type === 'sysfs') return refusesWrites(mount) ? undefined : 'host-sys';
  // Of a file system of its own there is nothing on the host.
  if (hostPath === undefined || mount.mountPoint === '/') return undefined;
  if (isOfEngine(mount, hostPath, containerId)) return undefined;
  // Cgroups that may be looked at only: its own, as a rule.
  if (mount.type.startsWith('cgroup') && refusesWrites(mount)) return undefined;
  return exposureOf(hostPath, true);
}

/** The same files, of the container whose network or IPC namespace it shares. */
const ENGINE_FILES = /^\/(dev\/shm|etc\/(hosts|hostname|resolv\.conf)|run\/\.containerenv)$/;
const OF_A_CONTAINER = /\/[0-9a-f]{64}\//;

/** What the engine itself makes for a container, in a folder of that name. */
function isOfEngine({ mountPoint }: Mount, hostPath: string, containerId: string): boolean {
  if (containerId !== '' && hostPath.includes(containerId)) return true;
  return ENGINE_FILES.test(mountPoint) && OF_A_CONTAINER.test(hostPath);
}

/** `rprivate`: recursive, which mountinfo shows mount by mount. */
function propagationNamed(word: string | undefined): string | undefined {
  return word === undefined || word === ''
    ? undefined
    : word.replace(/^r(?=private|shared|slave)/, '');
}
