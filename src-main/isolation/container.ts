import type { IsolationFact } from '../contract/index.js';
import { readCgroupLimits } from '../metrics/cgroup/limits.js';
import { readText } from '../metrics/files/kernel-text.js';
import { parseStatus } from '../metrics/proc/status.js';
import { decodeCapabilities } from './capabilities.js';
import { declaredContainerFacts } from './declared.js';
import {
  capabilitiesFact,
  cpuLimitFact,
  memoryLimitFact,
  noNewPrivilegesFact,
  pidsLimitFact,
  seccompFact,
} from './facts.js';
import { compareNamespaces, namespacesFact } from './namespaces.js';

export interface ContainerFactsOptions {
  /** The container's first process, when it is on this machine. */
  pid?: number;
  containerId?: string;
  /** The engine's inspect document, as it came. */
  inspect?: unknown;
  procRoot?: string;
  mountPrefix?: string;
}

/**
 * What isolates a container: each fact as the kernel shows it, or as it was declared where the
 * process cannot be seen (or vanished while it was read). Never throws.
 */
export function containerFacts(options: ContainerFactsOptions): IsolationFact[] {
  const facts = new Map<string, IsolationFact>();
  for (const fact of declaredContainerFacts(options.inspect)) facts.set(fact.id, fact);
  if (options.pid !== undefined) {
    for (const fact of effectiveFacts(options.pid, options)) facts.set(fact.id, fact);
  }
  return [...facts.values()];
}

function effectiveFacts(pid: number, options: ContainerFactsOptions): IsolationFact[] {
  const procRoot = options.procRoot ?? '/proc';
  const facts: IsolationFact[] = [];
  const namespaces = compareNamespaces(pid, procRoot);
  if (namespaces !== undefined) facts.push(namespacesFact(namespaces, 'effective'));
  const status = parseStatus(readText(`${procRoot}/${String(pid)}/status`) ?? '');
  if (status.effectiveCapabilities !== undefined) {
    facts.push(capabilitiesFact(decodeCapabilities(status.effectiveCapabilities), 'effective'));
  }
  if (status.seccompMode !== undefined) facts.push(seccompFact(status.seccompMode, 'effective'));
  if (status.noNewPrivileges !== undefined) {
    facts.push(noNewPrivilegesFact(status.noNewPrivileges, 'effective'));
  }
  const limits = readCgroupLimits(options);
  if (limits !== undefined) {
    facts.push(memoryLimitFact(limits.memoryBytes, 'effective'));
    facts.push(cpuLimitFact(limits.cpus, 'effective'));
    facts.push(pidsLimitFact(limits.pids, 'effective'));
  }
  return facts;
}
