import { readlinkSync } from 'node:fs';
import type {
  CapabilitySets,
  IdMapping,
  ProcessWalls,
  SeccompState,
} from '../../contract/index.js';
import { known, readText } from '../../metrics/files/kernel-text.js';
import { parseStatus } from '../../metrics/proc/status.js';
import type { ProcessStatus } from '../../metrics/proc/status.js';
import { parseIdMap } from '../../metrics/proc/uid-map.js';
import { parseUlimits } from '../../metrics/proc/ulimits.js';
import { decodeCapabilities } from '../capabilities.js';
import { readAccessControl } from './access-control.js';
import { readNamespaces } from './namespace-inodes.js';
import { whileItLives } from './same-process.js';

/**
 * What the kernel shows of one process. What may not be read, of another user's, is absent. Undefined when it has
 * ended, or ended while it was read.
 */
export function readProcessWalls(
  pid: number,
  { procRoot = '/proc' }: { procRoot?: string } = {},
): ProcessWalls | undefined {
  return whileItLives(pid, procRoot, () => {
    const process = `${procRoot}/${pid}`;
    const status = parseStatus(readText(`${process}/status`) ?? '');
    return known<ProcessWalls>({
      pid,
      executable: executableOf(process),
      namespaces: readNamespaces(pid, procRoot),
      capabilities: capabilitySets(status),
      seccomp: seccompState(status),
      noNewPrivileges: status.noNewPrivileges,
      accessControl: readAccessControl(process),
      uid: status.uid,
      gid: status.gid,
      groups: status.groups,
      uidMap: idMap(`${process}/uid_map`),
      gidMap: idMap(`${process}/gid_map`),
      ulimits: someOf(parseUlimits(readText(`${process}/limits`) ?? '')),
    });
  });
}

/** What of it may not be read by whoever reads, in words; anybody may read the rest. */
export function unreadableOf({ namespaces, ulimits }: ProcessWalls): string[] {
  return [
    ...(namespaces.length === 0 ? ['its namespaces'] : []),
    ...(ulimits === undefined ? ['its resource limits'] : []),
  ];
}

function executableOf(process: string): string | undefined {
  try {
    return readlinkSync(`${process}/exe`).replace(/ \(deleted\)$/, '');
  } catch {
    return undefined;
  }
}

function capabilitySets(status: ProcessStatus): CapabilitySets | undefined {
  const { effectiveCapabilities, permittedCapabilities, boundingCapabilities } = status;
  if (effectiveCapabilities === undefined) return undefined;
  return {
    effective: decodeCapabilities(effectiveCapabilities),
    permitted: decodeCapabilities(permittedCapabilities ?? 0n),
    inheritable: decodeCapabilities(status.inheritableCapabilities ?? 0n),
    bounding: decodeCapabilities(boundingCapabilities ?? 0n),
    // Linux before 4.3 has none.
    ambient: decodeCapabilities(status.ambientCapabilities ?? 0n),
  };
}

/** filesystems/proc.rst: 0 off, 1 strict, 2 filter. */
function seccompState({ seccompMode, seccompFilters }: ProcessStatus): SeccompState | undefined {
  const mode = seccompMode === undefined ? undefined : SECCOMP_MODES[seccompMode];
  return mode === undefined ? undefined : known<SeccompState>({ mode, filters: seccompFilters });
}

const SECCOMP_MODES = ['off', 'strict', 'filter'] as const;

function idMap(path: string): IdMapping[] | undefined {
  return someOf(parseIdMap(readText(path) ?? ''));
}

function someOf<T>(list: T[]): T[] | undefined {
  return list.length === 0 ? undefined : list;
}
