import { rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { IsolationFact } from '../../../src-main/contract/index.js';
import {
  containerFacts,
  declaredContainerFacts,
} from '../../../src-main/isolation/container/facts.js';
import {
  capturedText,
  copyOf,
  DEFAULT_PID,
  HARDENED_PID,
  OPEN_PID,
  put,
  rootsOf,
} from '../metrics/kernel-files.js';

type Document = Record<string, Record<string, unknown>>;
const inspectOf = (tree: string) => JSON.parse(capturedText(`${tree}/inspect.json`)) as Document;
/** `id: label (tone, basis)`, one a line: what a reader sees. */
const lines = (facts: IsolationFact[]) =>
  facts.map(({ id, label, tone, basis }) => `${id}: ${label} (${tone}, ${basis})`).sort();
const effective = (tree: string, pid: number) => containerFacts({ pid, ...rootsOf(tree) });
const detailOf = (facts: IsolationFact[], id: string) =>
  facts.find((fact) => fact.id === id)?.detail ?? 'absent';

describe('what the kernel shows of a container', () => {
  it('is the usual middle for one started without options but limits', () => {
    expect(lines(effective('docker-default', DEFAULT_PID))).toEqual([
      'capabilities: 14 capabilities (neutral, effective)',
      'cpu-limit: CPU 0.5 (strong, effective)',
      'kernel-settings: kernel settings read-only (strong, effective)',
      'memory-limit: memory 64.0 MiB (strong, effective)',
      'namespaces: 5 of 8 namespaces own (strong, effective)',
      'network: network eth0 (neutral, effective)',
      'no-new-privileges: new privileges possible (neutral, effective)',
      'pids-limit: pids 32 (strong, effective)',
      'root-filesystem: writable root (neutral, effective)',
      'seccomp: seccomp filter (strong, effective)',
      'user: root of the host (loose, effective)',
    ]);
  });

  it('is strong throughout for a hardened one', () => {
    const facts = effective('docker-hardened', HARDENED_PID);
    expect(facts.filter(({ tone }) => tone !== 'strong')).toEqual([]);
    expect(lines(facts)).toContain('capabilities: no capabilities (strong, effective)');
    expect(lines(facts)).toContain('network: no network (strong, effective)');
    expect(lines(facts)).toContain('root-filesystem: read-only root (strong, effective)');
    expect(lines(facts)).toContain('user: uid 65534 (strong, effective)');
  });

  it('is loose where it was opened, and says what is shared', () => {
    const facts = effective('docker-open', OPEN_PID);
    expect(lines(facts.filter(({ tone }) => tone === 'loose'))).toEqual([
      'capabilities: all capabilities (loose, effective)',
      'kernel-settings: kernel settings writable (loose, effective)',
      'namespaces: 1 of 8 namespaces own (loose, effective)',
      'network: host network (loose, effective)',
      'seccomp: no seccomp (loose, effective)',
      'user: root of the host (loose, effective)',
    ]);
    expect(detailOf(facts, 'namespaces')).toBe(
      'Own: mount. Shared with the host: process, network, IPC, host name, user, cgroup, time.',
    );
  });

  it('says which capabilities a set-user-ID program could regain, unless that is closed', () => {
    const root = copyOf('docker-hardened');
    const status = `proc/${String(HARDENED_PID)}/status`;
    const closed = capturedText(`docker-hardened/${status}`);
    const detail = () =>
      detailOf(containerFacts({ pid: HARDENED_PID, procRoot: `${root}/proc` }), 'capabilities');
    expect(detail()).not.toContain('NET_RAW');
    put(root, status, closed.replace('NoNewPrivs:\t1', 'NoNewPrivs:\t0'));
    expect(detail()).toContain('could still gain NET_RAW');
  });

  it('shows a user namespace as the translation it is', () => {
    const root = copyOf('docker-default');
    const process = `proc/${String(DEFAULT_PID)}`;
    const status = capturedText(`docker-default/${process}/status`);
    put(
      root,
      `${process}/status`,
      status.replace(/^Uid:.*$/m, 'Uid:\t100000\t100000\t100000\t100000'),
    );
    put(root, `${process}/uid_map`, '         0     100000      65536\n');
    const facts = containerFacts({ pid: DEFAULT_PID, procRoot: `${root}/proc` });
    expect(lines(facts)).toContain('user: uid 0 is 100000 outside (strong, effective)');
  });

  it.each([
    ['docker-default (enforce)\n', 'access-control: AppArmor docker-default (strong, effective)'],
    ['unconfined\n', 'access-control: AppArmor unconfined (neutral, effective)'],
    [
      'system_u:system_r:container_t:s0:c1,c2\0',
      'access-control: SELinux container_t (strong, effective)',
    ],
    ['system_u:system_r:spc_t:s0\0', 'access-control: SELinux unconfined (neutral, effective)'],
  ])('names the security profile %j', (label, line) => {
    const root = copyOf('docker-default');
    put(root, `proc/${String(DEFAULT_PID)}/attr/current`, label);
    const facts = containerFacts({ pid: DEFAULT_PID, procRoot: `${root}/proc` });
    expect(lines(facts)).toContain(line);
  });

  it('does not take the tunnel devices that kernels add to every namespace for a way out', () => {
    const root = copyOf('docker-hardened');
    const path = `proc/${String(HARDENED_PID)}/net/dev`;
    const devices = ['tunl0', 'sit0', 'ip6tnl0'].map((name) => `${name}: ${'0 '.repeat(16)}\n`);
    put(root, path, capturedText(`docker-hardened/${path}`) + devices.join(''));
    const facts = containerFacts({ pid: HARDENED_PID, procRoot: `${root}/proc` });
    expect(lines(facts)).toContain('network: no network (strong, effective)');
  });
});

describe('when the kernel does not tell all', () => {
  const inspect = inspectOf('docker-default');

  it('what was declared stands for what may not be read, each fact once', () => {
    const root = copyOf('docker-default');
    rmSync(`${root}/proc/${String(DEFAULT_PID)}/ns`, { recursive: true });
    const query = { pid: DEFAULT_PID, procRoot: `${root}/proc`, mountPrefix: root };
    const facts = containerFacts({ ...query, inspect });
    expect(lines(facts)).toContain('namespaces: 5 of 6 namespaces own (strong, declared)');
    expect(lines(facts)).toContain('network: network eth0 (neutral, effective)');
    expect(lines(facts)).toContain('seccomp: seccomp filter (strong, effective)');
    expect(new Set(facts.map(({ id }) => id)).size).toBe(facts.length);
  });

  it('nothing but what was declared is said of a process that vanished', () => {
    const roots = rootsOf('docker-default');
    expect(containerFacts({ pid: 99, inspect, ...roots })).toEqual(declaredContainerFacts(inspect));
    expect(containerFacts({ pid: 99, ...roots })).toEqual([]);
  });

  it("the OCI runtime's own process is not taken for the program it is about to become", () => {
    const root = copyOf('docker-default');
    const path = `proc/${String(DEFAULT_PID)}/status`;
    const status = capturedText(`docker-default/${path}`);
    put(root, path, status.replace('Name:\tt\n', 'Name:\trunc:[2:INIT]\n'));
    expect(containerFacts({ pid: DEFAULT_PID, procRoot: `${root}/proc` })).toEqual([]);
  });

  it.each([undefined, null, 'text', {}, { HostConfig: 5 }])('%j declares nothing', (value) => {
    expect(declaredContainerFacts(value)).toEqual([]);
  });
});

describe('what was declared', () => {
  const declared = (hostConfig: Record<string, unknown>, rest: object = {}) =>
    lines(
      declaredContainerFacts({ ...inspectOf('docker-default'), ...rest, HostConfig: hostConfig }),
    );

  it('says of a real hardened container what was asked', () => {
    const facts = declaredContainerFacts(inspectOf('docker-hardened'));
    expect(lines(facts)).toEqual([
      'capabilities: 1 capability (neutral, declared)',
      'cpu-limit: CPU 0.5 (strong, declared)',
      'host-directories: 1 host directory (neutral, declared)',
      'kernel-settings: kernel settings read-only (strong, declared)',
      'memory-limit: memory 64.0 MiB (strong, declared)',
      'namespaces: 5 of 6 namespaces own (strong, declared)',
      'network: no network (strong, declared)',
      'no-new-privileges: no new privileges (strong, declared)',
      'pids-limit: pids 32 (strong, declared)',
      'root-filesystem: read-only root (strong, declared)',
      'seccomp: seccomp filter (strong, declared)',
      'user: uid 65534 (strong, declared)',
    ]);
    expect(detailOf(facts, 'host-directories')).toContain('/srv/data at /data (read-only)');
  });

  it('opens everything for a privileged container', () => {
    const facts = declared({ Privileged: true });
    expect(facts).toContain('capabilities: all capabilities (loose, declared)');
    expect(facts).toContain('seccomp: no seccomp (loose, declared)');
    expect(facts).toContain('kernel-settings: kernel settings writable (loose, declared)');
    expect(facts).toContain('host-devices: host devices all (loose, declared)');
  });

  it.each([
    [{ CapDrop: ['ALL'], CapAdd: ['NET_ADMIN'] }, '1 capability (loose'],
    [{ CapDrop: ['all'], CapAdd: null }, 'no capabilities (strong'],
    [{ CapAdd: ['ALL'], CapDrop: ['SYS_ADMIN'] }, '40 capabilities (loose'],
    [{ CapDrop: ['AUDIT_WRITE', 'MKNOD', 'NET_RAW'] }, '11 capabilities (neutral'],
    [{}, '14 capabilities (neutral'],
  ])('adds and drops capabilities as an engine does: %j', (config, label) => {
    expect(declared(config)).toContain(`capabilities: ${label}, declared)`);
  });

  it.each([
    ['no-new-privileges', 'no new privileges (strong'],
    ['no-new-privileges:true', 'no new privileges (strong'],
    ['no-new-privileges=true', 'no new privileges (strong'],
    ['no-new-privileges:false', 'new privileges possible (neutral'],
  ])('reads the option %s', (option, label) => {
    const facts = declared({ SecurityOpt: [option] });
    expect(facts).toContain(`no-new-privileges: ${label}, declared)`);
  });

  it('takes a quota for cores, and 0, -1 and null for no limit', () => {
    expect(declared({ CpuQuota: 150_000 })).toContain('cpu-limit: CPU 1.5 (strong, declared)');
    const none = declared({ CpuQuota: -1, Memory: 0, PidsLimit: null });
    expect(none).toContain('cpu-limit: CPU unlimited (loose, declared)');
    expect(none).toContain('memory-limit: memory unlimited (loose, declared)');
    expect(none).toContain('pids-limit: pids unlimited (loose, declared)');
  });

  it("warns of the engine's own socket among the host directories, even read-only", () => {
    const Mounts = [
      { Type: 'bind', Source: '/run/docker.sock', Destination: '/s', RW: false },
      { Type: 'volume', Source: '/var/lib/docker/volumes/x', Destination: '/v', RW: true },
    ];
    const facts = declared({}, { Mounts });
    expect(facts).toContain('host-directories: 1 host directory (loose, declared)');
  });

  it('says nothing of a user given by a name that only the image knows', () => {
    const facts = declared({}, { Config: { User: 'app' } });
    expect(facts.some((line) => line.startsWith('user:'))).toBe(false);
    expect(declared({}, { Config: { User: '1000:1000' } })).toContain(
      'user: uid 1000 (strong, declared)',
    );
  });
});
