import type { Warning } from '../../contract/index.js';
import { unreadableOf } from '../process/walls.js';
import type { KernelView } from './kernel-view.js';
import { MOST_MOUNTS } from './mounts.js';

export const NOT_RUNNING: Warning = {
  code: 'not-running',
  message: 'It does not run: what was asked for is all there is to see.',
  hint: 'Start it to see what the kernel enforces.',
};

export const ELSEWHERE: Warning = {
  code: 'not-on-this-kernel',
  message:
    'Its process is not one of this machine: the engine runs on another one or in a virtual machine.',
  hint: 'Run Paralelo where the engine is, to see what its kernel enforces.',
};

export const ENDED: Warning = {
  code: 'ended-while-read',
  message: 'It ended while it was read: what was asked for is all there is to see.',
  hint: 'Start it again to see what the kernel enforces.',
};

export const NOT_BEGUN: Warning = {
  code: 'not-begun',
  message:
    'The OCI runtime still prepares its process, which is not yet confined as the program will be.',
  hint: 'Look again in a moment.',
};

export const NO_DOCUMENT: Warning = {
  code: 'inspect-not-understood',
  message: 'The engine’s answer about it is not in a form that this version of Paralelo knows.',
  hint: 'Update Paralelo, or report it with the answer of `docker inspect`.',
};

const NO_CGROUP: Warning = {
  code: 'cgroup-not-seen',
  message:
    'Its cgroup cannot be seen from here: which limits are in force, and their use, is not told.',
  hint: 'Run Paralelo on the machine itself, not in a container, and not below another cgroup.',
};

const TOO_MANY_MOUNTS: Warning = {
  code: 'too-many-mounts',
  message: `It has more than ${MOST_MOUNTS} mounts: those that show nothing of the host may be left out.`,
  hint: 'Mount less of the host into it; all of them are in /proc/PID/mountinfo.',
};

function notReadable(what: readonly string[], pid: number): Warning {
  return {
    code: 'not-readable',
    message: `The kernel does not show this user ${what.join(', ')} of process ${pid}.`,
    hint: 'Run Paralelo as the user of the container’s process, or as root, to see it.',
  };
}

/** What of a running container may not be read, or cannot be seen from here. */
export function unreadGaps({ walls, mounts, deviceNodes, held }: KernelView): Warning[] {
  const unread = [
    ...unreadableOf(walls),
    ...(mounts === undefined ? ['its mounts'] : []),
    ...(deviceNodes === undefined ? ['its devices'] : []),
  ];
  return [
    ...(unread.length === 0 ? [] : [notReadable(unread, walls.pid)]),
    ...(held === undefined ? [NO_CGROUP] : []),
    ...((mounts?.length ?? 0) > MOST_MOUNTS ? [TOO_MANY_MOUNTS] : []),
  ];
}
