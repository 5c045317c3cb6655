import { describe, expect, it } from 'vitest';
import { locateCgroup } from '../../../../src-main/metrics/cgroup/locate.js';
import { CGROUP2_PID, DEFAULT_PID, makeTree, put, rootsOf } from '../kernel-files.js';

const ID = '0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef';
const V1 = (root: string, at: string) =>
  `35 31 0:32 ${root} ${at} rw,relatime - cgroup cgroup rw,memory\n`;
const V2 = (root: string, at: string) =>
  `33 24 0:28 ${root} ${at} rw,nosuid - cgroup2 cgroup2 rw,nsdelegate\n`;

function tree(mountinfo: string, ofPid: string, cgroups: string[], own = '0::/\n'): string {
  const files: Record<string, string> = {
    'proc/self/mountinfo': mountinfo,
    'proc/self/cgroup': own,
    'proc/7/cgroup': ofPid,
  };
  for (const path of cgroups) files[`${path}/cgroup.procs`] = '7\n';
  return makeTree(files);
}
const locate = (
  root: string,
  query: { pid?: number; containerId?: string; cgroupParent?: string },
) => locateCgroup({ ...query, procRoot: `${root}/proc`, mountPrefix: root });

describe('locating a cgroup by its process', () => {
  it('finds the directory of every version 1 controller of a real container', () => {
    const found = locateCgroup({ pid: DEFAULT_PID, ...rootsOf('docker-default') });
    expect(found?.version).toBe(1);
    const directories = found?.version === 1 ? found.directories : {};
    expect(Object.keys(directories).sort()).toEqual(['blkio', 'cpu', 'cpuacct', 'memory', 'pids']);
    expect(directories.memory).toMatch(/\/sys\/fs\/cgroup\/memory\/docker\/[0-9a-f]{64}$/);
  });

  it('finds the unified directory where there is only version 2', () => {
    const roots = rootsOf('docker-cgroup2');
    const found = locateCgroup({ pid: CGROUP2_PID, ...roots });
    const prefix = `${roots.mountPrefix}/sys/fs/cgroup/system.slice/docker-`;
    expect(found?.version === 2 && found.directory.startsWith(prefix)).toBe(true);
  });

  it('takes two controllers that share one hierarchy', () => {
    const mounts = '33 31 0:30 / /cg/cpu,cpuacct rw - cgroup cgroup rw,cpu,cpuacct\n';
    const root = tree(mounts, '3:cpu,cpuacct:/a\n', ['cg/cpu,cpuacct/a']);
    const directory = `${root}/cg/cpu,cpuacct/a`;
    const directories = { cpu: directory, cpuacct: directory };
    expect(locate(root, { pid: 7 })).toEqual({ version: 1, directories });
  });

  it('prefers version 1 on a hybrid machine, where the unified tree has no controllers', () => {
    const root = tree(V2('/', '/cg/unified') + V1('/', '/cg/memory'), '4:memory:/a\n0::/a\n', [
      'cg/unified/a',
      'cg/memory/a',
    ]);
    expect(locate(root, { pid: 7 })?.version).toBe(1);
  });

  it('takes the offset of a mount that shows only a part of the hierarchy', () => {
    const root = tree(V1('/docker/outer', '/cg/memory'), '4:memory:/docker/outer/inner\n', [
      'cg/memory/inner',
    ]);
    const directories = { memory: `${root}/cg/memory/inner` };
    expect(locate(root, { pid: 7 })).toEqual({ version: 1, directories });
  });

  it('does not follow a path that lies above our own cgroup namespace', () => {
    const root = tree(V2('/', '/cg'), '0::/../other\n', ['cg/other', 'other']);
    expect(locate(root, { pid: 7 })).toBeUndefined();
  });

  it('reads mount points with spaces in them', () => {
    const root = tree(V2('/', '/my\\040cg'), '0::/a\n', ['my cg/a']);
    expect(locate(root, { pid: 7 })).toEqual({ version: 2, directory: `${root}/my cg/a` });
  });

  it('is undefined where nothing is mounted, and for a process that is not there', () => {
    expect(locate(tree('', '0::/a\n', ['cg/a']), { pid: 7 })).toBeUndefined();
    expect(locate(tree(V2('/', '/cg'), '0::/a\n', ['cg/a']), { pid: 8 })).toBeUndefined();
  });
});

describe('locating a cgroup by its container', () => {
  it("climbs from a process in a child cgroup to the container's own", () => {
    const scope = `system.slice/docker-${ID}.scope`;
    const paths = [`cg/${scope}`, `cg/${scope}/init.scope`];
    const root = tree(V2('/', '/cg'), `0::/${scope}/init.scope\n`, paths);
    const found = locate(root, { pid: 7, containerId: ID });
    expect(found).toEqual({ version: 2, directory: `${root}/cg/${scope}` });
  });

  it('stays in the cgroup that crun makes inside the scope, because the limits are there', () => {
    const scope = `machine.slice/libpod-${ID}.scope`;
    const paths = [`cg/${scope}`, `cg/${scope}/container`, `cg/${scope}/container/init.scope`];
    const root = tree(V2('/', '/cg'), `0::/${scope}/container/init.scope\n`, paths);
    const inside = { version: 2, directory: `${root}/cg/${scope}/container` };
    expect(locate(root, { pid: 7, containerId: ID })).toEqual(inside);
    expect(locate(root, { containerId: ID })).toEqual(inside);
  });

  it('waits while a scope is empty: crun has not yet made what is inside it', () => {
    const scope = `cg/machine.slice/libpod-${ID}.scope`;
    const root = tree(V2('/', '/cg'), '0::/\n', [scope]);
    put(root, `${scope}/cgroup.procs`, '');
    expect(locate(root, { containerId: ID })).toBeUndefined();
  });

  it("refuses a process's cgroup that is not the container's: its numbers would be others'", () => {
    const root = tree(V2('/', '/cg'), '0::/user.slice\n', ['cg/user.slice']);
    expect(locate(root, { pid: 7, containerId: ID })).toBeUndefined();
  });

  it.each([
    `docker/${ID}`,
    `system.slice/docker-${ID}.scope`,
    `machine.slice/libpod-${ID}.scope`,
    `libpod_parent/libpod-${ID}`,
    `user.slice/user-1000.slice/user@1000.service/user.slice/docker-${ID}.scope`,
    `user.slice/user-1000.slice/user@1000.service/user.slice/libpod-${ID}.scope`,
  ])('finds %s without any process', (path) => {
    const root = tree(V2('/', '/cg'), '', [`cg/${path}`]);
    const found = locate(root, { containerId: ID });
    expect(found).toEqual({ version: 2, directory: `${root}/cg/${path}` });
  });

  it("finds a container below the engine's own cgroup parent", () => {
    const root = tree(V1('/', '/cg'), '', [`cg/my/parent/${ID}`]);
    const found = locate(root, { containerId: ID, cgroupParent: '/my/parent' });
    expect(found).toEqual({ version: 1, directories: { memory: `${root}/cg/my/parent/${ID}` } });
  });

  it('finds the containers of an engine that runs inside a container', () => {
    const path = `outer/docker/${ID}`;
    const root = tree(V1('/', '/cg'), '', [`cg/${path}`], '4:memory:/outer\n');
    const found = locate(root, { containerId: ID });
    expect(found).toEqual({ version: 1, directories: { memory: `${root}/cg/${path}` } });
  });
});
