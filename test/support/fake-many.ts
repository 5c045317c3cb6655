import type {
  EngineInfo,
  Enforcer,
  LimitName,
  RuntimeInfo,
} from '../../src-main/contract/index.js';

/** A machine that has about everything: engines, runtimes in all their modes, and what is not here. */
export const MANY_ENGINES: EngineInfo[] = [
  {
    id: 'docker',
    name: 'Docker',
    version: '28.2.2',
    address: 'unix:///var/run/docker.sock',
    local: true,
    available: true,
  },
  {
    id: 'podman',
    name: 'Podman',
    version: '5.4.2',
    address: 'unix:///run/user/1000/podman/podman.sock',
    local: true,
    available: true,
  },
  {
    id: 'containerd',
    name: 'Docker (context build-farm)',
    address: 'ssh://ada@build-farm.example.org',
    local: false,
    available: false,
    why: 'build-farm.example.org does not answer: the connection was refused.',
    hint: 'Start the machine, or remove the context with `docker context rm build-farm`.',
  },
];

type Held = Record<LimitName, [Enforcer, string]>;

const LAB_ONLY: Held = {
  memory: ['module-maximum', 'the lab lowers the memory maximum in a copy of the module'],
  cpus: ['cgroup', 'a cgroup that the lab makes around the process (cpu.max)'],
  pids: ['interface', 'WASI preview 1 has no call that makes a process'],
  time: ['lab-kill', 'the lab ends the process'],
  fuel: ['none', 'none'],
};

const WASMTIME: Held = {
  ...LAB_ONLY,
  memory: ['engine-flag', 'refuses growth beyond it (-W max-memory-size)'],
  time: ['engine-flag', 'interrupts the guest (-W timeout); code is compiled with checks for it'],
  fuel: ['engine-flag', 'counts instructions (-W fuel); code is compiled with counters for it'],
};

const CONTAINER: Held = {
  memory: ['cgroup', 'cgroup v2 memory limit (memory.max), swap included'],
  cpus: ['cgroup', 'CPU quota (cgroup v2 cpu.max)'],
  pids: ['cgroup', 'cgroup v2 pids.max'],
  time: ['lab-kill', 'the lab ends it (SIGKILL)'],
  fuel: ['none', 'none'],
};

const SYMLINKS =
  'It follows symbolic links out of a granted directory: do not grant one to a module you do not trust.';

function held(limits: Held): Pick<RuntimeInfo, 'limits' | 'heldBy'> {
  const each = <T>(pick: (one: [Enforcer, string]) => T): Record<LimitName, T> => ({
    memory: pick(limits.memory),
    cpus: pick(limits.cpus),
    pids: pick(limits.pids),
    time: pick(limits.time),
    fuel: pick(limits.fuel),
  });
  return { limits: each(([, how]) => how), heldBy: each(([by]) => by) };
}

function container(engine: string, oci: string, version: string): RuntimeInfo {
  return {
    id: `${engine.toLowerCase()}:${oci}`,
    kind: 'container',
    name: `${engine}, ${oci}`,
    version: `${engine === 'Docker' ? '28.2.2' : '5.4.2'}, ${oci} ${version}`,
    available: true,
    ...held(CONTAINER),
    grants: {
      directories: 'bind mounts, read-write or read-only',
      environment: 'environment of the process',
      arguments: 'arguments of the process',
      network: 'network namespace of its own; none by default, or a network of the engine',
      stdin: 'a file through the attached standard input',
    },
    notes:
      engine === 'Docker'
        ? ['A twin without a network starts in about half the time of docker run --network none.']
        : [],
  };
}

interface Wasm extends Partial<RuntimeInfo> {
  id: string;
  name: string;
  by?: Held;
}

function wasm({ by = LAB_ONLY, ...given }: Wasm): RuntimeInfo {
  return {
    kind: 'wasm',
    available: true,
    ...held(by),
    grants: {
      directories: 'preopens of WASI; read-only ones too',
      environment: 'only the variables that are given',
      arguments: 'as given',
      network: 'none',
      stdin: 'a file, or nothing',
    },
    notes: [],
    takesPath: true,
    ...given,
  };
}

function absent(id: string, name: string, program: string, hint: string): RuntimeInfo {
  const why = `No program called ${program} was found.`;
  return wasm({ id, name, available: false, why, hint, grants: {}, by: NOBODY });
}

const NOBODY: Held = {
  memory: ['none', 'none'],
  cpus: ['none', 'none'],
  pids: ['none', 'none'],
  time: ['none', 'none'],
  fuel: ['none', 'none'],
};

const HOME = '/home/ada';
const wasmtime = {
  version: '48.0.0',
  path: `${HOME}/.cache/paralelo/runtimes/wasmtime/bin/wasmtime`,
};
const wasmer = { version: '7.1.0', path: `${HOME}/.wasmer/bin/wasmer` };
const wazero = { version: '1.12.0', path: `${HOME}/go/bin/wazero`, notes: [SYMLINKS] };

export const MANY_RUNTIMES: RuntimeInfo[] = [
  container('Docker', 'runc', '1.2.6'),
  container('Docker', 'crun', '1.21'),
  {
    ...container('Docker', 'runsc', ''),
    available: false,
    why: 'Docker lists runsc, but its program is not there.',
    hint: 'Install gVisor, or take runsc out of the configuration of Docker.',
  },
  container('Podman', 'crun', '1.21'),
  container('Podman', 'runc', '1.2.6'),
  wasm({
    id: 'v8',
    name: 'V8',
    version: '12.4.254.21',
    by: {
      ...LAB_ONLY,
      memory: ['v8-flag', 'V8 refuses to grow the linear memory beyond it (--wasm-max-mem-pages)'],
    },
    notes: [
      'Each guest runs in a process of its own, which the lab can kill at any time.',
      'node:wasi follows symbolic links out of a granted directory: do not grant one to a module you do not trust.',
      'V8 compiles functions at their first call: the compile phase does not include them.',
    ],
    takesPath: false,
  }),
  wasm({
    id: 'browser',
    name: 'Browser',
    version: 'Chromium 138',
    mode: 'V8 in a Web Worker of this window',
    by: { ...LAB_ONLY, cpus: ['none', 'none'], memory: ['none', 'none'] },
    takesPath: false,
  }),
  wasm({
    id: 'wasmtime',
    name: 'Wasmtime',
    mode: 'Cranelift, compiled at each start',
    by: WASMTIME,
    ...wasmtime,
  }),
  wasm({
    id: 'wasmtime:aot',
    name: 'Wasmtime aot',
    mode: 'Cranelift, compiled ahead of time',
    by: WASMTIME,
    ...wasmtime,
  }),
  wasm({
    id: 'wasmtime:winch',
    name: 'Wasmtime winch',
    mode: 'Winch, one pass',
    by: { ...WASMTIME, fuel: LAB_ONLY.fuel },
    ...wasmtime,
  }),
  wasm({
    id: 'wasmtime:pulley',
    name: 'Wasmtime pulley',
    mode: 'Pulley, interpreted',
    by: WASMTIME,
    ...wasmtime,
  }),
  wasm({ id: 'wasmer', name: 'Wasmer', mode: 'Cranelift, compiled at each start', ...wasmer }),
  wasm({
    id: 'wasmer:singlepass',
    name: 'Wasmer singlepass',
    mode: 'Singlepass, compiled at each start',
    ...wasmer,
  }),
  wasm({
    id: 'wasmer:aot',
    name: 'Wasmer aot',
    mode: 'Cranelift, compiled ahead of time',
    ...wasmer,
  }),
  wasm({ id: 'wazero', name: 'wazero', mode: 'compiled at each start', ...wazero }),
  wasm({
    id: 'wazero:cached',
    name: 'wazero cached',
    mode: 'compiled once, then from its cache',
    ...wazero,
  }),
  wasm({ id: 'wazero:interpreter', name: 'wazero interpreter', mode: 'interpreted', ...wazero }),
  absent('wasmedge', 'WasmEdge', 'wasmedge', 'On Debian 13: `sudo apt-get install wasmedge`.'),
  absent('wamr', 'WAMR', 'iwasm', 'Build `iwasm` from its sources, then set its path here.'),
  wasm({
    id: 'wasm3',
    name: 'wasm3',
    version: '0.5.0',
    mode: 'interpreted',
    path: '/opt/a-folder-with-a-long-name/of-somebody-who-builds-everything/wasm3/build/release/wasm3',
    grants: {
      directories: 'always the current one',
      environment: 'none',
      arguments: 'as given',
      network: 'none',
      stdin: 'a file, or nothing',
    },
    notes: [
      'There is no sandbox for files: it opened `../../../etc/passwd` without any grant.',
      'A file of the lab’s own folder is all that it should see: never run what you do not trust.',
    ],
  }),
  wasm({
    id: 'wabt',
    name: 'wabt',
    version: '1.0.41',
    mode: 'interpreted',
    path: '/usr/local/bin/wasm-interp',
    notes: [SYMLINKS],
  }),
  absent('bun', 'Bun', 'bun', '`npm run runtimes -- install bun`, or bun.sh.'),
  absent('lucet', 'Lucet', 'lucet-wasi', 'It is retired: Wasmtime succeeded it.'),
];
