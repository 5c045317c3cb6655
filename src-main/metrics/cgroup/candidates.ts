/**
 * Where engines put a container's cgroup, relative to a hierarchy's root, for when no process can be
 * asked. Docker and containerd with the cgroupfs driver use `<parent>/<id>`, with systemd
 * `<slice>/docker-<id>.scope`; Podman `libpod-<id>.scope` or `libpod_parent/libpod-<id>`.
 */
export function candidatePaths(
  containerId: string,
  ownPath: string,
  cgroupParent: string | undefined,
): string[] {
  const names = [`docker-${containerId}.scope`, `libpod-${containerId}.scope`];
  const parents = cgroupParent === undefined ? [] : [cgroupParent];
  const uids = [...new Set([process.getuid?.() ?? 0, 1000])];
  const userSlices = uids.flatMap((uid) => {
    const service = `user.slice/user-${String(uid)}.slice/user@${String(uid)}.service`;
    return [`${service}/user.slice`, `${service}/app.slice`];
  });
  const paths = [
    ...parents.flatMap((parent) => [containerId, ...names].map((name) => `${parent}/${name}`)),
    `docker/${containerId}`,
    `system.slice/docker-${containerId}.scope`,
    `machine.slice/libpod-${containerId}.scope`,
    `libpod_parent/libpod-${containerId}`,
    ...userSlices.flatMap((slice) => names.map((name) => `${slice}/${name}`)),
    // An engine inside a container: its cgroups hang below our own.
    `${ownPath}/docker/${containerId}`,
    `${ownPath}/libpod_parent/libpod-${containerId}`,
  ];
  return paths
    .flatMap((path) => (path.endsWith('.scope') ? [`${path}/${CRUN_SUBGROUP}`, path] : [path]))
    .map((path) => `/${path}`.replace(/\/+/g, '/'));
}

/**
 * With systemd, crun makes this cgroup in the container's scope and holds the limits there: the scope itself has none
 * (crun(1), `run.oci.systemd.subgroup`).
 */
const CRUN_SUBGROUP = 'container';

/**
 * `/docker/<id>/init.scope` -> `/docker/<id>`, and `…/libpod-<id>.scope/container/init.scope` -> `…/container`;
 * undefined when the id is nowhere in the path.
 */
export function pathOfContainer(path: string, containerId: string): string | undefined {
  const at = path.indexOf(containerId);
  if (at < 0) return undefined;
  const [scope = '', below] = path.slice(at).split('/');
  const own = path.slice(0, at) + scope;
  return below === CRUN_SUBGROUP && scope.endsWith('.scope') ? `${own}/${below}` : own;
}
