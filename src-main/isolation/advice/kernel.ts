import { isOfHost } from '../checks/privileges.js';
import { saidIf } from './rule.js';
import type { ContainerRule } from './rule.js';

const seccomp: ContainerRule = {
  id: 'seccomp',
  appliesTo: 'container',
  severity: 'grave',
  against: 'default',
  benchmark: '5.22',
  about({ seccomp: { declared, effective }, isPrivileged }) {
    // --privileged says it already.
    if (isPrivileged) return [];
    const isOff = effective?.mode === 'off';
    if (isOff && declared !== 'unconfined') {
      return [
        {
          message:
            'No system call is filtered, though nobody asked for that: this engine or kernel has no seccomp.',
          change: 'an engine with seccomp (`docker info` lists it under Security Options)',
        },
      ];
    }
    return saidIf(
      isOff || (effective === undefined && declared === 'unconfined'),
      'No system call is filtered: all of the kernel’s interface is open to it.',
      'without --security-opt seccomp=unconfined',
    );
  },
};

const apparmor: ContainerRule = {
  id: 'apparmor',
  appliesTo: 'container',
  severity: 'notable',
  against: 'benchmark',
  benchmark: '5.2',
  about({ accessControl, isPrivileged }) {
    const label = accessControl.effective ?? accessControl.declared;
    return saidIf(
      label?.module === 'apparmor' && !label.confines && !isPrivileged,
      'AppArmor is here, but no profile confines it.',
      'without --security-opt apparmor=unconfined',
    );
  },
};

const selinux: ContainerRule = {
  id: 'selinux',
  appliesTo: 'container',
  severity: 'notable',
  against: 'benchmark',
  benchmark: '5.3',
  about({ accessControl, isPrivileged }) {
    const label = accessControl.effective ?? accessControl.declared;
    return saidIf(
      label?.module === 'selinux' && !label.confines && !isPrivileged,
      'SELinux is here, but its label does not confine it.',
      'without --security-opt label=disable',
    );
  },
};

const kernelSettings: ContainerRule = {
  id: 'kernel-settings',
  appliesTo: 'container',
  severity: 'grave',
  against: 'default',
  about({ readOnlyPaths, isPrivileged }) {
    const paths = readOnlyPaths.effective ?? readOnlyPaths.declared;
    return saidIf(
      paths?.some((path) => path.startsWith('/proc/sys')) === false && !isPrivileged,
      'Settings of the kernel under /proc/sys are writable: some of them are the host’s own.',
      'without --security-opt systempaths=unconfined',
    );
  },
};

/** A namespace that is the host’s because somebody asked for it. */
function hostNamespace(
  name: 'pid' | 'net' | 'ipc' | 'uts',
  rule: Pick<ContainerRule, 'severity' | 'benchmark'>,
  message: string,
  change: string,
): ContainerRule {
  return {
    id: `host-${name}`,
    appliesTo: 'container',
    against: 'default',
    ...rule,
    about(profile) {
      const isShared = isOfHost(profile, name, 'effective') ?? isOfHost(profile, name, 'declared');
      return saidIf(isShared, message, change);
    },
  };
}

const namespaces: ContainerRule[] = [
  hostNamespace(
    'pid',
    { severity: 'grave', benchmark: '5.16' },
    'It sees every process of the host, and may signal those of its user.',
    'without --pid host',
  ),
  hostNamespace(
    'net',
    { severity: 'grave', benchmark: '5.10' },
    'It is in the host’s network: services that listen on the loopback only are open to it.',
    'without --network host',
  ),
  hostNamespace(
    'ipc',
    { severity: 'notable', benchmark: '5.17' },
    'It shares the host’s shared memory and message queues.',
    'without --ipc host',
  ),
  hostNamespace(
    'uts',
    { severity: 'notable', benchmark: '5.21' },
    'It shares the host’s name, and with SYS_ADMIN could change it.',
    'without --uts host',
  ),
];

export const kernel = [seccomp, apparmor, selinux, kernelSettings, ...namespaces];
