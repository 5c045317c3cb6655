import type {
  AppInfo,
  EngineInfo,
  Licence,
  RuntimeInfo,
  TwinInfo,
} from '../../src-main/contract/index.js';

/** The machine that the fake lab pretends to be on. */
export const INFO: AppInfo = {
  version: '0.1.0',
  shell: 'desktop',
  host: 'Electron 45.4.1',
  canPickFiles: true,
  environment: {
    kernel: '6.18.4',
    cores: 8,
    memoryBytes: 23.5 * 1024 ** 3,
    cgroupVersion: 2,
    governor: 'performance',
    os: 'Debian 12',
    arch: 'x64',
    labVersion: '0.1.0',
  },
};

export const LICENCES: Licence[] = [
  { name: 'chart.js', version: '4.5.1', licence: 'MIT', text: 'The MIT License (MIT)' },
  { name: 'tiny', version: '1.0.0', licence: 'ISC', text: '' },
];

export const ENGINES: EngineInfo[] = [
  {
    id: 'docker',
    name: 'Docker',
    version: '20.10.24+dfsg1',
    address: 'unix:///var/run/docker.sock',
    local: true,
    available: true,
  },
  {
    id: 'podman',
    name: 'Podman',
    local: true,
    available: false,
    why: 'No Podman socket was found.',
    hint: 'Start it with `systemctl --user start podman.socket`.',
  },
];

export const NO_ENGINES: EngineInfo[] = [
  {
    id: 'docker',
    name: 'Docker',
    local: true,
    available: false,
    why: 'No container engine answers on this machine.',
    hint: 'Install Docker (on Debian: `sudo apt-get install docker.io`) or start it, then look again; the Wasm lanes work without.',
  },
];

const CONTAINER_LIMITS = {
  memory: 'cgroup',
  cpus: 'cgroup quota',
  pids: 'cgroup',
  time: 'the lab ends it',
  fuel: 'none',
};
const CONTAINER_GRANTS = {
  directories: 'bind mount',
  environment: 'yes',
  arguments: 'yes',
  network: 'engine network',
  stdin: 'attach',
};

function container(id: string, version: string): RuntimeInfo {
  return {
    id,
    kind: 'container',
    name: `Docker, ${id.split(':')[1] ?? id}`,
    version: `20.10.24, ${id.split(':')[1] ?? id} ${version}`,
    available: true,
    limits: CONTAINER_LIMITS,
    grants: CONTAINER_GRANTS,
    notes: [],
  };
}

function wasm(id: string, name: string, version: string, fuel: string): RuntimeInfo {
  return {
    id,
    kind: 'wasm',
    name,
    version,
    available: true,
    limits: {
      memory: 'the module’s maximum',
      cpus: 'none',
      pids: 'the interface has no processes',
      time: 'the lab ends it',
      fuel,
    },
    grants: {
      directories: 'preopens',
      environment: 'WASI',
      arguments: 'WASI',
      network: 'none',
      stdin: 'WASI',
    },
    notes: ['node:wasi follows a symlink out of a granted directory.'],
  };
}

function absent(id: string, why: string): RuntimeInfo {
  return { ...wasm(id, id, '', 'none'), available: false, why, notes: [] };
}

const WASM: RuntimeInfo[] = [
  wasm('v8', 'V8', '12.4.254.21', 'none'),
  wasm('wasmtime', 'wasmtime', '48.0.0', '-W fuel'),
  wasm('wazero', 'wazero', '1.12.0', 'none'),
  wasm('wamr', 'WAMR', '2.4.5', 'none'),
  absent('wasmer', 'wasmer is not on the PATH: `cargo install wasmer-cli` brings it.'),
];

export const RUNTIMES: RuntimeInfo[] = [
  container('docker:runc', '1.1.5'),
  container('docker:crun', '1.8.1'),
  ...WASM,
];

export const WITHOUT_DOCKER: RuntimeInfo[] = [
  {
    ...container('docker:runc', ''),
    available: false,
    why: 'No container engine answers on this machine.',
  },
  ...WASM,
];

export const IMAGES = [
  { ref: 'alpine:3.20', engine: 'docker', sizeBytes: 7_800_000 },
  { ref: 'busybox:1.36', engine: 'docker', sizeBytes: 4_260_000 },
];

export const TWINS: TwinInfo[] = [
  {
    name: 'grow',
    title: 'Grow memory',
    summary: 'Allocates and touches memory step by step, then holds it; says when it is refused.',
    usage: 'grow --to SIZE [--step SIZE] [--pace TIME] [--hold TIME] [--no-touch] [--free]',
    exampleArgs: ['--to', '128m', '--step', '1m', '--pace', '20ms', '--hold', '1s'],
    wasmSha256: '3f1c5a9e0b7d4c2f8e6a1d3b5c7f9e0a2b4d6f8a1c3e5f7092b4d6f8a1c3e5a9e2',
    wasmBytes: 20_252,
  },
  {
    name: 'hello',
    title: 'Hello',
    summary: 'Prints one line and ends, so that what is measured is the start itself.',
    usage: 'hello [--entry-time]',
    exampleArgs: [],
    wasmSha256: '08c8cc235223263d5091c4adf8ff31706db5a111289438898ba3c3bd4850c155',
    wasmBytes: 15_254,
  },
  {
    name: 'spin',
    title: 'Spin',
    summary: 'Uses the CPU for a time, or for ever.',
    usage: 'spin --for TIME | --forever',
    exampleArgs: ['--for', '3s'],
    wasmSha256: '18c8cc235223263d5091c4adf8ff31706db5a111289438898ba3c3bd4850c156',
    wasmBytes: 16_102,
  },
  {
    name: 'sum',
    title: 'Sum',
    summary: 'A fixed computation with a printed checksum, the same everywhere.',
    usage: 'sum --n N',
    exampleArgs: ['--n', '50000000'],
    wasmSha256: '28c8cc235223263d5091c4adf8ff31706db5a111289438898ba3c3bd4850c157',
    wasmBytes: 15_998,
  },
];
