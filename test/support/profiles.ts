import type {
  ContainerProfile,
  GuestProfile,
  ImportGroup,
  ModuleWalls,
  ProcessWalls,
} from '../../src-main/contract/index.js';
import { NAMESPACE_NAMES } from '../../src-main/contract/index.js';
import {
  CAPABILITY_NAMES,
  ENGINE_DEFAULT_CAPABILITIES,
} from '../../src-main/isolation/capabilities.js';

const ALL = [...CAPABILITY_NAMES];
const DEFAULT = [...ENGINE_DEFAULT_CAPABILITIES];
const SHARED = ['user', 'time'];
const READ_ONLY = ['/proc/bus', '/proc/fs', '/proc/irq', '/proc/sys', '/proc/sysrq-trigger'];
const MASKED = ['/proc/kcore', '/proc/keys', '/sys/firmware'];

/** As `docker run IMAGE` gives it, on a host with AppArmor. */
export function defaultContainer(more: Partial<ContainerProfile> = {}): ContainerProfile {
  const apparmor = {
    module: 'apparmor',
    label: 'docker-default (enforce)',
    confines: true,
  } as const;
  return {
    id: 'd'.repeat(64),
    name: 'plain',
    engine: 'docker',
    isRootless: false,
    isPrivileged: false,
    pid: 4242,
    ociRuntime: 'runc',
    restartPolicy: 'no',
    namespaces: NAMESPACE_NAMES.map((name) =>
      SHARED.includes(name)
        ? { name, effective: { of: 'host' } }
        : { name, declared: { of: 'own' }, effective: { of: 'own' } },
    ),
    capabilities: {
      declared: DEFAULT,
      effective: capabilitySets(DEFAULT),
      beyondDefault: [],
      belowDefault: [],
    },
    seccomp: { declared: 'default', effective: { mode: 'filter', filters: 1 } },
    noNewPrivileges: { declared: false, effective: false },
    accessControl: { declared: apparmor, effective: apparmor },
    user: {
      insideUid: 0,
      outsideUid: 0,
      outsideGid: 0,
      groups: [0],
      uidMap: [whole],
      gidMap: [whole],
    },
    rootFilesystem: { declared: 'writable', effective: 'writable' },
    mounts: [
      {
        destination: '/',
        filesystem: 'overlay',
        readOnly: false,
        propagation: 'private',
        basis: 'both',
      },
      { destination: '/proc', filesystem: 'proc', readOnly: false, basis: 'effective' },
    ],
    devices: { declared: [], effective: [] },
    maskedPaths: { declared: MASKED, effective: MASKED },
    readOnlyPaths: { declared: READ_ONLY, effective: READ_ONLY },
    network: {
      mode: 'default',
      interfaces: [
        { name: 'lo', addresses: ['127.0.0.1/8'] },
        { name: 'eth0', addresses: ['172.17.0.2/16'] },
      ],
      publishedPorts: [],
    },
    limits: [
      {
        name: 'memory',
        unit: 'bytes',
        declared: 'unlimited',
        effective: 'unlimited',
        now: 2 ** 20,
      },
      { name: 'cpu', unit: 'cores', declared: 'unlimited', effective: 'unlimited' },
      { name: 'pids', unit: 'processes', declared: 'unlimited', effective: 'unlimited', now: 1 },
    ],
    ulimits: { declared: [] },
    secretNames: [],
    ...more,
  };
}

/** `docker run --privileged`. */
export function privilegedContainer(more: Partial<ContainerProfile> = {}): ContainerProfile {
  const unconfined = { module: 'apparmor', label: 'unconfined', confines: false } as const;
  return defaultContainer({
    id: 'f'.repeat(64),
    name: 'mighty',
    isPrivileged: true,
    pid: 4343,
    capabilities: {
      declared: ALL,
      effective: capabilitySets(ALL),
      beyondDefault: ALL.filter((name) => !DEFAULT.includes(name)),
      belowDefault: [],
    },
    seccomp: { declared: 'unconfined', effective: { mode: 'off' } },
    accessControl: { declared: unconfined, effective: unconfined },
    devices: { declared: [], effective: ['/dev/kmsg', '/dev/mem', '/dev/vda'] },
    maskedPaths: { declared: [], effective: [] },
    readOnlyPaths: { declared: [], effective: [] },
    ...more,
  });
}

/** Every wall that `docker run` can put up. */
export function hardenedContainer(more: Partial<ContainerProfile> = {}): ContainerProfile {
  return defaultContainer({
    name: 'hard',
    restartPolicy: 'on-failure:5',
    capabilities: {
      declared: [],
      effective: capabilitySets([]),
      beyondDefault: [],
      belowDefault: DEFAULT,
    },
    noNewPrivileges: { declared: true, effective: true },
    user: { declared: '1000:1000', insideUid: 1000, outsideUid: 1000, outsideGid: 1000 },
    rootFilesystem: { declared: 'read-only', effective: 'read-only' },
    network: { mode: 'none', interfaces: [{ name: 'lo', addresses: [] }], publishedPorts: [] },
    limits: [
      { name: 'memory', unit: 'bytes', declared: 2 ** 26, effective: 2 ** 26, now: 2 ** 20 },
      { name: 'swap', unit: 'bytes', declared: 0, effective: 0 },
      { name: 'cpu', unit: 'cores', declared: 0.5, effective: 0.5 },
      { name: 'pids', unit: 'processes', declared: 64, effective: 64, now: 1 },
    ],
    ...more,
  });
}

const whole = { inside: 0, outside: 0, count: 4_294_967_295 };

export function capabilitySets(names: string[]) {
  return { effective: names, permitted: names, inheritable: [], bounding: names, ambient: [] };
}

type Imports = Partial<Record<ImportGroup['id'], string[]>>;

/** A core module with one memory, 1 MiB to 4 MiB, that writes to its standard output. */
export function moduleWalls(imports: Imports = {}, more: Partial<ModuleWalls> = {}): ModuleWalls {
  const all: Imports = { 'standard-streams': ['fd_write'], ...imports };
  return {
    kind: 'module',
    path: '/srv/guest.wasm',
    sizeBytes: 30_000,
    memories: [
      {
        initialBytes: 2 ** 20,
        maximumBytes: 2 ** 22,
        is64Bit: false,
        isShared: false,
        isImported: false,
      },
    ],
    tables: [],
    hasStartFunction: false,
    importGroups: (Object.entries(all) as [ImportGroup['id'], string[]][]).map(([id, names]) => ({
      id,
      title: id,
      imports: names.map((name) => ({
        module: id === 'host-functions' ? 'env' : 'wasi_snapshot_preview1',
        name,
        kind: 'function',
      })),
    })),
    exports: [{ name: '_start', kind: 'function' }],
    exportCount: 1,
    importCount: Object.values(all).flat().length,
    customSections: [],
    producers: ['clang 19.1.5'],
    languages: ['C11'],
    targetFeatures: [],
    ...more,
  };
}

/** The process of a runtime that an ordinary user started in a shell. */
export function processWalls(more: Partial<ProcessWalls> = {}): ProcessWalls {
  return {
    pid: 5151,
    executable: '/usr/bin/wasmtime',
    namespaces: NAMESPACE_NAMES.map((name, at) => ({
      name,
      inode: 4_026_531_830 + at,
      isHost: true,
    })),
    capabilities: capabilitySets([]),
    seccomp: { mode: 'off' },
    noNewPrivileges: false,
    uid: 1000,
    gid: 1000,
    groups: [1000],
    uidMap: [whole],
    ...more,
  };
}

export const rootProcess = (): ProcessWalls =>
  processWalls({ uid: 0, gid: 0, groups: [0], capabilities: capabilitySets(ALL) });

/** `wasmtime run guest.wasm`, with imports for files and no grant. */
export function runningGuest(more: Partial<GuestProfile> = {}): GuestProfile {
  return {
    runtime: 'wasmtime',
    module: moduleWalls({ files: ['path_open'], process: ['proc_exit'] }),
    grants: { directories: [], environmentNames: [], args: [], network: 'none' },
    limits: [{ name: 'memory', unit: 'bytes', declared: 2 ** 22, heldBy: 'module-maximum' }],
    hostProcess: processWalls(),
    ...more,
  };
}

export const fileGuest = (module: ModuleWalls = moduleWalls()): GuestProfile => ({
  module,
  limits: [],
});
