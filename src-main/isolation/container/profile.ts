import type { ContainerProfile, ContainerUse, Warning } from '../../contract/index.js';
import { known } from '../../metrics/files/kernel-text.js';
import { isReadOnly } from '../../metrics/proc/mountinfo.js';
import { parseInspect } from '../inspect.js';
import type { HostConfig, Inspect } from '../inspect.js';
import { accessControlOf } from '../process/access-control.js';
import { asksNoNewPrivileges, asksSeccomp, optionOf } from '../security-options.js';
import { capabilitiesOf } from './capabilities.js';
import { devicesOf } from './devices.js';
import { ELSEWHERE, ENDED, NOT_BEGUN, NOT_RUNNING, NO_DOCUMENT, unreadGaps } from './gaps.js';
import { readKernelView } from './kernel-view.js';
import type { KernelView } from './kernel-view.js';
import { limitsOf } from './limits.js';
import { mountsOf } from './mounts.js';
import { namespacesOf } from './namespaces.js';
import { networkOf } from './network.js';
import { maskedPathsOf, readOnlyPathsOf } from './paths.js';
import type { ContainerProfileQuery } from './query.js';
import { secretNames } from './secrets.js';
import { declaredUlimits } from './ulimits.js';
import { userOf } from './user.js';

export interface ReadProfile {
  container: ContainerProfile;
  gaps: Warning[];
}

/**
 * What isolates a container: what was asked for, beside what the kernel shows. Never throws; what could not be
 * read is absent, and the gaps say why.
 */
export function containerProfile(query: ContainerProfileQuery): ReadProfile {
  const document = parseInspect(query.inspect);
  const id = document?.Id ?? '';
  const { pid } = query;
  const view = pid === undefined ? undefined : readKernelView({ ...query, pid, containerId: id });
  const seen = typeof view === 'object' ? view : undefined;
  return {
    container: joined(query, document, seen),
    gaps: [
      ...(document === undefined ? [NO_DOCUMENT] : []),
      ...(view === undefined ? [query.without === 'elsewhere' ? ELSEWHERE : NOT_RUNNING] : []),
      ...(view === 'ended' ? [ENDED] : view === 'not-begun' ? [NOT_BEGUN] : []),
      ...(seen === undefined ? [] : unreadGaps(seen)),
    ],
  };
}

function joined(
  query: ContainerProfileQuery,
  document: Inspect | undefined,
  view: KernelView | undefined,
): ContainerProfile {
  const config = document?.HostConfig;
  const { engine, isRootless = false, neighbours = [], procRoot = '/proc' } = query;
  const id = document?.Id ?? '';
  const walls = view?.walls;
  const namespaces = namespacesOf(config, walls, { id, neighbours, isRootless, procRoot });
  return known<ContainerProfile>({
    id,
    name: document?.Name?.replace(/^\//, '') ?? id.slice(0, 12),
    engine,
    isRootless,
    isPrivileged: config?.Privileged === true,
    pid: walls?.pid,
    ociRuntime: query.ociRuntime ?? runtimeNamed(config),
    restartPolicy: config === undefined ? undefined : restartPolicyOf(config),
    namespaces,
    capabilities: capabilitiesOf(engine, config, walls?.capabilities),
    seccomp: told(config === undefined ? undefined : asksSeccomp(config), walls?.seccomp),
    noNewPrivileges: told(
      config === undefined ? undefined : asksNoNewPrivileges(config),
      walls?.noNewPrivileges,
    ),
    accessControl: told(declaredLabel(document), walls?.accessControl),
    user: userOf(document, walls),
    rootFilesystem: told(
      rootWord(config?.ReadonlyRootfs),
      rootWord(view?.mounts === undefined ? undefined : isReadOnly(view.mounts, '/')),
    ),
    mounts: mountsOf(document, view, query.without !== 'elsewhere'),
    devices: devicesOf(config, view),
    maskedPaths: maskedPathsOf(config, view),
    readOnlyPaths: readOnlyPathsOf(config, view),
    network: networkOf(document, view?.interfaces),
    limits: limitsOf(config, view?.held),
    ulimits: told(config === undefined ? undefined : declaredUlimits(config), walls?.ulimits),
    secretNames: secretNames(document?.Config.Env ?? []),
    used: view === undefined ? undefined : usedOf(view.used, query, namespaces),
  });
}

/** The counters of a network that others are in too are not its own. */
function usedOf(
  { network, ...used }: ContainerUse,
  { written }: ContainerProfileQuery,
  namespaces: ContainerProfile['namespaces'],
): ContainerUse {
  const owner = namespaces.find(({ name }) => name === 'net')?.effective?.of;
  return {
    ...used,
    ...(network !== undefined && owner === 'own' && { network }),
    ...(written !== undefined && { written }),
  };
}

function told<D, E>(declared: D | undefined, effective: E | undefined) {
  return known<{ declared?: D; effective?: E }>({ declared, effective });
}

/** Podman's compatible document says `oci` for all of them. */
function runtimeNamed(config: HostConfig | undefined): string | undefined {
  return config?.Runtime === '' || config?.Runtime === 'oci' ? undefined : config?.Runtime;
}

function restartPolicyOf({ RestartPolicy }: HostConfig): string {
  const { Name = '', MaximumRetryCount = 0 } = RestartPolicy ?? {};
  if (Name === '') return 'no';
  return MaximumRetryCount > 0 ? `${Name}:${MaximumRetryCount}` : Name;
}

function declaredLabel(document: Inspect | undefined) {
  if (document === undefined) return undefined;
  const { AppArmorProfile = '', ProcessLabel = '', HostConfig } = document;
  return accessControlOf(AppArmorProfile || optionOf(HostConfig, 'apparmor') || ProcessLabel);
}

function rootWord(isReadOnlyRoot: boolean | undefined): 'read-only' | 'writable' | undefined {
  return isReadOnlyRoot === undefined ? undefined : isReadOnlyRoot ? 'read-only' : 'writable';
}
