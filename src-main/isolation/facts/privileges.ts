import type { IsolationFact } from '../../contract/index.js';
import { CAPABILITY_NAMES, ENGINE_DEFAULT_CAPABILITIES } from '../capabilities.js';

type Basis = IsolationFact['basis'];

/** `regainable` capabilities are not held now, but a set-user-ID program inside could gain them. */
export function capabilitiesFact(
  names: readonly string[],
  basis: Basis,
  regainable: readonly string[] = [],
): IsolationFact {
  const beyond = names.filter((name) => !ENGINE_DEFAULT_CAPABILITIES.has(name));
  return {
    id: 'capabilities',
    label: capabilitiesLabel(names),
    detail: `${capabilitiesDetail(names, beyond)}${regainableDetail(regainable)}`,
    tone: names.length === 0 ? 'strong' : beyond.length === 0 ? 'neutral' : 'loose',
    basis,
  };
}

function capabilitiesLabel(names: readonly string[]): string {
  if (names.length === 0) return 'no capabilities';
  if (holdsAll(names)) return 'all capabilities';
  return names.length === 1 ? '1 capability' : `${names.length} capabilities`;
}

function capabilitiesDetail(names: readonly string[], beyond: readonly string[]): string {
  if (names.length === 0) return 'Every system call that needs a capability is refused.';
  if (holdsAll(names)) {
    return `Root's power over the host is whole: ${names.length} of ${CAPABILITY_NAMES.length} capabilities, SYS_ADMIN among them.`;
  }
  const held = `Holds ${names.join(', ')}`;
  return beyond.length === 0
    ? `${held}: the engine's default set or a part of it.`
    : `${held}. Beyond the engine's default: ${beyond.join(', ')}.`;
}

function regainableDetail(names: readonly string[]): string {
  return names.length === 0
    ? ''
    : ` A set-user-ID program inside could still gain ${names.join(', ')}.`;
}

/** An older kernel lacks the newest few, and the host's root may itself lack one. */
function holdsAll(names: readonly string[]): boolean {
  return names.length >= CAPABILITY_NAMES.length - 4 && names.includes('SYS_ADMIN');
}

/** The kernel's modes: 0 off, 1 strict, 2 filter. */
export function seccompFact(mode: number, basis: Basis): IsolationFact {
  const details = [
    'No filter stands before the kernel: every system call can be made.',
    'Strict mode: only read, write, exit and sigreturn can be called.',
    'A filter decides which system calls reach the kernel.',
  ];
  const labels = ['no seccomp', 'seccomp strict', 'seccomp filter'];
  return {
    id: 'seccomp',
    label: labels[mode] ?? `seccomp mode ${mode}`,
    detail: details[mode] ?? 'A mode that this version of Paralelo does not know.',
    tone: mode === 0 ? 'loose' : 'strong',
    basis,
  };
}

export function noNewPrivilegesFact(isSet: boolean, basis: Basis): IsolationFact {
  return {
    id: 'no-new-privileges',
    label: isSet ? 'no new privileges' : 'new privileges possible',
    detail: isSet
      ? 'Set-user-ID programs and file capabilities give nothing to this process.'
      : 'A set-user-ID program inside can raise its privileges up to the bounding set.',
    tone: isSet ? 'strong' : 'neutral',
    basis,
  };
}

/** `label` is what AppArmor or SELinux calls the process: `docker-default (enforce)`. */
export function accessControlFact(label: string, basis: Basis): IsolationFact {
  const isOpen =
    label.startsWith('unconfined') || /:(unconfined_t|spc_t|unconfined_r):/.test(label);
  const module = label.includes(':') ? 'SELinux' : 'AppArmor';
  return {
    id: 'access-control',
    label: isOpen ? `${module} unconfined` : `${module} ${shortLabel(label)}`,
    detail: isOpen
      ? `${module} is on, but puts no profile on this process (${label}).`
      : `${module} confines this process with ${label}.`,
    tone: isOpen ? 'neutral' : 'strong',
    basis,
  };
}

/** `docker-default (enforce)` -> `docker-default`, `system_u:system_r:container_t:s0` -> `container_t`. */
function shortLabel(label: string): string {
  return label.split(':')[2] ?? label.split(' ')[0] ?? label;
}
