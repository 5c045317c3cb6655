import { existsSync } from 'node:fs';

/** Version 2 does not tell which devices it allows. */
const HAS_CGROUP_1 = existsSync('/sys/fs/cgroup/devices/devices.list');

/** What each way of starting a container must show beside what other programs see. */
export const WAYS: { name: string; host: object; config?: object; shows: object }[] = [
  {
    name: 'without options',
    host: {},
    shows: {
      isPrivileged: false,
      ociRuntime: 'runc',
      restartPolicy: 'no',
      capabilities: { beyondDefault: [], belowDefault: [] },
      seccomp: { declared: 'default', effective: { mode: 'filter' } },
      noNewPrivileges: { declared: false, effective: false },
      user: { insideUid: 0, outsideUid: 0 },
      rootFilesystem: { declared: 'writable', effective: 'writable' },
      devices: { declared: [], effective: [] },
      network: { mode: 'none', publishedPorts: [] },
    },
  },
  {
    // A host may itself lack a capability, and then refuses `--privileged` as a whole.
    name: 'with all that --privileged gives',
    host: {
      CapAdd: ['ALL'],
      CapDrop: ['SYS_RESOURCE'],
      SecurityOpt: ['seccomp=unconfined'],
      MaskedPaths: [],
      ReadonlyPaths: [],
    },
    shows: {
      seccomp: { declared: 'unconfined', effective: { mode: 'off' } },
      maskedPaths: { declared: [], effective: [] },
      readOnlyPaths: { declared: [], effective: [] },
    },
  },
  { name: 'with the processes of the host', host: { PidMode: 'host' }, shows: {} },
  {
    name: 'with the network of the host',
    host: { NetworkMode: 'host' },
    shows: { network: { mode: 'host' } },
  },
  { name: 'with the IPC of the host', host: { IpcMode: 'host' }, shows: {} },
  { name: 'with the name of the host', host: { UTSMode: 'host' }, shows: {} },
  {
    name: 'with a read-only root',
    host: { ReadonlyRootfs: true },
    shows: { rootFilesystem: { declared: 'read-only', effective: 'read-only' } },
  },
  {
    name: 'with other capabilities',
    host: { CapDrop: ['NET_RAW', 'MKNOD'], CapAdd: ['SYS_TIME', 'NET_ADMIN'] },
    shows: {
      capabilities: {
        beyondDefault: ['NET_ADMIN', 'SYS_TIME'],
        belowDefault: ['NET_RAW', 'MKNOD'],
      },
    },
  },
  {
    name: 'without seccomp',
    host: { SecurityOpt: ['seccomp=unconfined'] },
    shows: { seccomp: { declared: 'unconfined', effective: { mode: 'off' } } },
  },
  {
    name: 'with a seccomp profile of one’s own',
    host: { SecurityOpt: ['seccomp={"defaultAction":"SCMP_ACT_ALLOW"}'] },
    shows: { seccomp: { declared: 'custom' } },
  },
  {
    name: 'without new privileges',
    host: { SecurityOpt: ['no-new-privileges'] },
    shows: { noNewPrivileges: { declared: true, effective: true } },
  },
  {
    name: 'as user 1000 in a group more',
    host: { GroupAdd: ['44'] },
    config: { User: '1000:1000' },
    shows: {
      user: { declared: '1000:1000', insideUid: 1000, outsideUid: 1000, groups: [44, 1000] },
      capabilities: { beyondDefault: [] },
    },
  },
  {
    name: 'with its system paths open',
    host: { MaskedPaths: [], ReadonlyPaths: [] },
    shows: { maskedPaths: { effective: [] }, readOnlyPaths: { effective: [] } },
  },
  {
    name: 'with devices of the host',
    host: {
      Devices: [
        { PathOnHost: '/dev/fuse', PathInContainer: '/dev/fuse', CgroupPermissions: 'rwm' },
        { PathOnHost: '/dev/kmsg', PathInContainer: '/dev/log/kmsg', CgroupPermissions: 'r' },
      ],
    },
    shows: {
      devices: {
        declared: [
          { hostPath: '/dev/fuse', path: '/dev/fuse', rights: 'rwm' },
          { hostPath: '/dev/kmsg', path: '/dev/log/kmsg', rights: 'r' },
        ],
        effective: ['/dev/fuse', '/dev/log/kmsg'],
        ...(HAS_CGROUP_1 ? { allowed: ['c 1:11 r', 'c 10:229 rwm'] } : {}),
      },
    },
  },
  {
    name: 'by crun',
    host: { Runtime: 'crun', SecurityOpt: ['no-new-privileges'], CapDrop: ['ALL'] },
    shows: {
      ociRuntime: 'crun',
      noNewPrivileges: { effective: true },
      capabilities: { declared: [], effective: { effective: [], bounding: [] }, beyondDefault: [] },
    },
  },
  {
    name: 'with ulimits',
    host: { Ulimits: [{ Name: 'nofile', Soft: 512, Hard: 1024 }] },
    shows: { ulimits: { declared: [{ name: 'Max open files', soft: 512, hard: 1024 }] } },
  },
];
