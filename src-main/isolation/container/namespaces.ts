import { NAMESPACE_NAMES } from '../../contract/index.js';
import type {
  ContainerProfile,
  NamespaceName,
  NamespaceOwner,
  ProcessWalls,
  Told,
} from '../../contract/index.js';
import { known, readText } from '../../metrics/files/kernel-text.js';
import { parseStat } from '../../metrics/proc/stat.js';
import type { HostConfig } from '../inspect.js';
import { namespaceInode } from '../process/namespace-inodes.js';
import type { Neighbour } from './query.js';

type Seen = ProcessWalls['namespaces'][number];

interface Surroundings {
  id: string;
  neighbours: readonly Neighbour[];
  isRootless: boolean;
  procRoot: string;
}

/** Each namespace as it was asked for, and whose the kernel shows it to be. */
export function namespacesOf(
  config: HostConfig | undefined,
  walls: ProcessWalls | undefined,
  around: Surroundings,
): ContainerProfile['namespaces'] {
  const others = walls === undefined ? [] : around.neighbours.filter((one) => isThere(one, around));
  return NAMESPACE_NAMES.flatMap((name) => {
    const seen = walls?.namespaces.find((one) => one.name === name);
    const told = known<{ inode?: number } & Told<NamespaceOwner>>({
      inode: seen?.inode,
      declared: config === undefined ? undefined : declaredOwner(name, config, around),
      effective: seen === undefined ? undefined : ownerOf(seen, others, around.procRoot),
    });
    return Object.keys(told).length === 0 ? [] : [{ name, ...told }];
  });
}

/** Own is what is neither the host's nor that of a container known to run here. */
function ownerOf(
  { name, inode, isHost }: Seen,
  others: readonly Neighbour[],
  procRoot: string,
): NamespaceOwner | undefined {
  if (isHost === true) return { of: 'host' };
  const other = others.find((one) => namespaceInode(one.pid, name, procRoot) === inode);
  if (other !== undefined) return { of: 'container', id: other.id, name: other.name };
  return isHost === undefined ? undefined : { of: 'own' };
}

/** A pid may be one of another machine's, or given to another process since: then it carries another id. */
function isThere({ id, pid }: Neighbour, { id: own, procRoot }: Surroundings): boolean {
  if (id === own) return false;
  const process = `${procRoot}/${pid}`;
  if (readText(`${process}/cgroup`)?.includes(id) === true) return true;
  const ticks = parseStat(readText(`${process}/stat`) ?? '')?.startTicks;
  return id === `${pid}-${String(ticks)}`;
}

/**
 * In the engine's words (Engine API, HostConfig). Absent where the document leaves it to the engine: the user namespace
 * (userns-remap), the cgroup namespace of an engine that does not say; none of them has a word for time.
 */
function declaredOwner(
  name: NamespaceName,
  config: HostConfig,
  around: Surroundings,
): NamespaceOwner | undefined {
  switch (name) {
    case 'mnt':
      return { of: 'own' };
    case 'pid':
      return ofMode(config.PidMode ?? '', around);
    case 'net':
      return ofMode(config.NetworkMode ?? '', around);
    case 'ipc':
      return ofMode(config.IpcMode ?? '', around);
    case 'uts':
      return ofMode(config.UTSMode ?? '', around);
    case 'user':
      return ofUserMode(config.UsernsMode ?? '', around);
    case 'cgroup':
      return ofCgroupMode(config.CgroupnsMode);
    case 'time':
      return undefined;
  }
}

/** `host`, `container:ID`; every other word (`private`, `shareable`, `none`, a network's name) makes a new one. */
function ofMode(mode: string, { neighbours }: Surroundings): NamespaceOwner {
  if (mode === 'host') return { of: 'host' };
  const id = /^container:(.+)$/.exec(mode)?.[1];
  if (id === undefined) return { of: 'own' };
  const name = neighbours.find((one) => one.id === id)?.name;
  return { of: 'container', id, ...(name === undefined ? {} : { name }) };
}

function ofUserMode(mode: string, around: Surroundings): NamespaceOwner | undefined {
  if (mode === '') return around.isRootless ? { of: 'own' } : undefined;
  // Of a rootless engine, "host" is its own user namespace, which is not the machine's.
  return mode === 'host' && around.isRootless ? { of: 'own' } : ofMode(mode, around);
}

function ofCgroupMode(mode: string | undefined): NamespaceOwner | undefined {
  if (mode === 'host') return { of: 'host' };
  return mode === 'private' ? { of: 'own' } : undefined;
}
