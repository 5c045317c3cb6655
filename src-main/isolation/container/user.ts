import type { ContainerProfile, ProcessWalls } from '../../contract/index.js';
import { known } from '../../metrics/files/kernel-text.js';
import { mappedInside } from '../../metrics/proc/uid-map.js';
import type { Inspect } from '../inspect.js';

/** Who it is inside and outside: a user namespace may map root inside to somebody who is nobody outside. */
export function userOf(
  document: Inspect | undefined,
  walls: ProcessWalls | undefined,
): ContainerProfile['user'] {
  const declared = document?.Config.User;
  const { uid, gid, groups, uidMap, gidMap } = walls ?? {};
  const inside = uid === undefined || uidMap === undefined ? undefined : mappedInside(uidMap, uid);
  return known<ContainerProfile['user']>({
    declared: declared === '' ? undefined : declared,
    insideUid: inside,
    outsideUid: uid,
    outsideGid: gid,
    groups,
    uidMap,
    gidMap,
  });
}
