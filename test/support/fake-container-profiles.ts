import { NAMESPACE_NAMES } from '../../src-main/contract/index.js';
import type { ContainerProfile, Ulimit } from '../../src-main/contract/index.js';

const MIB = 1024 ** 2;
const DEFAULT_CAPS =
  'CHOWN DAC_OVERRIDE FOWNER FSETID KILL SETGID SETUID SETPCAP NET_BIND_SERVICE NET_RAW SYS_CHROOT MKNOD AUDIT_WRITE SETFCAP'.split(
    ' ',
  );
const MORE_CAPS =
  'DAC_READ_SEARCH LINUX_IMMUTABLE NET_BROADCAST NET_ADMIN IPC_LOCK IPC_OWNER SYS_MODULE SYS_RAWIO SYS_PTRACE SYS_PACCT SYS_ADMIN SYS_BOOT SYS_NICE SYS_RESOURCE SYS_TIME SYS_TTY_CONFIG LEASE AUDIT_CONTROL MAC_OVERRIDE MAC_ADMIN SYSLOG WAKE_ALARM BLOCK_SUSPEND AUDIT_READ PERFMON BPF CHECKPOINT_RESTORE'.split(
    ' ',
  );
const MASKED =
  '/proc/asound /proc/acpi /proc/kcore /proc/keys /proc/latency_stats /proc/timer_list /proc/timer_stats /proc/sched_debug /proc/scsi /sys/firmware'.split(
    ' ',
  );
const READ_ONLY = '/proc/bus /proc/fs /proc/irq /proc/sys /proc/sysrq-trigger'.split(' ');
const ULIMITS: Ulimit[] = [
  { name: 'Max open files', soft: 1_048_576, hard: 1_048_576 },
  { name: 'Max processes', soft: 'unlimited', hard: 'unlimited' },
  { name: 'Max locked memory', soft: 65_536, hard: 65_536 },
  { name: 'Max core file size', soft: 0, hard: 'unlimited' },
];

const sets = (names: string[]) => ({
  effective: names,
  permitted: names,
  inheritable: [],
  bounding: names,
  ambient: [],
});

/** As an engine makes one when nothing is asked for but a limit or two. */
export function tightContainer(name: string): ContainerProfile {
  return {
    id: '9f2c41d07b6e5a3380aa91c2e0f4b7d3a1c5e9f2b4d6081735acbd9e2f60718c',
    name,
    engine: 'docker',
    isRootless: false,
    isPrivileged: false,
    pid: 4711,
    ociRuntime: 'runc',
    restartPolicy: 'unless-stopped',
    namespaces: NAMESPACE_NAMES.map((ns, at) => ({
      name: ns,
      inode: 4_026_532_600 + at,
      effective: ['user', 'time'].includes(ns) ? { of: 'host' as const } : { of: 'own' as const },
      ...(ns !== 'time' && {
        declared: ns === 'user' ? { of: 'host' as const } : { of: 'own' as const },
      }),
    })),
    capabilities: {
      declared: DEFAULT_CAPS.filter((cap) => cap !== 'MKNOD'),
      effective: sets(DEFAULT_CAPS.filter((cap) => cap !== 'MKNOD')),
      beyondDefault: [],
      belowDefault: ['MKNOD'],
    },
    seccomp: { declared: 'default', effective: { mode: 'filter', filters: 1 } },
    noNewPrivileges: { declared: false, effective: false },
    accessControl: {
      declared: { module: 'apparmor', label: 'docker-default', confines: true },
      effective: { module: 'apparmor', label: 'docker-default (enforce)', confines: true },
    },
    user: {
      insideUid: 0,
      outsideUid: 0,
      outsideGid: 0,
      groups: [0, 1, 10],
      uidMap: [{ inside: 0, outside: 0, count: 4_294_967_295 }],
    },
    rootFilesystem: { declared: 'writable', effective: 'writable' },
    mounts: [
      { destination: '/', filesystem: 'overlay', readOnly: false, basis: 'effective' },
      {
        destination: '/data',
        source: 'shop-data',
        filesystem: 'ext4',
        readOnly: false,
        propagation: 'private',
        exposes: 'volume',
        basis: 'both',
      },
      { destination: '/proc', filesystem: 'proc', readOnly: false, basis: 'effective' },
    ],
    devices: { declared: [], effective: [] },
    maskedPaths: { declared: MASKED, effective: MASKED },
    readOnlyPaths: { declared: READ_ONLY, effective: READ_ONLY },
    network: {
      mode: 'bridge',
      interfaces: [
        { name: 'lo', addresses: ['127.0.0.1/8'] },
        { name: 'eth0', addresses: ['172.17.0.2/16'] },
      ],
      publishedPorts: [
        { containerPort: 80, protocol: 'tcp', hostAddress: '127.0.0.1', hostPort: 8080 },
      ],
    },
    limits: [
      {
        name: 'memory',
        unit: 'bytes',
        declared: 128 * MIB,
        effective: 128 * MIB,
        now: 119 * MIB,
        hits: 1,
        heldBy: 'cgroup',
      },
      {
        name: 'swap',
        unit: 'bytes',
        declared: 128 * MIB,
        effective: 'unlimited',
        heldBy: 'cgroup',
      },
      { name: 'cpu', unit: 'cores', declared: 1.5, effective: 1.5, now: 0.04, hits: 12 },
      { name: 'pids', unit: 'processes', declared: 64, effective: 64, now: 9, hits: 0 },
    ],
    ulimits: { effective: ULIMITS },
    secretNames: ['POSTGRES_PASSWORD', 'STRIPE_API_KEY'],
    used: {
      peakMemoryBytes: 124 * MIB,
      mostPids: 11,
      network: { connections: 4821, datagrams: 96, ports: [8080] },
      processes: { count: 9, uids: [101000], capabilities: [] },
      written: { count: 0, directories: [] },
    },
  };
}

/** `--privileged --pid host --network host`, the engine's socket and `/` mounted. */
export function privilegedContainer(name: string): ContainerProfile {
  const all = [...DEFAULT_CAPS, ...MORE_CAPS];
  const shared = new Set(['pid', 'net', 'user', 'time']);
  return {
    ...tightContainer(name),
    isPrivileged: true,
    pid: 4712,
    ociRuntime: 'runc',
    restartPolicy: 'always',
    namespaces: NAMESPACE_NAMES.map((ns) => ({
      name: ns,
      declared: shared.has(ns) ? { of: 'host' as const } : { of: 'own' as const },
      effective: shared.has(ns) ? { of: 'host' as const } : { of: 'own' as const },
    })),
    capabilities: {
      declared: all,
      effective: sets(all),
      beyondDefault: MORE_CAPS,
      belowDefault: [],
    },
    seccomp: { declared: 'unconfined', effective: { mode: 'off' } },
    accessControl: { effective: { module: 'apparmor', label: 'unconfined', confines: false } },
    mounts: [
      {
        destination: '/host',
        source: '/',
        filesystem: 'ext4',
        readOnly: false,
        propagation: 'shared',
        exposes: 'host-root',
        basis: 'both',
      },
      {
        destination: '/var/run/docker.sock',
        source: '/var/run/docker.sock',
        filesystem: 'tmpfs',
        readOnly: false,
        exposes: 'engine-socket',
        basis: 'both',
      },
      { destination: '/', filesystem: 'overlay', readOnly: false, basis: 'effective' },
    ],
    devices: {
      declared: [],
      effective: Array.from({ length: 24 }, (_, at) => `/dev/sd${String.fromCharCode(97 + at)}`),
    },
    maskedPaths: { declared: [], effective: [] },
    readOnlyPaths: { declared: [], effective: [] },
    network: { mode: 'host', publishedPorts: [] },
    limits: [
      {
        name: 'memory',
        unit: 'bytes',
        declared: 'unlimited',
        effective: 'unlimited',
        now: 88 * MIB,
      },
      { name: 'cpu', unit: 'cores', declared: 'unlimited', effective: 'unlimited' },
      { name: 'pids', unit: 'processes', declared: 'unlimited', effective: 'unlimited', now: 118 },
    ],
    ulimits: {},
    secretNames: [],
  };
}
