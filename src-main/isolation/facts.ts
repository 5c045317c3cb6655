import { formatBytes } from '../contract/index.js';
import type { IsolationFact } from '../contract/index.js';
import { CAPABILITY_NAMES, ENGINE_DEFAULT_CAPABILITIES } from './capabilities.js';

/**
 * One function per fact: the same words whether the fact was declared or seen. A fact's id is the
 * function's subject, so that what is seen replaces what was declared.
 */
type Basis = IsolationFact['basis'];

export function capabilitiesFact(names: readonly string[], basis: Basis): IsolationFact {
  const beyond = names.filter((name) => !ENGINE_DEFAULT_CAPABILITIES.has(name));
  const id = 'capabilities';
  if (names.length === 0) {
    const detail = 'The process holds no capability: no privileged system call is open to it.';
    return { id, label: 'no capabilities', detail, tone: 'strong', basis };
  }
  if (names.length >= CAPABILITY_NAMES.length - 1) {
    const detail = `The process holds ${names.length} of ${CAPABILITY_NAMES.length} capabilities, SYS_ADMIN among them: as powerful as root of the host.`;
    return { id, label: 'all capabilities', detail, tone: 'loose', basis };
  }
  const list = names.join(', ');
  return {
    id,
    label: names.length === 1 ? `1 capability` : `${names.length} capabilities`,
    detail:
      beyond.length === 0
        ? `The process holds ${list}: the engine's default set or a part of it.`
        : `The process holds ${list}; beyond the engine's default: ${beyond.join(', ')}.`,
    tone: beyond.length === 0 ? 'neutral' : 'loose',
    basis,
  };
}

/** The kernel's modes: 0 off, 1 strict, 2 filter. */
export function seccompFact(mode: number, basis: Basis): IsolationFact {
  const id = 'seccomp';
  if (mode === 0) {
    const detail = 'No filter stands before the system calls: all of the kernel can be called.';
    return { id, label: 'no seccomp', detail, tone: 'loose', basis };
  }
  const detail =
    mode === 1
      ? 'Strict mode: only read, write, exit and sigreturn can be called.'
      : 'A filter decides which system calls reach the kernel.';
  return {
    id,
    label: mode === 1 ? 'seccomp strict' : 'seccomp filter',
    detail,
    tone: 'strong',
    basis,
  };
}

export function noNewPrivilegesFact(isSet: boolean, basis: Basis): IsolationFact {
  return isSet
    ? {
        id: 'no-new-privileges',
        label: 'no new privileges',
        detail: 'A set-user-ID program or file capabilities give nothing to this process.',
        tone: 'strong',
        basis,
      }
    : {
        id: 'no-new-privileges',
        label: 'new privileges possible',
        detail: 'A set-user-ID program inside can gain privileges up to the bounding set.',
        tone: 'neutral',
        basis,
      };
}

export function readOnlyRootFact(isReadOnly: boolean, basis: Basis): IsolationFact {
  return isReadOnly
    ? {
        id: 'root-filesystem',
        label: 'read-only root',
        detail: "The container's root file system cannot be written.",
        tone: 'strong',
        basis,
      }
    : {
        id: 'root-filesystem',
        label: 'writable root',
        detail:
          "The container's root file system can be written; the layer ends with the container.",
        tone: 'neutral',
        basis,
      };
}

export function memoryLimitFact(bytes: number | undefined, basis: Basis): IsolationFact {
  return bytes === undefined
    ? unlimited('memory-limit', 'memory', 'It can take all memory of the host.', basis)
    : limited(
        'memory-limit',
        `memory ${formatBytes(bytes)}`,
        `Its cgroup may hold ${formatBytes(bytes)}; beyond that the kernel ends a process of it.`,
        basis,
      );
}

export function cpuLimitFact(cpus: number | undefined, basis: Basis): IsolationFact {
  return cpus === undefined
    ? unlimited('cpu-limit', 'CPU', 'It can use every core of the host.', basis)
    : limited(
        'cpu-limit',
        `CPU ${String(cpus)}`,
        `Its cgroup may use ${String(cpus)} cores on average in each scheduling period.`,
        basis,
      );
}

export function pidsLimitFact(pids: number | undefined, basis: Basis): IsolationFact {
  return pids === undefined
    ? unlimited('pids-limit', 'pids', 'A fork bomb inside reaches the limit of the host.', basis)
    : limited('pids-limit', `pids ${pids}`, `At most ${pids} processes and threads.`, basis);
}

function limited(id: string, label: string, detail: string, basis: Basis): IsolationFact {
  return { id, label, detail, tone: 'strong', basis };
}

function unlimited(id: string, what: string, detail: string, basis: Basis): IsolationFact {
  return { id, label: `${what} unlimited`, detail, tone: 'loose', basis };
}
