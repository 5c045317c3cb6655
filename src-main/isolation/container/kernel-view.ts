import type { ContainerUse, ProcessWalls } from '../../contract/index.js';
import { readCgroupHeld } from '../../metrics/cgroup/held.js';
import { readDeviceRules } from '../../metrics/cgroup/device-rules.js';
import type { CgroupHeld } from '../../metrics/cgroup/held.js';
import { known, readText } from '../../metrics/files/kernel-text.js';
import { parseMounts } from '../../metrics/proc/mountinfo.js';
import type { Mount } from '../../metrics/proc/mountinfo.js';
import { parseStatus } from '../../metrics/proc/status.js';
import { whileItLives } from '../process/same-process.js';
import { readProcessWalls } from '../process/walls.js';
import { readDeviceNodes } from './device-nodes.js';
import { readInterfaces } from './interfaces.js';
import type { Interface } from './interfaces.js';
import { readUse } from './use.js';

/** All that is read of a container through its first process, at one moment. */
export interface KernelView {
  walls: ProcessWalls;
  /** What is visible inside: of several mounts on one point, the last. */
  mounts?: Mount[];
  /** Those of the lab, to find what of the host a mount shows. */
  hostMounts: Mount[];
  deviceNodes?: string[];
  /** As the devices cgroup writes them. */
  deviceRules?: string[];
  interfaces?: Interface[];
  held?: CgroupHeld;
  used: ContainerUse;
}

interface ViewQuery {
  pid: number;
  containerId: string;
  procRoot?: string | undefined;
  mountPrefix?: string | undefined;
}

/**
 * Before it becomes the program, the first process is the OCI runtime's own: it is not yet confined
 * as the program will be (runc installs the seccomp filter just before it calls execve).
 */
const RUNTIME_INIT = /^(runc:\[|crun$|youki:)/;

/** `not-begun`: it is still the OCI runtime's own process. `ended`: it is not there, or ended meanwhile. */
export function readKernelView(query: ViewQuery): KernelView | 'not-begun' | 'ended' {
  const { pid, procRoot = '/proc' } = query;
  const process = `${procRoot}/${pid}`;
  const seen = whileItLives(pid, procRoot, () => {
    if (RUNTIME_INIT.test(nameOf(process))) return 'not-begun' as const;
    const walls = readProcessWalls(pid, { procRoot });
    if (walls === undefined) return 'ended' as const;
    const mountinfo = readText(`${process}/mountinfo`);
    const mounts = mountinfo === undefined ? undefined : visible(parseMounts(mountinfo));
    return known<KernelView>({
      walls,
      mounts,
      hostMounts: parseMounts(readText(`${procRoot}/self/mountinfo`) ?? ''),
      deviceNodes: mounts === undefined ? undefined : readDeviceNodes(process, mounts),
      deviceRules: readDeviceRules(pid, procRoot, query.mountPrefix),
      interfaces: readInterfaces(process),
      held: readCgroupHeld(cgroupQuery(query)),
      used: readUse({ ...cgroupQuery(query), hasOwnNetwork: hasOwnNetwork(walls) }),
    });
  });
  return seen ?? 'ended';
}

function hasOwnNetwork({ namespaces }: ProcessWalls): boolean {
  return namespaces.some(({ name, isHost }) => name === 'net' && isHost === false);
}

function nameOf(process: string): string {
  return parseStatus(readText(`${process}/status`) ?? '').name ?? '';
}

function visible(mounts: readonly Mount[]): Mount[] {
  return [...new Map(mounts.map((mount) => [mount.mountPoint, mount])).values()];
}

function cgroupQuery({ pid, containerId, procRoot, mountPrefix }: ViewQuery) {
  return {
    pid,
    containerId,
    ...(procRoot === undefined ? {} : { procRoot }),
    ...(mountPrefix === undefined ? {} : { mountPrefix }),
  };
}
