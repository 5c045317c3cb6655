import type {
  Alert,
  Answers,
  Instance,
  InstanceEvent,
  LogLine,
} from '../../src-main/contract/index.js';
import { isoAt } from './fake-instance-samples.js';

const MIB = 1024 ** 2;

export const WEB: Instance = {
  id: '9f2c41d07b6e5a3380aa91c2e0f4b7d3a1c5e9f2b4d6081735acbd9e2f60718c',
  kind: 'container',
  name: 'shop-web-1',
  engine: 'docker',
  runtime: 'docker:runc',
  program: 'registry.example/shop/web:2.4.1',
  args: ['node', 'server.js', '--port', '8080'],
  state: 'running',
  health: 'healthy',
  pid: 41_207,
  startedAtIso: '2026-03-02T13:12:04.000Z',
  restarts: 2,
  project: 'shop',
  service: 'web',
  isProtected: false,
  isOfLab: false,
  actions: ['stop', 'restart', 'pause', 'kill', 'remove'],
};

export const MODULE: Instance = {
  id: '8841-3390127',
  kind: 'wasm',
  name: 'mandelbrot.wasm',
  runtime: 'wasmtime',
  program: '/home/ada/programs/mandelbrot.wasm',
  args: ['--width', '4096'],
  state: 'running',
  pid: 8841,
  startedAtIso: '2026-03-02T13:58:00.000Z',
  isProtected: false,
  isOfLab: true,
  actions: ['stop', 'kill'],
};

/** Everything that may not become more than text. */
export const HOSTILE: Instance = {
  ...WEB,
  id: 'c0ffee41d07b6e5a3380aa91c2e0f4b7d3a1c5e9f2b4d6081735acbd9e2f6071',
  name: `<img src=x onerror="alert(1)"> \u202egnp.exe\u202c ${'very-long-name-'.repeat(12)}`,
  program: `registry.example/${'deep/'.repeat(30)}<b>image</b>:latest`,
  args: ['sh', '-c', 'echo "\u001b[31m$(id)" && \u202eecho', 'x'.repeat(4000)],
  project: '\u05e9\u05dc\u05d5\u05dd <script>alert(2)</script>',
  service: 'שירות',
  state: 'exited',
  health: 'unhealthy',
  exitCode: 137,
  isOfLab: true,
  actions: ['start', 'remove'],
};

export const ALERTS: Alert[] = [
  {
    id: 'alert-1',
    rule: 'oomKill',
    instanceId: WEB.id,
    name: WEB.name,
    atIso: isoAt(89_000),
    tMs: 89_000,
    message: 'The kernel killed a process of shop-web-1: it reached its limit of 128 MiB.',
    hint: 'Raise the limit, or look for what grows in the memory chart.',
  },
  {
    id: 'alert-2',
    rule: 'memoryAbove',
    instanceId: WEB.id,
    name: WEB.name,
    atIso: isoAt(214_000),
    tMs: 214_000,
    message: 'shop-web-1 has been above 90 % of its limit (116 of 128 MiB) for 30 s.',
    hint: 'Give it more memory, or expect an OOM kill.',
  },
  {
    id: 'alert-3',
    rule: 'linearNearMaximum',
    instanceId: MODULE.id,
    name: MODULE.name,
    atIso: isoAt(228_000),
    tMs: 228_000,
    message: 'The linear memory of mandelbrot.wasm is at 95 % of its maximum of 256 MiB.',
    hint: 'Its next memory.grow may be refused: link it with a larger maximum.',
  },
];

export function fakeEvents(id: string): InstanceEvent[] {
  const at = (tMs: number, action: string, detail?: string): InstanceEvent => ({
    instanceId: id,
    atIso: isoAt(tMs),
    ...(tMs >= 0 && { tMs }),
    action,
    ...(detail !== undefined && { detail }),
  });
  return [
    at(-86_400_000 * 2, 'create'),
    at(-2_876_000, 'start'),
    at(-2_860_000, 'health', 'healthy'),
    at(88_500, 'oom'),
    at(89_200, 'die', 'exit code 137'),
    at(90_000, 'restart'),
    at(90_400, 'start'),
    at(103_000, 'health', 'unhealthy'),
    at(131_000, 'health', 'healthy'),
    at(200_000, 'exec_start', `sh -c <script>alert(1)</script> \u202eecho ${'long '.repeat(40)}`),
  ];
}

export const DETAILS = (id: string): Answers['instances.details'] => ({
  isolation: [
    fact('namespaces', '7 of 8 namespaces own', 'It shares only the time namespace.', 'strong'),
    fact('seccomp', 'seccomp filter', 'About 50 rarely needed system calls are refused.', 'strong'),
    fact(
      'root',
      'runs as root',
      'User 0 in it is user 0 of the machine: no user namespace.',
      'loose',
    ),
    fact('rootfs', 'root is writable', 'It can change its own file system.', 'loose'),
    fact('cgroup', 'cgroup v2', '/system.slice/docker-9f2c.scope', 'neutral'),
  ],
  configuration: [
    {
      title: 'Image',
      entries: [
        { name: 'Reference', value: 'registry.example/shop/web:2.4.1' },
        { name: 'Id', value: `sha256:${'9f2c41d07b6e5a33'.repeat(4)}` },
      ],
    },
    {
      title: 'Limits',
      entries: [
        { name: 'Memory', value: '128 MiB' },
        { name: 'CPUs', value: '1.5' },
        { name: 'Processes', value: '' },
      ],
    },
    {
      title: 'Environment',
      entries: [
        { name: 'NODE_ENV', value: 'production' },
        { name: 'GREETING', value: '<b>hello</b> \u202eolleh' },
        { name: 'CERTIFICATE', value: `-----BEGIN-----\n${'MIIBszCCAVmgAwIBAgIUQ\n'.repeat(30)}` },
        { name: 'A_VERY_LONG_NAME_OF_A_VARIABLE_THAT_SOMEBODY_MADE_UP', value: 'x'.repeat(4096) },
      ],
    },
    {
      title: 'Mounts',
      entries: [{ name: '/data', value: 'volume shop_data, read-write' }],
    },
    {
      title: 'Labels',
      entries: [{ name: 'com.docker.compose.project', value: 'shop' }],
    },
  ],
  events: fakeEvents(id),
});

function fact(
  id: string,
  label: string,
  detail: string,
  tone: 'strong' | 'loose' | 'neutral',
): Answers['instances.details']['isolation'][number] {
  return { id, label, detail, tone, basis: 'effective' };
}

export const PROCESSES: Answers['instances.processes']['processes'] = [
  {
    pid: 41_207,
    parentPid: 41_180,
    user: 'node',
    command: 'node server.js --port 8080',
    cpuTimeMs: 81_230,
    rssBytes: 61 * MIB,
  },
  {
    pid: 41_260,
    parentPid: 41_207,
    user: 'node',
    command: 'node worker.js 1',
    cpuTimeMs: 4100,
    rssBytes: 38 * MIB,
  },
  {
    pid: 41_261,
    parentPid: 41_207,
    user: 'node',
    command: 'node worker.js 2',
    cpuTimeMs: 3900,
    rssBytes: 37 * MIB,
  },
  {
    pid: 41_300,
    parentPid: 41_261,
    user: 'node',
    command: `sh -c <b>evil</b> \u202e ${'argument '.repeat(60)}`,
    rssBytes: 2 * MIB,
  },
  { pid: 42_001, user: 'root', command: 'tail -f /dev/null', cpuTimeMs: 3 },
];

/** What a terminal would show, and what a guest could try. */
export const LOG_TEXTS = [
  '\u001b[2m2026-03-02T14:00:01Z\u001b[0m \u001b[32mINFO\u001b[0m  listening on \u001b[36mhttp://0.0.0.0:8080\u001b[0m',
  '\u001b[2m2026-03-02T14:00:02Z\u001b[0m \u001b[33mWARN\u001b[0m  cache is cold, \u001b[1m312\u001b[22m keys missing',
  '\u001b[38;5;208mxterm orange\u001b[0m \u001b[48;5;25m on blue \u001b[0m \u001b[38;2;120;200;80mtrue colour\u001b[0m \u001b[7minverse\u001b[0m \u001b[3mitalic\u001b[23m \u001b[4munderlined\u001b[24m',
  '\u001b]8;;https://evil.example/\u0007a link that is only text\u001b]8;;\u0007 and \u001b[2J\u001b[Hno cleared screen',
  '<img src=x onerror="alert(1)"> <script>alert(2)</script> &amp; stays as written',
  'user \u202eadmin\u202c logged in, \u0007bell, nul \u0000, unterminated \u001b]0;title',
  '\u001b[31mERROR\u001b[0m upstream timed out after 30000 ms\n',
  'שלום עולם then English, then العربية',
  '{"level":"info","msg":"request","path":"/cart","ms":12,"nested":{"a":[1,2,3],"text":"a rather long line that does not fit the pane and is cut or wrapped, whatever the reader prefers"}}',
] as const;

export function fakeLogLines(count: number, from = 0): LogLine[] {
  return Array.from({ length: count }, (_, at) => {
    const text = LOG_TEXTS[(from + at) % LOG_TEXTS.length] ?? '';
    return {
      stream: text.includes('ERROR') ? 'stderr' : 'stdout',
      atIso: isoAt((from + at) * 137),
      text,
    };
  });
}
