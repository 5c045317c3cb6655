import { realpathSync, statSync } from 'node:fs';
import type { Exposure } from '../../contract/index.js';

/** Who can write to one of these commands the engine, and with it the machine. */
const ENGINE_SOCKET =
  /\/(docker|podman|containerd|crio|dockershim|buildkitd|balena-engine|cri-dockerd)\.sock(\.raw)?$/;

/** With all that is below. */
const SYSTEM_TREES = [
  ...['/etc', '/boot', '/usr', '/bin', '/sbin', '/lib', '/lib32', '/lib64', '/libx32'],
  ...['/var/lib/docker', '/var/lib/containers', '/var/lib/containerd', '/var/lib/kubelet'],
  ...['/var/lib/rancher', '/var/lib/systemd', '/var/lib/dpkg', '/var/lib/rpm', '/var/spool/cron'],
];
/** Only as a whole: what is below is data of somebody's, as a rule. */
const SYSTEM_FOLDERS = /^\/(root|home|run|var|var\/(lib|log|run|spool)|opt|srv|mnt|media|private)$/;
/** Of a user: what lets one act as that user elsewhere, and the whole of it. */
const PERSONAL =
  /^\/(root|home\/[^/]+)\/\.(ssh|gnupg|docker|kube|aws|azure|config|netrc|git-credentials)(\/|$)|^\/home\/[^/]+$/;
/** Read by programs everywhere, and telling nothing. */
const HARMLESS =
  /^\/(etc\/(localtime|timezone|hosts|hostname|resolv\.conf|nsswitch\.conf|ssl\/certs|ca-certificates|os-release)|usr\/share|usr\/lib\/os-release|dev\/(shm|mqueue|null|zero|random|urandom))(\/|$)/;

/** What of the host a path of it shows to whoever gets it. `isHere`: the path is one of this machine and can be looked at. */
export function exposureOf(hostPath: string, isHere: boolean): Exposure {
  const path = isHere ? realPath(hostPath) : hostPath;
  // Of most machines /var/run is a link to /run.
  const plain = path.replace(/^\/var\/run(?=\/|$)/, '/run').replace(/(?<=.)\/+$/, '');
  if (ENGINE_SOCKET.test(plain) || ENGINE_SOCKET.test(hostPath)) return 'engine-socket';
  if (plain === '/') return 'host-root';
  if (HARMLESS.test(plain)) return 'host-directory';
  if (isBelow(plain, '/proc')) return 'host-proc';
  if (isBelow(plain, '/sys')) return 'host-sys';
  if (isBelow(plain, '/dev')) return 'host-devices';
  if (isSystem(plain)) return 'host-system-directory';
  return plain.endsWith('.sock') || (isHere && isSocket(path)) ? 'socket' : 'host-directory';
}

function isSystem(path: string): boolean {
  const isTree = SYSTEM_TREES.some((tree) => isBelow(path, tree));
  return isTree || SYSTEM_FOLDERS.test(path) || PERSONAL.test(path);
}

function isBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

function isSocket(path: string): boolean {
  try {
    return statSync(path).isSocket();
  } catch {
    return false;
  }
}
