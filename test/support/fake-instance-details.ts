import { LabError, toWireError } from '../../src-main/contract/index.js';
import type {
  Alert,
  Answers,
  Instance,
  InstanceAction,
  InstanceEvent,
  LogLine,
  MonitorSettings,
  Sample,
} from '../../src-main/contract/index.js';
import { FakeLab } from './fake-lab.js';
import type { FakeLabOptions } from './fake-lab.js';

const MIB = 1024 ** 2;
const HISTORY_MS = 240_000;
/** The monitor's zero of these pictures. */
export const FAKE_EPOCH_ISO = '2026-03-02T14:00:00.000Z';
const isoAt = (tMs: number): string => new Date(Date.parse(FAKE_EPOCH_ISO) + tMs).toISOString();

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

/** A sine over noise that is the same each time, with a hole and one restart. */
export function fakeSamples(instance: Instance, fromMs: number, toMs: number): Sample[] {
  const samples: Sample[] = [];
  for (let tMs = fromMs; tMs <= toMs; tMs += 1000) {
    if (tMs > 150_000 && tMs < 162_000) continue;
    samples.push(instance.kind === 'wasm' ? wasmSample(tMs) : containerSample(tMs));
  }
  return samples;
}

function noise(tMs: number): number {
  const value = Math.sin(tMs * 12.9898) * 43_758.5453;
  return value - Math.floor(value);
}

function containerSample(tMs: number): Sample {
  const life = tMs < 90_000 ? tMs : tMs - 90_000;
  const used = (38 + life / 2600 + Math.sin(tMs / 9000) * 4 + noise(tMs) * 1.5) * MIB;
  return {
    tMs,
    cpuPercent: 24 + Math.sin(tMs / 11_000) * 14 + noise(tMs) * 9 + (tMs % 60_000 < 4000 ? 60 : 0),
    cpuTimeMs: life / 3,
    memory: {
      workingSetBytes: used,
      cgroupBytes: used + 22 * MIB,
      anonBytes: used * 0.82,
      rssBytes: used * 1.18,
      pssBytes: used * 1.02,
      privateDirtyBytes: used * 0.7,
      limitBytes: 128 * MIB,
    },
    pids: 7,
    rxBytes: life * 180 + Math.max(0, Math.sin(tMs / 20_000)) * 200_000,
    txBytes: life * 640,
    readBytes: Math.floor(life / 20_000) * 4 * MIB,
    writtenBytes: life * 35,
  };
}

function wasmSample(tMs: number): Sample {
  const linear = (16 + Math.floor(tMs / 30_000) * 24) * MIB;
  return {
    tMs,
    cpuPercent: 92 + noise(tMs) * 9,
    memory: {
      linearBytes: linear,
      linearMaxBytes: 256 * MIB,
      rssBytes: linear * 0.7 + 31 * MIB,
      pssBytes: linear * 0.7 + 22 * MIB,
      privateDirtyBytes: linear * 0.68,
    },
    pids: 3,
  };
}

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

const DETAILS = (id: string): Answers['instances.details'] => ({
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

const PROCESSES: Answers['instances.processes']['processes'] = [
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

export interface FakeDetailsOptions extends FakeLabOptions {
  instance?: Instance;
  /** `instances.act` is refused. */
  refuses?: boolean;
  /** Until `release`, actions do not end. */
  holdsActions?: boolean;
  /** Every request about the instance is refused. */
  isGone?: boolean;
  logLines?: number;
}

/** A pretended lab that also answers what the details of an instance ask. */
export class FakeDetailsLab extends FakeLab {
  readonly asked: { name: string; params: Record<string, unknown> }[] = [];
  readonly openLogs = new Set<string>();
  monitor: MonitorSettings | undefined;
  #logs = 0;
  #release: () => void = () => undefined;

  constructor(readonly details: FakeDetailsOptions = {}) {
    super(details);
  }

  get instance(): Instance {
    return this.details.instance ?? WEB;
  }

  override async invoke(name: string, params: unknown): Promise<unknown> {
    if (!name.startsWith('instances.') && !name.startsWith('monitor.')) {
      return super.invoke(name, params);
    }
    await Promise.resolve();
    const known = params as Record<string, unknown>;
    this.asked.push({ name, params: known });
    try {
      return { result: structuredClone(await this.#answer(name, known)) };
    } catch (thrown) {
      return { error: toWireError(thrown) };
    }
  }

  /** Ends the action under way. */
  release(): void {
    this.#release();
  }

  pushLogs(lines: LogLine[], skippedLines = 0): void {
    for (const logId of this.openLogs) this.push('instances.logs', { logId, lines, skippedLines });
  }

  #answer(name: string, params: Record<string, unknown>): unknown {
    if (this.details.isGone === true && name !== 'monitor.alerts') {
      throw new LabError(
        'unknown-instance',
        'There is no instance with this id any more.',
        'It was removed; choose another one.',
      );
    }
    switch (name) {
      case 'instances.history':
        return {
          samples:
            this.instance.state === 'running' ? fakeSamples(this.instance, 0, HISTORY_MS) : [],
        };
      case 'instances.details':
        return DETAILS(this.instance.id);
      case 'instances.processes':
        return { processes: PROCESSES };
      case 'instances.act':
        return this.#act(params.action as InstanceAction);
      case 'instances.asRun':
        return this.#asRun();
      case 'instances.openLogs':
        return this.#openLog();
      case 'instances.closeLogs':
        this.openLogs.delete(String(params.logId));
        return {};
      case 'monitor.alerts':
        return { alerts: ALERTS };
      case 'monitor.configure':
        this.monitor = params as MonitorSettings;
        return {
          settings: { runtimePaths: {}, monitor: this.monitor },
          path: '/home/ada/.config/paralelo/settings.json',
        };
      default:
        throw new Error(`The pretended lab does not answer ${name}.`);
    }
  }

  async #act(action: InstanceAction): Promise<Record<string, never>> {
    if (this.details.refuses === true) {
      throw new LabError(
        'action-failed',
        `Docker did not ${action} shop-web-1: the container is in use.`,
        'Wait until it is free, or look at what the engine logs with `journalctl -u docker`.',
      );
    }
    if (this.details.holdsActions === true) {
      await new Promise<void>((done) => (this.#release = done));
    }
    return {};
  }

  #asRun(): Answers['instances.asRun'] {
    return {
      request: {
        runtime: 'docker:runc',
        workload: {
          kind: 'image',
          ref: 'registry.example/shop/web:2.4.1',
          args: ['node', 'a b.js'],
        },
        limits: { memoryBytes: 128 * MIB, cpus: 1.5 },
        grants: {
          env: { NODE_ENV: 'production' },
          volumes: [{ hostPath: '/srv/data', guestPath: '/data', readOnly: true }],
          network: 'bridge',
        },
        privileges: {
          capAdd: ['NET_RAW'],
          readOnlyRoot: false,
          noNewPrivileges: false,
          seccomp: 'default',
        },
      },
      leftOut: [
        'Its published port 8080 is not published.',
        'Its restart policy `always` is left out.',
      ],
    };
  }

  #openLog(): { logId: string } {
    if (this.instance.kind === 'wasm') {
      throw new LabError(
        'no-logs',
        'mandelbrot.wasm writes to the terminal that it was started from.',
        'Look there, or start it from the Lab: its output is kept then.',
      );
    }
    this.#logs += 1;
    const logId = `log-${String(this.#logs)}`;
    this.openLogs.add(logId);
    const lines = fakeLogLines(this.details.logLines ?? 60);
    setTimeout(() => this.push('instances.logs', { logId, lines, skippedLines: 0 }), 0);
    return { logId };
  }
}
