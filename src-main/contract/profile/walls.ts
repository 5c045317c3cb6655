/** The files of /proc/PID/ns (namespaces(7)). */
export const NAMESPACE_NAMES = [
  'mnt',
  'pid',
  'net',
  'ipc',
  'uts',
  'user',
  'cgroup',
  'time',
] as const;
export type NamespaceName = (typeof NAMESPACE_NAMES)[number];

/** Whose namespace it is. A container is named where it is known. */
export type NamespaceOwner =
  { of: 'own' } | { of: 'host' } | { of: 'container'; id: string; name?: string };

/** One thing as it was asked for and as the kernel shows it; absent where it is not told. */
export interface Told<T> {
  declared?: T;
  effective?: T;
}

/** Names without `CAP_`, in the order of their numbers (capabilities(7)). */
export interface CapabilitySets {
  effective: string[];
  permitted: string[];
  inheritable: string[];
  bounding: string[];
  ambient: string[];
}

export interface SeccompState {
  mode: 'off' | 'strict' | 'filter';
  /** How many filters stand one behind the other; kernels before 5.9 do not tell. */
  filters?: number;
}

export interface AccessControlLabel {
  module: 'apparmor' | 'selinux' | 'other';
  /** As the module writes it: `docker-default (enforce)`. */
  label: string;
  confines: boolean;
}

/** One line of /proc/PID/uid_map or gid_map (user_namespaces(7)). */
export interface IdMapping {
  inside: number;
  outside: number;
  count: number;
}

/** What of the host a mount shows to the guest, where that is more than a directory of data. */
export type Exposure =
  | 'engine-socket'
  | 'host-root'
  | 'host-system-directory'
  | 'host-proc'
  | 'host-sys'
  | 'host-devices'
  | 'socket'
  | 'host-directory'
  | 'volume';

export interface MountWall {
  /** Where the guest sees it. */
  destination: string;
  /** The host's path, or the name of a volume. */
  source?: string;
  /** `overlay`, `ext4`, `tmpfs`, `proc`, … */
  filesystem?: string;
  readOnly: boolean;
  /** `private`, `slave`, `shared` (mount_namespaces(7)). */
  propagation?: string;
  /** Absent: what every container gets. */
  exposes?: Exposure;
  /** Whether it was asked for, is there, or both. */
  basis: 'declared' | 'effective' | 'both';
}

export type LimitValue = number | 'unlimited';

export interface LimitWall {
  name: 'memory' | 'swap' | 'cpu' | 'pids' | 'time' | 'fuel';
  unit: 'bytes' | 'cores' | 'processes' | 'ms' | 'fuel';
  declared?: LimitValue;
  effective?: LimitValue;
  /** What is used of it at this moment. */
  now?: number;
  /** How often it was hit: OOM kills, throttled periods, refused processes. */
  hits?: number;
  /** Who holds it: `cgroup`, `engine-flag`, … */
  heldBy?: string;
}

/** getrlimit(2), by the names of /proc/PID/limits. */
export interface Ulimit {
  name: string;
  soft: LimitValue;
  hard: LimitValue;
}

/**
 * What the kernel shows of one process, of a container's first or of the one that hosts a Wasm guest. What may not
 * be read is absent.
 */
export interface ProcessWalls {
  pid: number;
  executable?: string;
  namespaces: { name: NamespaceName; inode: number; isHost?: boolean }[];
  capabilities?: CapabilitySets;
  seccomp?: SeccompState;
  noNewPrivileges?: boolean;
  accessControl?: AccessControlLabel;
  /** In the eyes of whoever reads it, outside. */
  uid?: number;
  gid?: number;
  groups?: number[];
  uidMap?: IdMapping[];
  gidMap?: IdMapping[];
  ulimits?: Ulimit[];
}
