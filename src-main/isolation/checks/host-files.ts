import { from, open } from './check.js';
import type { ContainerCheck } from './check.js';
import { directories } from './granted-directories.js';
import { hostDevices, hostMounts } from './host-mounts.js';
import { unknownHostFunctions } from './imports.js';
import { capabilitiesOf, capabilitySource, isOfHost, isRemapped } from './privileges.js';

const question = 'host-files';
const told = ['declared', 'effective'] as const;

const mountNamespace: ContainerCheck = {
  id: 'mount-namespace',
  question,
  appliesTo: 'container',
  mechanism: 'mount namespace',
  bases: told,
  answer(profile, basis) {
    if (isOfHost(profile, 'mnt', basis) !== true) return undefined;
    return open('yes: it has the host’s own mounts', from('/proc/PID/ns/mnt', 'the host’s'));
  },
};

const byHandle: ContainerCheck = {
  id: 'files-by-handle',
  question,
  appliesTo: 'container',
  mechanism: 'capabilities',
  bases: told,
  answer(profile, basis) {
    const names = capabilitiesOf(profile, basis);
    if (names?.includes('DAC_READ_SEARCH') !== true || isRemapped(profile, basis)) return undefined;
    const hint = profile.isPrivileged
      ? 'without --privileged'
      : 'without --cap-add DAC_READ_SEARCH';
    return open(
      'yes: any file, by its handle',
      from(capabilitySource(basis), 'DAC_READ_SEARCH'),
      hint,
    );
  },
};

/** /proc/1/root is the host's file system, for whoever sees that process and may trace it. */
const throughProcesses: ContainerCheck = {
  id: 'files-of-processes',
  question,
  appliesTo: 'container',
  mechanism: 'process namespace',
  bases: told,
  answer(profile, basis) {
    const mayTrace = capabilitiesOf(profile, basis)?.includes('SYS_PTRACE') === true;
    if (!mayTrace || isOfHost(profile, 'pid', basis) !== true || isRemapped(profile, basis)) {
      return undefined;
    }
    const evidence = from(capabilitySource(basis), 'SYS_PTRACE, and the host’s processes');
    return open('yes: through /proc/1/root', evidence, 'without --pid host');
  },
};

export const hostFiles = [
  hostMounts,
  hostDevices,
  mountNamespace,
  throughProcesses,
  byHandle,
  directories,
  unknownHostFunctions(question),
];
