import { describe, expect, it } from 'vitest';
import type {
  ContainerProfile,
  ContainerUse,
  Exposure,
  LimitWall,
  MountWall,
  NamespaceName,
} from '../../../../src-main/contract/index.js';
import { ADVICE_RULES, adviceOf } from '../../../../src-main/isolation/advice/index.js';
import type { AdviceParts } from '../../../../src-main/isolation/advice/index.js';
import { withCalls } from '../../../../src-main/isolation/module/index.js';
import {
  capabilitySets,
  defaultContainer,
  fileGuest,
  hardenedContainer,
  moduleWalls,
  privilegedContainer,
  processWalls,
  rootProcess,
  runningGuest,
} from '../../../support/profiles.js';

const hard = (more: Partial<ContainerProfile> = {}): AdviceParts => ({
  container: hardenedContainer(more),
});
const guest = (more: Parameters<typeof runningGuest>[0] = {}): AdviceParts => ({
  guest: runningGuest(more),
});
/** In a container, with limits: nothing to say of it. */
const walled = guest({
  limits: [
    { name: 'memory', unit: 'bytes', declared: 2 ** 20 },
    { name: 'fuel', unit: 'fuel', declared: 5 },
  ],
  hostProcess: processWalls({ seccomp: { mode: 'filter' } }),
});
const plain: AdviceParts = { container: defaultContainer() };
const mighty: AdviceParts = { container: privilegedContainer() };

const mount = (exposes: Exposure, more: Partial<MountWall> = {}): AdviceParts =>
  hard({
    mounts: [
      { destination: '/in', source: '/out', readOnly: false, exposes, basis: 'both', ...more },
    ],
  });
const namespace = (name: NamespaceName): AdviceParts =>
  hard({ namespaces: [{ name, declared: { of: 'host' }, effective: { of: 'host' } }] });
const label = (module: 'apparmor' | 'selinux'): AdviceParts =>
  hard({ accessControl: { effective: { module, label: 'unconfined', confines: false } } });
const port = (hostAddress: string, hostPort: number): AdviceParts =>
  hard({
    network: {
      mode: 'front',
      publishedPorts: [{ containerPort: 80, protocol: 'tcp', hostAddress, hostPort }],
    },
  });
const limit = (name: LimitWall['name']): AdviceParts =>
  hard({ limits: [{ name, unit: 'bytes', effective: 'unlimited', now: 100 * 2 ** 20 }] });
const granting = (hostPath: string, runtime = 'wazero'): AdviceParts =>
  guest({
    runtime,
    grants: {
      directories: [{ hostPath, guestPath: '/data', rights: 'read-write' }],
      environmentNames: [],
      inheritsEnvironment: true,
      args: [],
      network: 'granted',
    },
  });

/** With a directory and a variable, imports for both, and how often those were called. */
const traced = (calls: number): AdviceParts =>
  guest({
    module: withCalls(
      moduleWalls({ files: ['path_open', 'fd_read'], 'arguments-environment': ['environ_get'] }),
      {
        'wasi_snapshot_preview1.path_open': calls,
        'wasi_snapshot_preview1.environ_get': calls,
        'wasi_snapshot_preview1.fd_read': 7,
      },
    ),
    grants: {
      directories: [{ hostPath: '/srv', guestPath: '/data', rights: 'read-only' }],
      environmentNames: ['KEY'],
      args: [],
      network: 'none',
    },
  });

/** Each with a profile for which it speaks, the change it names there, and its number in the benchmark. */
const CASES: [id: string, parts: AdviceParts, change: string, benchmark?: string][] = [
  ['privileged', mighty, 'without --privileged', '5.5'],
  [
    'added-capabilities',
    hard({
      capabilities: {
        effective: capabilitySets(['SYS_TIME']),
        beyondDefault: ['SYS_TIME'],
        belowDefault: [],
      },
    }),
    'without --cap-add SYS_TIME',
    '5.4',
  ],
  ['raw-packets', plain, '--cap-drop NET_RAW', '5.4'],
  ['all-capabilities', plain, '--cap-drop ALL', '5.4'],
  ['new-privileges', plain, '--security-opt no-new-privileges', '5.26'],
  ['root-user', plain, '--user 1000:1000'],
  ['host-users', namespace('user'), 'without --userns host', '5.31'],
  [
    'seccomp',
    hard({ seccomp: { declared: 'unconfined', effective: { mode: 'off' } } }),
    'without --security-opt seccomp=unconfined',
    '5.22',
  ],
  ['apparmor', label('apparmor'), 'without --security-opt apparmor=unconfined', '5.2'],
  ['selinux', label('selinux'), 'without --security-opt label=disable', '5.3'],
  ['kernel-settings', hard({ readOnlyPaths: { effective: [] } }), 'systempaths=unconfined'],
  ['host-pid', namespace('pid'), 'without --pid host', '5.16'],
  ['host-net', namespace('net'), 'without --network host', '5.10'],
  ['host-ipc', namespace('ipc'), 'without --ipc host', '5.17'],
  ['host-uts', namespace('uts'), 'without --uts host', '5.21'],
  [
    'engine-socket',
    mount('engine-socket', { source: '/var/run/docker.sock', destination: '/var/run/docker.sock' }),
    'without -v /var/run/docker.sock:/var/run/docker.sock',
    '5.32',
  ],
  [
    'host-directories',
    mount('host-root', { source: '/', readOnly: true }),
    'without -v /:/in:ro',
    '5.6',
  ],
  [
    'devices',
    hard({ devices: { declared: [{ hostPath: '/dev/vda' }] } }),
    'without --device /dev/vda',
    '5.18',
  ],
  [
    'shared-propagation',
    mount('host-directory', { propagation: 'shared' }),
    'without :shared',
    '5.20',
  ],
  ['writable-root', plain, '--read-only --tmpfs /tmp', '5.13'],
  ['secrets-in-environment', hard({ secretNames: ['DB_PASSWORD'] }), '-e DB_PASSWORD'],
  ['every-address', port('0.0.0.0', 8080), '-p 127.0.0.1:8080:80', '5.14'],
  ['privileged-ports', port('127.0.0.1', 80), '-p 8080:80', '5.8'],
  [
    'unused-network',
    hard({
      network: { mode: 'front', interfaces: [{ name: 'eth0', addresses: [] }], publishedPorts: [] },
      used: { network: { connections: 0, datagrams: 0, ports: [] } },
    }),
    '--network none',
  ],
  ['default-bridge', plain, '--network NAME', '5.30'],
  ['memory-limit', limit('memory'), '--memory 256m', '5.11'],
  ['pids-limit', limit('pids'), '--pids-limit 256', '5.29'],
  ['cpu-limit', limit('cpu'), '--cpus 1', '5.12'],
  ['restart-policy', hard({ restartPolicy: 'always' }), '--restart on-failure:5', '5.15'],
  [
    'open-files',
    hard({ ulimits: { effective: [{ name: 'Max open files', soft: 1024, hard: 1_048_576 }] } }),
    '--ulimit nofile=1024:4096',
    '5.19',
  ],
  ['granted-system-directory', granting('/etc', 'wasmtime'), '--dir /a/narrower/directory::/data'],
  ['granted-writable', granting('/srv'), '-mount=/srv:/data:ro'],
  [
    'memory-cap',
    guest({
      limits: [],
      module: moduleWalls(
        {},
        { memories: [{ initialBytes: 1, is64Bit: false, isShared: false, isImported: false }] },
      ),
    }),
    '-W max-memory-size=67108864',
  ],
  ['time-limit', guest(), '-W timeout=5s'],
  ['inherited-environment', granting('/srv'), '--env NAME=VALUE'],
  ['granted-network', granting('/srv', 'wasmtime'), 'without -S inherit-network'],
  ['host-functions', guest({ module: moduleWalls({ 'host-functions': ['f'] }) }), 'without them'],
  ['process-root', guest({ hostProcess: rootProcess() }), 'setpriv'],
  ['process-bare', guest(), 'SystemCallFilter'],
  ['unused-directory', traced(0), 'without --dir /srv::/data'],
  ['unused-environment', traced(0), '--env'],
];

describe('the advice', () => {
  it.each(CASES)('%s speaks where it is so, with the flag', (id, parts, change, benchmark) => {
    const advice = adviceOf(parts).find((one) => one.id === id);
    expect(advice?.change).toContain(change);
    expect(advice?.benchmark).toBe(benchmark);
    expect(advice?.message).toMatch(/\.$/);
  });

  it.each(CASES)('%s is silent where it is not so', (id) => {
    expect(adviceOf({ ...hard(), ...walled }).filter((one) => one.id === id)).toEqual([]);
  });

  it('is tried both ways, every rule', () => {
    expect(CASES.map(([id]) => id).sort()).toEqual(ADVICE_RULES.map(({ id }) => id).sort());
  });

  it('has nothing to say of a hardened container and of a walled guest', () => {
    expect(adviceOf({ ...hard(), ...walled })).toEqual([]);
    expect(adviceOf({ guest: fileGuest() })).toEqual([]);
    expect(adviceOf({})).toEqual([]);
  });

  it('does not call a grant unused that was used, that may be, or by whom nobody knows', () => {
    const ids = (parts: AdviceParts) =>
      adviceOf(parts)
        .map(({ id }) => id)
        .filter((id) => id.startsWith('unused-'));
    const { guest: some } = traced(0);
    const { grants } = some ?? expect.fail('no guest');
    const untraced = { files: ['path_open'], 'arguments-environment': ['environ_get'] };
    expect(ids(traced(1))).toEqual([]);
    expect(ids(guest({ grants, module: moduleWalls(untraced) }))).toEqual([]);
    expect(ids(guest({ grants, module: moduleWalls({ 'host-functions': ['f'] }) }))).toEqual([]);
    expect(ids(guest({ grants, module: moduleWalls() }))).toEqual([
      'unused-directory',
      'unused-environment',
    ]);
  });

  it('has the gravest first', () => {
    const severities = adviceOf(mighty).map(({ severity }) => severity);
    expect(severities[0]).toBe('grave');
    expect([...severities].sort((a, b) => (a === b ? 0 : order(a) - order(b)))).toEqual(severities);
  });

  it('says of a privileged container that it is, and not each thing that follows from it', () => {
    const ids = adviceOf(mighty).map(({ id }) => id);
    for (const id of [
      'added-capabilities',
      'raw-packets',
      'seccomp',
      'apparmor',
      'kernel-settings',
    ]) {
      expect(ids).not.toContain(id);
    }
  });

  it('calls a capability that amounts to root grave, and another notable', () => {
    const adds = (name: string) =>
      adviceOf(
        hard({
          capabilities: {
            effective: capabilitySets([name]),
            beyondDefault: [name],
            belowDefault: [],
          },
        }),
      ).find(({ id }) => id === 'added-capabilities')?.severity;
    expect(adds('SYS_ADMIN')).toBe('grave');
    expect(adds('SYS_NICE')).toBe('notable');
  });

  it('names the same port once, though it is published on two kinds of addresses', () => {
    const ports = ['0.0.0.0', '::'].map((hostAddress) => ({
      containerPort: 80,
      protocol: 'tcp',
      hostAddress,
      hostPort: 8080,
    }));
    const parts = hard({ network: { mode: 'front', publishedPorts: ports } });
    expect(adviceOf(parts).filter(({ id }) => id === 'every-address')).toHaveLength(1);
  });

  it('tells an engine without seccomp from one that was told to do without', () => {
    const unloaded = hard({ seccomp: { declared: 'default', effective: { mode: 'off' } } });
    expect(adviceOf(unloaded).find(({ id }) => id === 'seccomp')?.change).toContain(
      'an engine with',
    );
  });

  it('takes a path of the host as it is, whatever is in it', () => {
    const change = adviceOf(granting('/srv/$&/GUEST')).find(
      ({ id }) => id === 'granted-writable',
    )?.change;
    expect(change).toContain('-mount=/srv/$&/GUEST:/data:ro');
  });
});

describe('advice from what a container used', () => {
  const change = (id: string, used: ContainerUse, more: Partial<ContainerProfile> = {}) =>
    adviceOf({ container: defaultContainer({ ...more, used }) }).find((one) => one.id === id);
  const written = (count: number, ...directories: string[]) =>
    change('writable-root', { written: { count, directories } })?.change;
  const processes = (uids: number[], capabilities: string[]) => ({
    processes: { count: 2, uids, capabilities },
  });

  it('keeps in memory what may be lost, and in a volume what else it wrote', () => {
    expect(written(0)).toBe('--read-only');
    expect(written(3, '/var/lib', '/tmp', '/')).toBe('--read-only -v NAME:/var/lib --tmpfs /tmp');
  });

  it('asks for twice the memory that it ever held, not for what it holds now', () => {
    const limits: LimitWall[] = [
      { name: 'memory', unit: 'bytes', effective: 'unlimited', now: 2 ** 20 },
    ];
    const said = change('memory-limit', { peakMemoryBytes: 300 * 2 ** 20 }, { limits });
    expect(said?.change).toBe('--memory 1024m');
    expect(said?.message).toContain('So far it held 300 MiB at most.');
  });

  it('drops all capabilities where no process holds one, and keeps what its doing shows', () => {
    const flag = (used: ContainerUse) => change('all-capabilities', used)?.change;
    expect(flag(processes([1000], []))).toBe('--cap-drop ALL');
    expect(flag(processes([0, 33], ['CHOWN']))).toBe(
      '--cap-drop ALL --cap-add SETGID --cap-add SETUID',
    );
    const network = { connections: 1, datagrams: 0, ports: [80] };
    expect(flag({ ...processes([0], ['CHOWN']), network })).toBe(
      '--cap-drop ALL --cap-add NET_BIND_SERVICE',
    );
    expect(flag(processes([0], ['CHOWN']))).toContain('only what it asks for');
  });

  it('says nothing of a network that was used in any way, or of which nothing is told', () => {
    const idle = { connections: 0, datagrams: 0, ports: [] };
    const interfaces = [{ name: 'eth0', addresses: [] }];
    const said = (used: ContainerUse) =>
      change('unused-network', used, { network: { interfaces, publishedPorts: [] } });
    expect(said({ network: idle })).toBeDefined();
    for (const network of [
      { ...idle, connections: 1 },
      { ...idle, datagrams: 1 },
      { ...idle, ports: [80] },
    ]) {
      expect(said({ network })).toBeUndefined();
    }
    expect(said({})).toBeUndefined();
  });
});

function order(severity: string): number {
  return ['grave', 'notable', 'minor'].indexOf(severity);
}
