import { readFileSync } from 'node:fs';
import { onPath } from './programs.mjs';

const WITHOUT_UNIFIED = 'umount /sys/fs/cgroup/unified && exec "$@"';

/**
 * crun refuses a machine where cgroup v2 holds controllers beside cgroup v1. There an engine is
 * started in a mount namespace of its own without that hierarchy, so that crun is tested too; the
 * machine itself stays as it is. Everywhere else the command stays as it is as well.
 * @param {readonly string[]} command
 */
export function withoutHybridCgroups(command) {
  const unshare = onPath('unshare');
  if (unshare === undefined || !isHybrid()) return [...command];
  return [unshare, '--mount', 'sh', '-c', WITHOUT_UNIFIED, 'sh', ...command];
}

function isHybrid() {
  try {
    return readFileSync('/sys/fs/cgroup/unified/cgroup.controllers', 'utf8').trim() !== '';
  } catch {
    return false;
  }
}
