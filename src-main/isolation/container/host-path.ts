import type { Mount } from '../../metrics/proc/mountinfo.js';

/**
 * Where the host sees what a mount shows: the same file system (`device`) mounted on the host, and the mount's own root
 * below that one's. Undefined for a file system that the host has not mounted: one of the container's own.
 */
export function hostPathOf(
  { device, root }: Mount,
  hostMounts: readonly Mount[],
): string | undefined {
  const fitting = hostMounts.filter((host) => host.device === device && isBelow(root, host.root));
  // The one that shows the most of the file system; of those the first: the others are copies of it.
  const best = fitting.sort((a, b) => a.root.length - b.root.length)[0];
  if (best === undefined) return undefined;
  const rest = best.root === '/' ? root : root.slice(best.root.length);
  const path = `${best.mountPoint === '/' ? '' : best.mountPoint}${rest === '/' ? '' : rest}`;
  return path === '' ? '/' : path;
}

function isBelow(path: string, folder: string): boolean {
  return folder === '/' || path === folder || path.startsWith(`${folder}/`);
}
