import type {
  AttemptResult,
  AttemptVerdict,
  ClaimId,
  ContainerProfile,
  ContenderResult,
  ExperimentResult,
  IsolationMatrix,
  ModuleWalls,
  RuntimeInfo,
} from '../../src-main/contract/index.js';
import type { Evidence } from '../../src-main/experiments/claims/index.js';
import { summarise } from '../../src-main/experiments/results/summary.js';
import { defaultContainer } from './profiles.js';

const MIB = 1024 ** 2;
export const NOTHING: Evidence = { runtimes: [], results: {} };

const around = (value: number) => [0.99, 1, 1.01, 1, 1].map((share) => share * value);
function contender(
  runtime: string,
  kind: ContenderResult['kind'],
  value: number,
  measures: Record<string, number> = {},
): ContenderResult {
  const raw = around(value);
  return {
    ...{ runtime, kind, raw, title: runtime, unit: '', failures: [] },
    ...summarise(raw),
    measures: Object.entries(measures).map(([id, each]) => ({
      ...{ id, title: id, unit: '', raw: [each] },
      ...summarise([each]),
    })),
  };
}
type Rows = Record<string, Record<string, Record<string, string | number>>>;
function result(contenders: ContenderResult[], rows: Rows = {}, limits = {}): ExperimentResult {
  const tables = Object.entries(rows).map(([id, own]) => ({
    ...{ id, title: id, columns: [] },
    // A runtime with several rows has a number behind its name here.
    rows: Object.entries(own).map(([runtime, cells]) => ({
      runtime: runtime.replace(/#\d$/, ''),
      cells,
    })),
  }));
  return { contenders, tables, dropped: [], plan: { limits } } as unknown as ExperimentResult;
}

const RUNTIMES = ['docker:runc', 'wasmtime', 'wazero'];
/** All refused with the least given and allowed when loosened, but for what is said. */
export function matrix(
  said: Record<string, AttemptVerdict> = {},
  attempts: readonly string[] = [],
): IsolationMatrix {
  const all = [
    ...['fork', 'exec', 'read-outside', 'symlink-out-relative', 'dotdot-out', 'oob-read'],
    ...['oob-write', 'bad-function-pointer', 'stack-overflow', 'undefined-import'],
    ...attempts,
  ];
  const results = RUNTIMES.flatMap((runtime) =>
    (['default', 'loosened'] as const).flatMap((set) =>
      all.map((attempt): AttemptResult => {
        const usual = set === 'loosened' && attempt === 'read-outside' ? 'allowed' : 'refused';
        const verdict =
          said[`${runtime} ${set} ${attempt}`] ??
          said[`${set} ${attempt}`] ??
          said[attempt] ??
          usual;
        return { runtime, set, attempt, verdict, by: [], says: 'EACCES', raw: '' };
      }),
    ),
  );
  const runtimes = RUNTIMES.map((id) => ({
    ...{ id, name: id },
    kind: id.startsWith('docker') ? ('container' as const) : ('wasm' as const),
  }));
  return { results, runtimes } as unknown as IsolationMatrix;
}
const probe = (names: string[] = ['fd_read']) =>
  ({
    importGroups: [{ imports: names.map((name) => ({ module: 'm', name, kind: 'func' })) }],
  }) as unknown as ModuleWalls;
export const seen = (more: Partial<Evidence>): Evidence => ({ ...NOTHING, ...more });
const results = (more: Evidence['results']): Evidence => seen({ results: more });

const outputs = (hashes: string[], cells: object = {}) =>
  results({
    portability: result(
      hashes.map((_, at) => contender(at === 0 ? 'browser' : `w${String(at)}`, 'wasm', 1)),
      {
        outputs: Object.fromEntries(
          hashes.map((sha256, at) => [
            at === 0 ? 'browser' : `w${String(at)}`,
            { sha256, end: 'exit code 0', outputs: 1, runs: 5, ...cells },
          ]),
        ),
      },
    ),
  });
export const platforms = (outcome: string, by: string) =>
  results({
    portability: result([], {
      platforms: { 'docker:runc': { outcome, by, foreign: 'linux/arm64', machine: 'linux/amd64' } },
    }),
  });
const sized = (image: number, module: number, contenders: ContenderResult[] = []) =>
  result(contenders, {
    sizes: {
      'docker:runc': { what: 'image a', bytes: image },
      wasm: { what: 'module a', bytes: module },
    },
  });
const dense = (shared: number, container: number) =>
  result([
    contender('docker:runc', 'container', container),
    contender('v8:shared-host', 'wasm', shared),
  ]);
const limits = (
  container: Record<string, number>,
  wasm: Record<string, number> = {},
  by = 'engine-flag',
) =>
  results({
    limits: result(
      [contender('docker:runc', 'container', 1, container), contender('wasmtime', 'wasm', 1, wasm)],
      { limits: { wasmtime: { limit: 'time', by } } },
    ),
  });
const HELD = { 'memory-left': MIB, 'cpu-share': 0.51, pids: 8 };
const grown = (ends: string[]) =>
  results({
    memory: result(
      ends.map((_, at) => contender(`w${String(at)}`, 'wasm', 1)),
      {
        ends: Object.fromEntries(
          ends.map((end, at) => [
            `w${String(at)}`,
            { end, survived: end === 'memory-refused' ? 'yes' : 'no', held: 1 },
          ]),
        ),
      },
      { memoryBytes: 32 * MIB },
    ),
  });
const fast = (wasm: number) =>
  results({ speed: result([contender('native', 'native', 1), contender('w', 'wasm', wasm)]) });
const starts = (cold: number, container: number, module = 1) =>
  results({
    startup: result([
      contender('docker:runc', 'container', container),
      contender('w', 'wasm', cold),
      contender('w:aot', 'wasm', cold / 10),
    ]),
    portability: sized(2, module),
  });
const vm = (kata: number) =>
  results({
    startup: result([
      contender('docker:runc', 'container', 100),
      contender('docker:kata', 'container', kata),
    ]),
  });
const namespaces = (shared: string[]): Evidence => {
  const usual = defaultContainer();
  const container: ContainerProfile = {
    ...usual,
    namespaces: (['mnt', 'pid', 'net', 'user'] as const).map((name) => ({
      name,
      effective: { of: shared.includes(name) ? 'host' : 'own' } as const,
    })),
  };
  return seen({ containers: [container] });
};
const file = (isSeenByHost: boolean) =>
  seen({
    rootFiles: [{ engine: 'docker', isSeenInside: true, isSeenByHost, isSeenBySecond: false }],
  });
const named = (here: string[], ran: string[]) =>
  seen({
    runtimes: ['wasmtime', 'wasmer', 'lucet', 'wazero'].map(
      (id) => ({ id, kind: 'wasm', available: here.includes(id) }) as RuntimeInfo,
    ),
    hello: new Map(here.map((id) => [id, { ran: ran.includes(id), says: '10 times, 12.1 ms' }])),
  });
const many = Array.from(
  { length: 18 },
  (_, at) => ['write-outside', 'mount', 'dns', 'ptrace'][at] ?? '',
).filter(Boolean);

/** For each rule, evidence for which it comes out one way, and evidence for which it comes out the other. */
export const CASES: [ClaimId, { holds?: Evidence; caveat?: Evidence; not?: Evidence }][] = [
  [
    'P1',
    {
      holds: platforms('exec format error', 'binfmt_misc is not mounted here'),
      caveat: platforms('emulated', 'qemu-aarch64: /usr/bin/qemu-aarch64'),
      not: platforms('emulated', 'nothing is registered in binfmt_misc'),
    },
  ],
  [
    'P2',
    {
      holds: outputs(['a', 'a', 'a']),
      caveat: outputs(['a', 'a', 'b']),
      not: outputs(['a', 'b', 'c']),
    },
  ],
  [
    'P3',
    {
      holds: results({ portability: sized(9, 1), density: dense(1, 9) }),
      caveat: results({ portability: sized(9, 1), density: dense(9, 1) }),
      not: results({ portability: sized(1, 9), density: dense(9, 1) }),
    },
  ],
  [
    'P4',
    {
      holds: seen({ matrix: matrix(), probe: probe() }),
      not: seen({ matrix: matrix({ 'wasmtime loosened fork': 'allowed' }), probe: probe() }),
    },
  ],
  [
    'P5',
    {
      holds: seen({ matrix: matrix({}, many) }),
      not: seen({ matrix: matrix({ 'default read-outside': 'allowed' }, many) }),
    },
  ],
  [
    'P6',
    {
      holds: outputs(['a', 'a']),
      caveat: {
        ...outputs(['a', 'a']),
        matrix: matrix({ 'default random': 'allowed' }, ['random']),
      },
      not: outputs(['a', 'a'], { outputs: 2 }),
    },
  ],
  ['P7', { holds: namespaces([]), caveat: namespaces(['user']), not: namespaces(['pid']) }],
  ['P8', { holds: file(false), not: file(true) }],
  [
    'P9',
    {
      holds: seen({ matrix: matrix() }),
      caveat: seen({ matrix: matrix({ 'stack-overflow': 'allowed' }) }),
      not: seen({ matrix: matrix({ 'wazero default oob-read': 'allowed' }) }),
    },
  ],
  [
    'P10',
    {
      holds: seen({ matrix: matrix() }),
      caveat: seen({ matrix: matrix({ 'default undefined-import': 'allowed' }) }),
      not: seen({
        matrix: matrix({
          'default undefined-import': 'allowed',
          'default read-outside': 'allowed',
        }),
      }),
    },
  ],
  [
    'P11',
    {
      holds: seen({ matrix: matrix({ 'wazero default symlink-out-relative': 'allowed' }) }),
      not: seen({ matrix: matrix() }),
    },
  ],
  [
    'P12',
    {
      holds: limits(HELD),
      caveat: limits({ ...HELD, pids: 9 }),
      not: limits({ ...HELD, pids: 9, 'cpu-share': 1 }),
    },
  ],
  [
    'P13',
    {
      holds: grown(['memory-refused', 'memory-refused']),
      caveat: grown(['memory-refused', 'memory-refused', 'oom-killed']),
      not: grown(['oom-killed', 'memory-refused']),
    },
  ],
  [
    'P14',
    {
      holds: limits({}, { 'time-late': 5 }),
      caveat: limits({}, { 'time-late': 5 }, 'lab-kill'),
      not: limits({}, { 'time-late': 900 }),
    },
  ],
  ['P15', { holds: fast(1.2), caveat: fast(2), not: fast(4) }],
  ['P16', { holds: starts(20, 100), caveat: starts(200, 100), not: starts(200, 100, 9) }],
  ['P17', { holds: vm(500), caveat: vm(100), not: vm(20) }],
  [
    'P19',
    {
      holds: named(['wasmtime', 'wasmer', 'lucet'], ['wasmtime', 'wasmer', 'lucet']),
      caveat: named(['wasmtime', 'wazero'], ['wasmtime', 'wazero']),
      not: named(['wasmtime', 'wasmer'], ['wasmtime']),
    },
  ],
];
