import type { IsolationFact } from '../contract/index.js';
import { readCgroupLimits } from '../metrics/cgroup/limits.js';
import { readText } from '../metrics/files/kernel-text.js';
import { isReadOnly, parseMounts } from '../metrics/proc/mountinfo.js';
import type { Mount } from '../metrics/proc/mountinfo.js';
import { parseNetDev } from '../metrics/proc/net-dev.js';
import { sharesNetwork } from '../metrics/proc/net-namespace.js';
import { parseStatus } from '../metrics/proc/status.js';
import type { ProcessStatus } from '../metrics/proc/status.js';
import { insideId } from '../metrics/proc/uid-map.js';
import { decodeCapabilities } from './capabilities.js';
import { FALLBACK_DEVICE } from './fallback-device.js';
import { cpuLimitFact, memoryLimitFact, pidsLimitFact } from './facts/limits.js';
import {
  accessControlFact,
  capabilitiesFact,
  noNewPrivilegesFact,
  seccompFact,
} from './facts/privileges.js';
import {
  hostNetworkFact,
  kernelSettingsFact,
  networkFact,
  rootFilesystemFact,
  userFact,
} from './facts/surroundings.js';
import { compareNamespaces, namespacesFact } from './namespaces.js';

export interface EffectiveFactsQuery {
  pid: number;
  containerId?: string;
  procRoot?: string;
  mountPrefix?: string;
}

/**
 * Before it becomes the program, the first process is the OCI runtime's own: it is not yet confined
 * as the program will be (runc installs the seccomp filter just before it calls execve).
 */
const RUNTIME_INIT = /^(runc:\[|crun$|youki:)/;

/**
 * What the kernel shows of a container through its first process. A fact that may not be read, or
 * that the process no longer has, is left out; none at all while the OCI runtime still prepares it.
 */
export function effectiveContainerFacts(query: EffectiveFactsQuery): IsolationFact[] {
  const procRoot = query.procRoot ?? '/proc';
  const process = `${procRoot}/${String(query.pid)}`;
  const status = parseStatus(readText(`${process}/status`) ?? '');
  if (status.name === undefined || RUNTIME_INIT.test(status.name)) return [];
  const namespaces = compareNamespaces(query.pid, procRoot);
  return [
    ...(namespaces === undefined ? [] : [namespacesFact(namespaces, 'effective')]),
    ...privileges(status),
    ...accessControl(process),
    ...user(status, process),
    ...mounts(process),
    ...network(query.pid, procRoot),
    ...limits(query),
  ];
}

function privileges(status: ProcessStatus): IsolationFact[] {
  const { effectiveCapabilities, boundingCapabilities, seccompMode, noNewPrivileges } = status;
  const facts: IsolationFact[] = [];
  if (effectiveCapabilities !== undefined) {
    const bounding = noNewPrivileges === true ? 0n : (boundingCapabilities ?? 0n);
    const regainable = decodeCapabilities(bounding & ~effectiveCapabilities);
    const held = decodeCapabilities(effectiveCapabilities);
    facts.push(capabilitiesFact(held, 'effective', regainable));
  }
  if (seccompMode !== undefined) facts.push(seccompFact(seccompMode, 'effective'));
  if (noNewPrivileges !== undefined) facts.push(noNewPrivilegesFact(noNewPrivileges, 'effective'));
  return facts;
}

/** attr/current fails with EINVAL where no such security module is active: then there is nothing to say. */
function accessControl(process: string): IsolationFact[] {
  const label = readText(`${process}/attr/current`)
    ?.replace(/[\0\n]/g, '')
    .trim();
  return label === undefined || label === '' ? [] : [accessControlFact(label, 'effective')];
}

function user({ uid }: ProcessStatus, process: string): IsolationFact[] {
  if (uid === undefined) return [];
  const insideUid = insideId(readText(`${process}/uid_map`) ?? '', uid);
  return [
    userFact({ outsideUid: uid, ...(insideUid === undefined ? {} : { insideUid }) }, 'effective'),
  ];
}

function mounts(process: string): IsolationFact[] {
  const found = parseMounts(readText(`${process}/mountinfo`) ?? '');
  const root = isReadOnly(found, '/');
  if (root === undefined) return [];
  const writable = ['/proc/sys', '/sys'].filter((path) => isWritable(found, path));
  return [rootFilesystemFact(root, 'effective'), kernelSettingsFact(writable, 'effective')];
}

/** /proc/sys has no mount of its own in a privileged container, and is then as writable as /proc. */
function isWritable(found: readonly Mount[], path: string): boolean {
  const readOnly = isReadOnly(found, path) ?? (path === '/sys' ? true : isReadOnly(found, '/proc'));
  return readOnly === false;
}

function network(pid: number, procRoot: string): IsolationFact[] {
  const isShared = sharesNetwork(pid, procRoot);
  if (isShared === true) return [hostNetworkFact('effective')];
  const text = readText(`${procRoot}/${String(pid)}/net/dev`);
  if (text === undefined || isShared === undefined) return [];
  const names = parseNetDev(text).map(({ name }) => name);
  const outward = names.filter((name) => name !== 'lo' && !FALLBACK_DEVICE.test(name));
  return [networkFact(outward, 'effective')];
}

function limits(query: EffectiveFactsQuery): IsolationFact[] {
  const found = readCgroupLimits(query);
  if (found === undefined) return [];
  return [
    memoryLimitFact(found.memoryBytes, 'effective'),
    cpuLimitFact(found.cpus, 'effective'),
    pidsLimitFact(found.pids, 'effective'),
  ];
}
