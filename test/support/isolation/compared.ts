import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { expect } from 'vitest';
import type { ContainerProfile } from '../../../src-main/contract/index.js';
import {
  addressesByIp,
  dockerInspect,
  capabilitiesByCapsh,
  deviceNodesByFind,
  fileInside,
  mountsInside,
  namespacesByLsns,
  statusLine,
  uidInside,
  ulimitsByPrlimit,
} from './independent.js';

/** Everything effective in a profile against what other programs say of the same process. */
export function expectAsOthersSay(profile: ContainerProfile): void {
  const pid = profile.pid ?? 0;
  expect(pid).toBeGreaterThan(0);
  expectNamespaces(profile, pid);
  expectPrivileges(profile, pid);
  expectFiles(profile, pid);
  expectDevices(profile, pid);
  expectNetwork(profile, pid);
  expectUlimits(profile, pid);
}

function expectNamespaces({ namespaces }: ContainerProfile, pid: number): void {
  const theirs = namespacesByLsns(pid);
  const ours = namespacesByLsns(process.pid);
  expect(Object.fromEntries(namespaces.map(({ name, inode }) => [name, inode]))).toEqual(theirs);
  for (const { name, effective } of namespaces) {
    expect([name, effective?.of === 'host']).toEqual([name, theirs[name] === ours[name]]);
  }
}

const SETS = {
  effective: 'CapEff',
  permitted: 'CapPrm',
  inheritable: 'CapInh',
  bounding: 'CapBnd',
  ambient: 'CapAmb',
} as const;

function expectPrivileges(profile: ContainerProfile, pid: number): void {
  for (const [set, line] of Object.entries(SETS)) {
    const names = profile.capabilities.effective?.[set as keyof typeof SETS];
    expect([set, names]).toEqual([set, capabilitiesByCapsh(pid, line)]);
  }
  const mode = { off: '0', strict: '1', filter: '2' };
  expect(mode[profile.seccomp.effective?.mode ?? 'strict']).toBe(statusLine(pid, 'Seccomp'));
  expect(String(profile.seccomp.effective?.filters)).toBe(statusLine(pid, 'Seccomp_filters'));
  expect(profile.noNewPrivileges.effective).toBe(statusLine(pid, 'NoNewPrivs') === '1');
  expect(String(profile.user.outsideUid)).toBe(statusLine(pid, 'Uid').split('\t')[1]);
  expect(String(profile.user.outsideGid)).toBe(statusLine(pid, 'Gid').split('\t')[1]);
  expect(profile.user.groups?.join(' ')).toBe(statusLine(pid, 'Groups'));
  expect(profile.user.insideUid).toBe(uidInside(pid));
}

function expectFiles(profile: ContainerProfile, pid: number): void {
  const theirs = mountsInside(pid);
  const masked = profile.maskedPaths.effective ?? [];
  const readOnly = profile.readOnlyPaths.effective ?? [];
  const mounts = profile.mounts.filter(({ basis }) => basis !== 'declared');
  const all = [...mounts.map(({ destination }) => destination), ...masked, ...readOnly];
  expect(all.sort()).toEqual([...theirs.keys()].sort());
  for (const mount of mounts) {
    const { destination, filesystem, readOnly: isReadOnly } = mount;
    expect({ destination, type: filesystem, readOnly: isReadOnly }).toEqual({
      destination,
      ...theirs.get(destination),
    });
  }
  expect(profile.rootFilesystem.effective === 'read-only').toBe(theirs.get('/')?.readOnly);
  for (const path of masked)
    expect([path, isEmpty(`/proc/${pid}/root${path}`)]).toEqual([path, true]);
  for (const path of profile.maskedPaths.declared ?? []) {
    if (!masked.includes(path))
      expect([path, isThere(`/proc/${pid}/root${path}`)]).toEqual([path, false]);
  }
  for (const path of readOnly) expect(theirs.get(path)?.readOnly).toBe(true);
}

function isEmpty(path: string): boolean {
  return (lstatSync(path).isDirectory() ? readdirSync(path) : readFileSync(path)).length === 0;
}

function isThere(path: string): boolean {
  try {
    lstatSync(path);
    return true;
  } catch {
    return false;
  }
}

const STANDARD = ['null', 'zero', 'full', 'random', 'urandom', 'tty', 'console', 'ptmx'];

function expectDevices({ devices }: ContainerProfile, pid: number): void {
  const standard = STANDARD.map((name) => `/dev/${name}`);
  const others = deviceNodesByFind(pid).filter((path) => !standard.includes(path));
  expect(devices.effective).toEqual(others);
  const rules = cgroupFile(pid, 'devices', 'devices.list')?.split('\n');
  if (devices.allowed === undefined || rules === undefined) return;
  const isStandard = (rule: string) => / m$/.test(rule) || STANDARD_NUMBERS.includes(rule);
  expect(devices.allowed).toEqual(rules.filter((rule) => !isStandard(rule)));
}

const STANDARD_NUMBERS = [
  ...['1:3', '1:5', '1:7', '1:8', '1:9', '5:0', '5:1', '5:2', '136:*', '10:200'],
].map((numbers) => `c ${numbers} rwm`);

function expectNetwork({ network }: ContainerProfile, pid: number): void {
  const theirs = addressesByIp(pid);
  for (const { name, addresses } of network.interfaces ?? []) {
    expect([name, [...addresses].sort()]).toEqual([name, (theirs[name] ?? []).sort()]);
  }
  const names = (network.interfaces ?? []).map(({ name }) => name);
  for (const name of Object.keys(theirs)) expect(names).toContain(name);
}

const RESOURCES: Record<string, string> = {
  NOFILE: 'Max open files',
  NPROC: 'Max processes',
  CORE: 'Max core file size',
  MEMLOCK: 'Max locked memory',
  STACK: 'Max stack size',
  CPU: 'Max cpu time',
};

function expectUlimits({ ulimits }: ContainerProfile, pid: number): void {
  const theirs = ulimitsByPrlimit(pid);
  for (const [resource, name] of Object.entries(RESOURCES)) {
    const found = ulimits.effective?.find((one) => one.name === name);
    expect([name, [String(found?.soft), String(found?.hard)]]).toEqual([name, theirs[resource]]);
  }
}

/** What was asked for, against `docker inspect`; false where there is no such program. */
export function expectAsCliSays({ id, ...profile }: ContainerProfile): boolean {
  const says = dockerInspect(id);
  if (says === undefined) return false;
  const { HostConfig: host } = says;
  expect(profile.isPrivileged).toBe(host.Privileged);
  expect(profile.rootFilesystem.declared === 'read-only').toBe(host.ReadonlyRootfs);
  expect(profile.ociRuntime).toBe(host.Runtime);
  expect(profile.maskedPaths.declared).toEqual(host.MaskedPaths);
  expect(profile.readOnlyPaths.declared).toEqual(host.ReadonlyPaths);
  expect(profile.devices.declared.map(({ hostPath }) => hostPath)).toEqual(
    (host.Devices ?? []).map(({ PathOnHost }) => PathOnHost),
  );
  const declaredOf = (name: string) =>
    profile.namespaces.find((one) => one.name === name)?.declared?.of;
  const modes = { pid: host.PidMode, net: host.NetworkMode, ipc: host.IpcMode, uts: host.UTSMode };
  for (const [name, mode] of Object.entries(modes)) {
    expect([name, declaredOf(name) === 'host']).toEqual([name, mode === 'host']);
  }
  return true;
}

/** The container's own view on its cgroup v1, for limits that are compared by hand. */
export function cgroupFile(pid: number, controller: string, file: string): string | undefined {
  return fileInside(pid, `/sys/fs/cgroup/${controller}/${file}`)?.trim();
}
