import type { GuestProfile, ImportGroup } from '../../src-main/contract/index.js';

const MIB = 1024 ** 2;

const group = (id: ImportGroup['id'], title: string, names: string[], calls = 0): ImportGroup => ({
  id,
  title,
  imports: names.map((name, at) => ({
    module: 'wasi_snapshot_preview1',
    name,
    kind: 'function',
    granted: true,
    calls: at === 0 ? calls : 0,
  })),
});

/** mandelbrot.wasm in wasmtime, with one directory and no fuel. */
export function fakeGuest(): GuestProfile {
  return {
    runtime: 'wasmtime',
    module: {
      kind: 'module',
      path: '/home/ada/programs/mandelbrot.wasm',
      sha256: '3f1c5a9e0b7d4c2f8e6aa9e23f1c5a9e0b7d4c2f8e6aa9e23f1c5a9e0b7d4c2f',
      sizeBytes: 184_320,
      name: 'mandelbrot',
      memories: [
        {
          initialBytes: 17 * 65_536,
          maximumBytes: 256 * MIB,
          is64Bit: false,
          isShared: false,
          isImported: false,
        },
      ],
      tables: [{ elementType: 'funcref', minimum: 44, maximum: 44, isImported: false }],
      hasStartFunction: false,
      importGroups: [
        group('files', 'Files', ['path_open', 'fd_prestat_get', 'fd_prestat_dir_name'], 2),
        group('standard-streams', 'Standard streams', ['fd_write', 'fd_read'], 412),
        group('clocks', 'Clocks', ['clock_time_get'], 9),
        group('process', 'Process', ['proc_exit']),
        {
          id: 'host-functions',
          title: 'Host functions',
          imports: [{ module: 'env', name: 'log_line', kind: 'function', granted: false }],
        },
      ],
      exports: [
        { name: 'memory', kind: 'memory' },
        { name: '_start', kind: 'function' },
      ],
      exportCount: 2,
      importCount: 8,
      customSections: [
        { name: 'name', sizeBytes: 12_408 },
        { name: 'producers', sizeBytes: 71 },
      ],
      producers: ['clang 19.1.5'],
      languages: ['C11'],
      targetFeatures: ['mutable-globals', 'sign-ext', 'bulk-memory'],
    },
    grants: {
      directories: [{ hostPath: '/home/ada/data', guestPath: '/data', rights: 'read-only' }],
      environmentNames: ['LANG'],
      args: ['--width', '4096'],
      network: 'none',
    },
    limits: [
      {
        name: 'memory',
        unit: 'bytes',
        declared: 256 * MIB,
        effective: 256 * MIB,
        now: 64 * MIB,
        heldBy: 'the module’s maximum',
      },
      { name: 'fuel', unit: 'fuel', declared: 'unlimited' },
    ],
    hostProcess: {
      pid: 4010,
      executable: '/usr/local/bin/wasmtime',
      namespaces: (['mnt', 'pid', 'net', 'ipc', 'uts', 'user', 'cgroup', 'time'] as const).map(
        (name, at) => ({ name, inode: 4_026_531_835 + at, isHost: true }),
      ),
      capabilities: {
        effective: [],
        permitted: [],
        inheritable: [],
        bounding: ['CHOWN'],
        ambient: [],
      },
      seccomp: { mode: 'off' },
      noNewPrivileges: false,
      uid: 1000,
      gid: 1000,
    },
  };
}
