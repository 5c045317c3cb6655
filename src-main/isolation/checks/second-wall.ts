import type { AccessControlLabel } from '../../contract/index.js';
import { closed, cut, from, open, partly, unknown } from './check.js';
import type { ContainerCheck } from './check.js';
import { behindSandbox } from './host-process.js';

const question = 'second-wall';
const told = ['declared', 'effective'] as const;

const seccomp: ContainerCheck = {
  id: 'seccomp',
  question,
  appliesTo: 'container',
  mechanism: 'seccomp',
  bases: told,
  answer({ seccomp: state, isPrivileged }, basis) {
    const hint = isPrivileged
      ? 'without --privileged'
      : 'without --security-opt seccomp=unconfined';
    if (basis === 'declared') {
      const { declared } = state;
      const source = 'HostConfig.SecurityOpt';
      if (isPrivileged || declared === 'unconfined') {
        return open('nothing: no system call is filtered', from(source, 'unconfined'), hint);
      }
      if (declared === undefined)
        return unknown('unknown: its seccomp profile', from(source, 'absent'));
      return closed(
        `a seccomp filter, ${declared === 'default' ? 'the engine’s' : 'its own'}`,
        from(source, declared),
      );
    }
    const { effective } = state;
    const source = '/proc/PID/status Seccomp';
    if (effective === undefined)
      return unknown('unknown: its seccomp mode', from(source, 'absent'));
    if (effective.mode === 'off')
      return open('nothing: no system call is filtered', from(source, 'off'), hint);
    return closed('a seccomp filter', from(source, effective.mode));
  },
};

const accessControl: ContainerCheck = {
  id: 'access-control',
  question,
  appliesTo: 'container',
  mechanism: 'AppArmor, SELinux',
  bases: told,
  answer({ accessControl: labels, isPrivileged }, basis) {
    const source =
      basis === 'declared' ? 'AppArmorProfile, ProcessLabel' : '/proc/PID/attr/current';
    const label = labels[basis];
    // Most often the host has neither, which no engine can help: less than closed, and no riddle.
    if (label === undefined) {
      return partly('partly: neither AppArmor nor SELinux', from(source, 'absent'));
    }
    const evidence = from(source, label.label);
    if (label.confines) return closed(`${nameOf(label)} (${cut(label.label, 24)})`, evidence);
    const hint = isPrivileged
      ? 'without --privileged'
      : 'without --security-opt apparmor=unconfined';
    return partly(`partly: ${nameOf(label)} does not confine it`, evidence, hint);
  },
};

function nameOf({ module }: AccessControlLabel): string {
  return module === 'apparmor'
    ? 'AppArmor'
    : module === 'selinux'
      ? 'SELinux'
      : 'a security module';
}

const kernelSettings: ContainerCheck = {
  id: 'kernel-settings',
  question,
  appliesTo: 'container',
  mechanism: 'masked and read-only paths',
  bases: told,
  answer({ readOnlyPaths, maskedPaths, isPrivileged }, basis) {
    const readOnly = readOnlyPaths[basis];
    const masked = maskedPaths[basis];
    if (readOnly === undefined && masked === undefined) return undefined;
    const evidence = from('read-only paths', readOnly?.join(' ') ?? 'absent');
    if (readOnly?.some((path) => path.startsWith('/proc/sys')) === false) {
      const hint = isPrivileged
        ? 'without --privileged'
        : 'without --security-opt systempaths=unconfined';
      return open('nothing: the kernel’s settings are writable', evidence, hint);
    }
    return masked?.length === 0
      ? partly('partly: no path of /proc is masked', from('masked paths', 'none'))
      : closed('the kernel’s settings are read-only', evidence);
  },
};

export const secondWall = [seccomp, kernelSettings, accessControl, ...behindSandbox];
