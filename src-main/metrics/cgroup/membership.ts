/** Where a process sits in one hierarchy. */
export interface Membership {
  /** Empty for the unified (v2) hierarchy. */
  controllers: string[];
  /** As seen from the reader's cgroup namespace: `/docker/<id>`, or `/../..` when outside of it. */
  path: string;
}

/** The lines of /proc/PID/cgroup (man cgroups(7)): `4:memory:/docker/<id>`, unified `0::/a.slice/b.scope`. */
export function parseMemberships(cgroup: string): Membership[] {
  const memberships: Membership[] = [];
  for (const line of cgroup.split('\n')) {
    const match = /^\d+:([^:]*):(\/.*)$/.exec(line);
    if (match === null) continue;
    const controllers = match[1] === '' ? [] : (match[1] ?? '').split(',');
    // The kernel appends this when the cgroup was removed while the process still sits in it.
    const path = (match[2] ?? '/').replace(/ \(deleted\)$/, '');
    memberships.push({ controllers, path });
  }
  return memberships;
}
