import type { Instance, InstanceOrigin, IsolationBadge } from '../../src-main/contract/index.js';

/** How one of the pretended instances behaves. */
export interface FakeInstance {
  view: Instance;
  /** Percent of one core, in the middle. */
  cpuPercent: number;
  memoryBytes: number;
  limitBytes?: number;
  /** Bytes a second. */
  rx: number;
  written: number;
  pids: number;
}

const MIB = 1024 ** 2;
const HOUR_MS = 3_600_000;
export const FAKE_EPOCH_MS = Date.parse('2026-01-01T00:00:00Z');
const hoursAgo = (hours: number): string => new Date(FAKE_EPOCH_MS - hours * HOUR_MS).toISOString();
const hex = (seed: number): string =>
  Array.from({ length: 8 }, (_, at) =>
    ((seed + 1) * 2654435761 + at * 40503).toString(16).slice(-8).padStart(8, '0'),
  )
    .join('')
    .slice(0, 64);

type Part = Partial<Instance> & { name: string };

function container(seed: number, part: Part, numbers: Partial<FakeInstance> = {}): FakeInstance {
  const state = part.state ?? 'running';
  return {
    view: {
      id: hex(seed),
      kind: 'container',
      engine: 'docker',
      runtime: 'docker:runc',
      program: `${part.name}:latest`,
      args: [],
      state,
      ...(state !== 'created' && { startedAtIso: hoursAgo(3 + seed * 7) }),
      isProtected: false,
      isOfLab: false,
      actions: state === 'running' ? ['stop', 'restart', 'pause', 'kill'] : ['start', 'remove'],
      ...part,
    },
    cpuPercent: 2,
    memoryBytes: 60 * MIB,
    rx: 2000,
    written: 0,
    pids: 4,
    ...numbers,
  };
}

function wasm(seed: number, part: Part, numbers: Partial<FakeInstance> = {}): FakeInstance {
  const made = container(seed, { runtime: 'wasmtime', ...part }, { rx: -1, pids: 1, ...numbers });
  const view = { ...made.view };
  delete view.engine;
  const pid = 4000 + seed;
  return {
    ...made,
    view: {
      ...view,
      kind: 'wasm',
      id: `${String(pid)}-88${String(seed)}`,
      pid,
      actions: ['stop', 'kill'],
    },
  };
}

const OPEN: IsolationBadge = {
  level: 'open',
  reasons: ['every device of the host', '41 capabilities', 'no seccomp filter'],
};
const PARTLY: IsolationBadge = { level: 'partly', reasons: ['no limit of memory'] };
const CLOSED: IsolationBadge = { level: 'closed', reasons: [] };

const shop = (service: string): Partial<Instance> => ({ project: 'shop', service });

/** Ten containers and three Wasm processes, each with something of its own. */
export const THIRTEEN: readonly FakeInstance[] = [
  container(
    0,
    {
      name: 'shop-web-1',
      program: 'nginx:1.27-alpine',
      health: 'healthy',
      badge: CLOSED,
      ...shop('web'),
    },
    { cpuPercent: 4, memoryBytes: 38 * MIB, limitBytes: 128 * MIB, rx: 1_400_000, pids: 9 },
  ),
  container(
    1,
    {
      name: 'shop-api-1',
      program: 'registry.example.com/platform/checkout/api-server:2026.03.1-build.4711',
      health: 'healthy',
      badge: PARTLY,
      ...shop('api'),
    },
    { cpuPercent: 137, memoryBytes: 412 * MIB, limitBytes: 512 * MIB, rx: 640_000, pids: 23 },
  ),
  container(
    2,
    {
      name: 'shop-db-1',
      program: 'postgres:16.2',
      isProtected: true,
      health: 'healthy',
      ...shop('db'),
    },
    {
      cpuPercent: 22,
      memoryBytes: 1630 * MIB,
      limitBytes: 2048 * MIB,
      written: 2_900_000,
      pids: 31,
    },
  ),
  container(
    3,
    { name: 'shop-cache-1', program: 'valkey:8', health: 'unhealthy', ...shop('cache') },
    { cpuPercent: 1.2, memoryBytes: 121 * MIB, limitBytes: 128 * MIB },
  ),
  container(
    4,
    {
      name: 'build-runner',
      program: 'gitlab/runner-helper:x86_64-v17',
      runtime: 'docker:crun',
      badge: OPEN,
    },
    { cpuPercent: 310, memoryBytes: 2900 * MIB, written: 18_000_000, pids: 118 },
  ),
  container(5, {
    name: 'reports-nightly',
    program: 'example/reports:9',
    state: 'exited',
    exitCode: 137,
    finishedAtIso: hoursAgo(5),
    restarts: 2,
  }),
  container(
    6,
    { name: 'paused-import', state: 'paused' },
    { cpuPercent: 0, memoryBytes: 88 * MIB },
  ),
  container(7, {
    name: '<img src=x onerror=alert(1)><b>bold</b>',
    program: 'evil/<script>:1',
    state: 'restarting',
    restarts: 14,
  }),
  container(
    8,
    {
      name: 'invoice\u202Egpj.exe',
      engine: 'podman',
      runtime: 'podman:crun',
      program: 'localhost/מלאי/שרת:1',
    },
    { cpuPercent: 0.4, memoryBytes: 17 * MIB, limitBytes: 64 * MIB },
  ),
  container(9, {
    name: `a-name-that-somebody-made-${'far-too-'.repeat(16)}long`,
    state: 'created',
    program: 'sha256:3f1c5a9e0b7d4c2f8e6aa9e23f1c5a9e0b7d4c2f8e6aa9e2',
  }),
  wasm(
    10,
    { name: 'mandelbrot.wasm', program: '/home/ada/programs/mandelbrot.wasm', badge: PARTLY },
    { cpuPercent: 99.6, memoryBytes: 64 * MIB, limitBytes: 64 * MIB },
  ),
  wasm(
    11,
    {
      name: 'api.wasm',
      runtime: 'spin',
      program: '/srv/apps/checkout/target/wasm32-wasip1/release/api.wasm',
    },
    { cpuPercent: 6, memoryBytes: 21 * MIB, pids: 12 },
  ),
  wasm(
    12,
    { name: 'grow.wasm', runtime: 'wazero', program: '/tmp/twins/grow.wasm', isOfLab: true },
    { cpuPercent: 44, memoryBytes: 118 * MIB, limitBytes: 256 * MIB },
  ),
];

const PROJECTS = ['shop', 'blog', 'billing', 'search', 'metrics', undefined];

/** As many as are wanted: one in five a Wasm process, one in nine stopped. */
export function manyInstances(count: number): FakeInstance[] {
  return Array.from({ length: count }, (_, at) => {
    const seed = at + 100;
    const numbers = {
      cpuPercent: (at * 37) % 90,
      memoryBytes: (8 + ((at * 53) % 400)) * MIB,
      ...(at % 3 !== 0 && { limitBytes: 512 * MIB }),
      rx: at % 4 === 0 ? 0 : (at * 7919) % 900_000,
      written: at % 5 === 0 ? (at * 104_729) % 3_000_000 : 0,
      pids: 1 + (at % 40),
    };
    const name = `worker-${String(at + 1)}`;
    if (at % 5 === 4) {
      return wasm(seed, { name: `${name}.wasm`, program: `/srv/modules/${name}.wasm` }, numbers);
    }
    const project = PROJECTS[at % PROJECTS.length];
    return container(
      seed,
      {
        name,
        program: `registry.example.com/team/${name}:1.${String(at)}`,
        ...(project !== undefined && { project, service: 'worker' }),
        ...(at % 9 === 8 && { state: 'exited', exitCode: 0, finishedAtIso: hoursAgo(1) }),
      },
      numbers,
    );
  });
}

export const FAKE_ORIGINS: readonly InstanceOrigin[] = [
  { id: 'docker', name: 'Docker', isListed: true },
  { id: 'podman', name: 'Podman', isListed: true },
  { id: 'processes', name: 'Processes', isListed: true },
];
