import type { IsolationFact } from '../contract/index.js';
import { ENGINE_DEFAULT_CAPABILITIES } from './capabilities.js';
import { declaredCapabilities } from './engine-defaults.js';
import { cpuLimitFact, memoryLimitFact, pidsLimitFact } from './facts/limits.js';
import {
  accessControlFact,
  capabilitiesFact,
  noNewPrivilegesFact,
  seccompFact,
} from './facts/privileges.js';
import {
  hostDevicesFact,
  hostDirectoriesFact,
  hostNetworkFact,
  kernelSettingsFact,
  networkFact,
  rootFilesystemFact,
  userFact,
} from './facts/surroundings.js';
import { parseInspect } from './inspect.js';
import type { HostConfig, Inspect } from './inspect.js';
import { asksNoNewPrivileges, asksSeccomp } from './security-options.js';
import { namespacesFact } from './namespaces.js';
import type { NamespaceComparison, NamespaceName } from './namespaces.js';

const DEFAULT_CPU_PERIOD_US = 100_000;
const SECCOMP_OFF = 0;
const SECCOMP_FILTER = 2;

/** What a container's document does not tell of its engine. */
export interface EngineTraits {
  /** Run by a user who is not root, in a user namespace. */
  rootless?: boolean;
}

/**
 * Facts from the engine's inspect document: what was asked, for when the process cannot be seen.
 * None for a value that is no inspect document.
 */
export function declaredContainerFacts(
  inspect: unknown,
  { rootless = false }: EngineTraits = {},
): IsolationFact[] {
  const document = parseInspect(inspect);
  if (document === undefined) return [];
  const config = document.HostConfig;
  const isPrivileged = config.Privileged === true;
  return [
    namespacesFact(declaredNamespaces(config), 'declared'),
    capabilitiesFact(declaredCapabilities(config, [...ENGINE_DEFAULT_CAPABILITIES]), 'declared'),
    seccompFact(asksSeccomp(config) === 'unconfined' ? SECCOMP_OFF : SECCOMP_FILTER, 'declared'),
    noNewPrivilegesFact(asksNoNewPrivileges(config), 'declared'),
    ...accessControl(document),
    ...declaredUser(document, rootless),
    rootFilesystemFact(config.ReadonlyRootfs === true, 'declared'),
    kernelSettingsFact(isPrivileged ? ['/proc/sys', '/sys'] : [], 'declared'),
    declaredNetwork(config),
    hostDirectoriesFact(hostDirectories(document)),
    ...declaredDevices(config),
    memoryLimitFact(positive(config.Memory), 'declared'),
    cpuLimitFact(declaredCpus(config), 'declared'),
    pidsLimitFact(positive(config.PidsLimit), 'declared'),
  ];
}

/** User and time namespaces are the engine's choice (userns-remap), which the document does not tell. */
function declaredNamespaces(config: HostConfig): NamespaceComparison {
  const isHost: Partial<Record<NamespaceName, boolean>> = {
    mnt: false,
    pid: config.PidMode === 'host',
    net: config.NetworkMode === 'host',
    ipc: config.IpcMode === 'host',
    uts: config.UTSMode === 'host',
  };
  if (config.UsernsMode === 'host') isHost.user = true;
  if (config.CgroupnsMode === 'host') isHost.cgroup = true;
  if (config.CgroupnsMode === 'private') isHost.cgroup = false;
  const names = Object.keys(isHost) as NamespaceName[];
  return {
    own: names.filter((name) => isHost[name] === false),
    shared: names.filter((name) => isHost[name] === true),
  };
}

function accessControl({ AppArmorProfile: profile }: Inspect): IsolationFact[] {
  return profile === undefined || profile === '' ? [] : [accessControlFact(profile, 'declared')];
}

const ROOTLESS_USER: IsolationFact = {
  id: 'user',
  label: 'root only inside',
  detail:
    'The engine runs in a user namespace: root inside is the user of the host who runs it, and other users inside are unprivileged ones outside.',
  tone: 'strong',
  basis: 'declared',
};

/** A user given by name cannot be told without the image's own /etc/passwd. */
function declaredUser(
  { Config: { User: user = '' } }: Inspect,
  rootless: boolean,
): IsolationFact[] {
  if (rootless) return [ROOTLESS_USER];
  const name = user.split(':')[0] ?? '';
  if (name !== '' && name !== 'root' && !/^\d+$/.test(name)) return [];
  return [userFact({ outsideUid: /^\d+$/.test(name) ? Number(name) : 0 }, 'declared')];
}

function declaredNetwork({ NetworkMode: mode = 'default' }: HostConfig): IsolationFact {
  if (mode === 'host') return hostNetworkFact('declared');
  return networkFact(mode === 'none' ? [] : [mode === 'default' ? 'bridge' : mode], 'declared');
}

function hostDirectories({ Mounts: mounts }: Inspect) {
  return mounts
    .filter(({ Type: type }) => type === 'bind')
    .map(({ Source: source, Destination: destination, RW: isWritable }) => ({
      source,
      destination,
      readOnly: !isWritable,
    }));
}

function declaredDevices(config: HostConfig): IsolationFact[] {
  if (config.Privileged === true) return [hostDevicesFact(['all'])];
  const paths = config.Devices.map(({ PathOnHost: path }) => path);
  return paths.length === 0 ? [] : [hostDevicesFact(paths)];
}

function declaredCpus(config: HostConfig): number | undefined {
  const nanoCpus = positive(config.NanoCpus);
  if (nanoCpus !== undefined) return nanoCpus / 1e9;
  const quotaUs = positive(config.CpuQuota);
  const periodUs = positive(config.CpuPeriod) ?? DEFAULT_CPU_PERIOD_US;
  return quotaUs === undefined ? undefined : quotaUs / periodUs;
}

/** 0, -1 and null all mean "not limited". */
function positive(value: number | null | undefined): number | undefined {
  return value !== undefined && value !== null && value > 0 ? value : undefined;
}
