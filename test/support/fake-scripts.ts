import type {
  IsolationFact,
  Memory,
  Outcome,
  PhaseName,
  RunRequest,
  Warning,
} from '../../src-main/contract/index.js';

const MIB = 1024 ** 2;

/** What one pretended run will do, by milliseconds from its request. */
export interface Script {
  kind: 'container' | 'wasm';
  prepareMs: number;
  phases: readonly { name: PhaseName; ms: number; bound: string }[];
  endMs: number;
  outcome: Outcome;
  memory: (ms: number) => Memory;
  cpuPercent: (ms: number) => number;
  output: readonly { atMs: number; stream: 'stdout' | 'stderr'; text: string }[];
  isolation: IsolationFact[];
  warnings: Warning[];
  instance: string;
}

type Phases = Script['phases'];

const CONTAINER_PHASES = (create: number, start: number, main: number): Phases => [
  { name: 'create', ms: create, bound: 'The engine answered to the create request.' },
  { name: 'start', ms: start, bound: 'The engine answered to the start request.' },
  { name: 'main', ms: main, bound: 'The engine reported the end of the process.' },
];
const V8_PHASES = (spawn: number, main: number): Phases => [
  { name: 'spawn', ms: spawn, bound: 'The child process said that it runs.' },
  { name: 'load', ms: 0.1, bound: 'The module’s bytes are read.' },
  { name: 'compile', ms: 0.9, bound: 'WebAssembly.compile answered (lazy).' },
  { name: 'instantiate', ms: 0.4, bound: 'The instance exists; its next call is _start.' },
  { name: 'main', ms: main, bound: 'The child process ended.' },
];
const OTHER_WASM_PHASES = (spawn: number, compile: number, main: number): Phases => [
  { name: 'spawn', ms: spawn, bound: 'The process runs.' },
  { name: 'compile', ms: compile, bound: 'The first call of the guest.' },
  { name: 'main', ms: main, bound: 'The process ended.' },
];

const fact = (
  id: string,
  label: string,
  detail: string,
  tone: IsolationFact['tone'],
): IsolationFact => ({ id, label, detail, tone, basis: 'effective' });

const CONTAINER_FACTS: IsolationFact[] = [
  fact('ns', '6 of 8 namespaces own', 'pid, mnt, net, ipc, uts, cgroup are its own.', 'neutral'),
  fact('userns', 'user namespace shared', 'Root in it is root outside, if it gets out.', 'loose'),
  fact('caps', '0 capabilities', 'CapEff is empty: none of root’s powers are left.', 'strong'),
  fact('seccomp', 'seccomp filter', 'Some 50 system calls are refused by the filter.', 'strong'),
  fact('root', 'read-only root', 'Nothing in its file system can be written.', 'strong'),
  fact('net', 'no network', 'Only its own loopback.', 'strong'),
];
const WASM_FACTS: IsolationFact[] = [
  fact('memory', 'linear memory 1.1 to 64 MiB', 'Bounds of the module, capped.', 'strong'),
  fact('imports', '9 imports, all WASI', 'fd_write, proc_exit, args_get and six more.', 'neutral'),
  fact('dirs', 'no directory granted', 'No preopen: path_open can open nothing.', 'strong'),
  fact('links', 'follows symlinks out of a grant', 'node:wasi does; see Node’s docs.', 'loose'),
];

/** Chooses what a lane does by its runtime, its program and its limits. */
export function scriptFor(request: RunRequest, at: number, prepareMs: number): Script {
  const isContainer = request.runtime.includes(':');
  const base = isContainer ? containerBase(request, at) : wasmBase(request, at);
  const program = request.workload.kind === 'twin' ? request.workload.ref : 'grow';
  const start = base.phases.slice(0, -1).reduce((sum, { ms }) => sum + ms, 0);
  const acts: Record<string, (base: Base, start: number) => Act> = {
    grow: (b, s) => grow(b, s, request.limits.memoryBytes),
    hello,
    spin: (b, s) => spin(b, s, request.limits.timeoutMs),
    sum,
  };
  const act = (acts[program] ?? hello)(base, start);
  const phases = base.phases.map((phase) =>
    phase.name === 'main' ? { ...phase, ms: act.endMs - start } : phase,
  );
  return { ...base, ...act, phases, prepareMs: isContainer ? prepareMs : prepareMs / 10 };
}

type Base = Pick<Script, 'kind' | 'phases' | 'isolation' | 'warnings' | 'instance'>;
type Act = Pick<Script, 'endMs' | 'outcome' | 'memory' | 'cpuPercent' | 'output'>;

function containerBase({ runtime }: RunRequest, at: number): Base {
  const crun = runtime.includes('crun');
  return {
    kind: 'container',
    phases: CONTAINER_PHASES(62 + at * 5, crun ? 96 : 169, 0),
    isolation: CONTAINER_FACTS,
    warnings: [],
    instance: 'b7d4c2f8e6a1d3b5c7f9e0a2b4d6f8a1c3e5f7092b4d6f8a1c3e5a9e2f1c5a9e',
  };
}

function wasmBase({ runtime, limits }: RunRequest, at: number): Base {
  return {
    kind: 'wasm',
    phases:
      runtime === 'v8' ? V8_PHASES(49, 0) : OTHER_WASM_PHASES(6.1 - at * 0.4, 3.7 + at * 0.6, 0),
    isolation: WASM_FACTS,
    warnings:
      limits.cpus === undefined
        ? []
        : [
            {
              code: 'limit-not-enforced',
              message: 'The CPU limit is not enforced here.',
              hint: 'Compare its CPU time, not its speed.',
            },
          ],
    instance: String(48_211 + at),
  };
}

function grow(base: Base, start: number, limit: number | undefined): Act {
  const top = limit ?? 128 * MIB;
  const killed = base.kind === 'container' && limit !== undefined;
  const fullMs = start + (top / MIB) * (base.kind === 'container' ? 20.5 : 19.6);
  const endMs = killed ? fullMs + 8 : limit === undefined ? fullMs + 1000 : fullMs + 3;
  const used = (ms: number): number =>
    Math.max(0, Math.min(1, (ms - start) / (fullMs - start))) * top;
  const lines = Math.floor(top / MIB) - (killed ? 1 : 0);
  const output = Array.from({ length: lines }, (_, nth) => ({
    atMs: start + (nth + 1) * ((fullMs - start) / (lines + 1)),
    stream: 'stdout' as const,
    text: `${String(nth + 1)} MiB\n`,
  }));
  const refused = base.kind === 'wasm' && limit !== undefined;
  return {
    endMs,
    outcome: growOutcome(killed, refused),
    memory: (ms) => memoryOf(base.kind, used(ms), limit),
    cpuPercent: (ms) => (ms > fullMs ? 0.4 : 31 + 6 * wave(ms) + (ms < start + 150 ? 40 : 0)),
    output: refused
      ? [
          ...output,
          {
            atMs: fullMs + 1,
            stream: 'stderr',
            text: `refused at ${String(top)} bytes\n`,
          },
        ]
      : output,
  };
}

function growOutcome(killed: boolean, refused: boolean): Outcome {
  if (killed) {
    return {
      kind: 'oom-killed',
      code: 137,
      signal: 'SIGKILL',
      reason: 'The kernel ended the process when its cgroup reached 64.0 MiB.',
    };
  }
  if (refused) {
    return {
      kind: 'memory-refused',
      code: 7,
      reason: 'memory.grow was refused at 64.0 MiB; the program noticed and ended by itself.',
    };
  }
  return { kind: 'exited', code: 0, reason: 'It ended by itself.' };
}

function memoryOf(kind: Script['kind'], used: number, limit: number | undefined): Memory {
  const bounds = limit === undefined ? {} : { limitBytes: limit };
  if (kind === 'container') {
    return {
      cgroupBytes: used + 0.6 * MIB,
      workingSetBytes: used + 0.4 * MIB,
      anonBytes: used + 0.1 * MIB,
      rssBytes: used + 0.7 * MIB,
      ...bounds,
    };
  }
  return {
    linearBytes: Math.floor(Math.min(used + 1.1 * MIB, limit ?? Infinity) / 65_536) * 65_536,
    rssBytes: used * 0.98 + 45 * MIB,
    pssBytes: used * 0.98 + 38 * MIB,
    privateDirtyBytes: used * 0.98 + 21 * MIB,
    ...(limit !== undefined && { linearMaxBytes: limit, limitBytes: limit }),
  };
}

function hello(base: Base, start: number): Act {
  return {
    endMs: start + 4,
    outcome: { kind: 'exited', code: 0, reason: 'It ended by itself.' },
    memory: () => memoryOf(base.kind, 0, undefined),
    cpuPercent: () => 12,
    output: [{ atMs: start + 1, stream: 'stdout', text: 'hello\n' }],
  };
}

function spin(base: Base, start: number, timeoutMs: number | undefined): Act {
  const wanted = start + 30_000;
  const timedOut = timeoutMs !== undefined && timeoutMs < wanted;
  return {
    endMs: timedOut ? timeoutMs : wanted,
    outcome: timedOut
      ? { kind: 'timed-out', signal: 'SIGKILL', reason: 'The time limit passed; the lab ended it.' }
      : { kind: 'exited', code: 0, reason: 'It ended by itself.' },
    memory: () => memoryOf(base.kind, 0.3 * MIB, undefined),
    cpuPercent: (ms) => 98 + wave(ms) * 1.5,
    output: [],
  };
}

function sum(base: Base, start: number): Act {
  return {
    endMs: start + (base.kind === 'container' ? 910 : 1180),
    outcome: { kind: 'exited', code: 0, reason: 'It ended by itself.' },
    memory: () => memoryOf(base.kind, 0.2 * MIB, undefined),
    cpuPercent: (ms) => 99 + wave(ms),
    output: [{ atMs: start + 900, stream: 'stdout', text: 'c3d2e1f0a1b2c3d4\n' }],
  };
}

/** Something that is not flat, and the same in every run. */
function wave(ms: number): number {
  return Math.sin(ms / 90) * 0.6 + Math.sin(ms / 37) * 0.4;
}
