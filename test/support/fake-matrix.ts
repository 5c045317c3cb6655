import type {
  AttemptInfo,
  AttemptResult,
  AttemptVerdict,
  IsolationMatrix,
  ProbeSet,
  Refuser,
  RuntimeInfo,
} from '../../src-main/contract/index.js';
import { INFO } from './fake-machine.js';

/** What a container, and what a guest of WASI, meets: `a` allowed, `r` refused, `n` not expressible. By default, then loosened. */
const ATTEMPTS: [AttemptInfo['area'], string, string, string, Refuser][] = [
  ['files', 'read-outside', 'Read a file of the host', 'ra rr', 'namespace'],
  ['files', 'dotdot-out', 'Leave a granted directory with ..', 'rr rr', 'runtime'],
  ['files', 'symlink-out', 'Follow a symlink out of a granted directory', 'rr rr', 'runtime'],
  ['files', 'write-read-only', 'Write to a read-only grant', 'ra ra', 'read-only-mount'],
  ['files', 'engine-socket', 'Reach the engine’s socket', 'ra nn', 'nothing-there'],
  ['processes', 'list-processes', 'List the host’s processes', 'ra nn', 'namespace'],
  ['processes', 'signal-process', 'Signal a process of the host', 'ra nn', 'namespace'],
  ['processes', 'fork', 'Fork', 'aa nn', 'seccomp'],
  ['processes', 'exec', 'Execute a program', 'aa nn', 'seccomp'],
  ['processes', 'ptrace', 'Trace another process', 'ra nn', 'capability'],
  ['network', 'connect', 'Open a TCP connection', 'ra na', 'namespace'],
  ['network', 'bind', 'Bind a port', 'aa na', 'namespace'],
  ['network', 'raw-socket', 'Open a raw socket', 'ra nn', 'capability'],
  ['network', 'dns', 'Resolve a name', 'ra na', 'namespace'],
  ['kernel', 'mount', 'Mount a file system', 'ra nn', 'capability'],
  ['kernel', 'module-load', 'Load a kernel module', 'ra nn', 'seccomp'],
  ['kernel', 'write-sysctl', 'Write to /proc/sys', 'ra nr', 'read-only-mount'],
  ['kernel', 'read-kcore', 'Read /proc/kcore', 'ra nr', 'masked-path'],
  ['resources', 'fork-many', 'Fork until refused', 'ra nn', 'cgroup'],
  ['resources', 'allocate-over', 'Allocate over the limit', 'ra ra', 'cgroup'],
  ['resources', 'spin-over', 'Spin over the limit', 'ra ra', 'lab'],
  [
    'memory-safety',
    'read-out-of-bounds',
    'Read out of bounds of its own memory',
    'rr rr',
    'linear-memory-bounds',
  ],
  ['memory-safety', 'bad-call', 'Jump through a bad function pointer', 'rr rr', 'function-table'],
  ['memory-safety', 'overflow-stack', 'Overflow the stack', 'rr rr', 'stack-limit'],
  ['ambient', 'clock', 'Read a high-resolution clock', 'aa aa', 'runtime'],
  ['ambient', 'random', 'Read random bytes', 'aa aa', 'runtime'],
  ['ambient', 'parent-environment', 'Read the environment of its parent', 'rr ra', 'namespace'],
];
const VERDICTS: Record<string, AttemptVerdict> = {
  a: 'allowed',
  r: 'refused',
  n: 'not-expressible',
};
/** Where one runtime is not like the others. */
const ODD: Record<string, AttemptVerdict> = {
  'v8 symlink-out': 'allowed',
  'wasm3 symlink-out': 'allowed',
  'wasm3 dotdot-out': 'allowed',
  'wamr spin-over': 'not-tried',
  'wasmer connect': 'refused',
};

export const ATTEMPT_INFOS: AttemptInfo[] = ATTEMPTS.map(([area, id, title]) => ({
  id,
  area,
  title,
  ...(area === 'files' && { question: 'host-files' as const }),
}));

export function fakeMatrix(
  runtimes: readonly RuntimeInfo[],
  sets: readonly ProbeSet[],
): IsolationMatrix {
  const here = runtimes.filter(({ available }) => available);
  return {
    attempts: ATTEMPT_INFOS,
    runtimes: here.map(({ id, name, kind, version }) => ({
      id,
      name,
      kind,
      ...(version !== undefined && { version }),
    })),
    sets: [...sets],
    results: here.flatMap((runtime) =>
      sets.flatMap((set) => ATTEMPTS.map((attempt) => result(runtime, set, attempt))),
    ),
    startedAtIso: '2026-01-01T00:00:00.000Z',
    durationMs: 84_000,
    environment: INFO.environment,
    warnings: [],
    isPartial: false,
  };
}

function result(
  { id: runtime, kind }: RuntimeInfo,
  set: ProbeSet,
  [, attempt, title, letters, refuser]: (typeof ATTEMPTS)[number],
): AttemptResult {
  const [container = '', wasm = ''] = letters.split(' ');
  const letter = (kind === 'wasm' ? wasm : container).charAt(set === 'default' ? 0 : 1);
  const family = runtime.split(':')[0] ?? '';
  const verdict = ODD[`${family} ${attempt}`] ?? VERDICTS[letter] ?? 'not-tried';
  const isRefused = verdict === 'refused';
  return {
    runtime,
    set,
    attempt,
    verdict,
    by: isRefused ? [refuser] : [],
    ...(isRefused && { errno: 'EPERM' }),
    says: `${title}: ${verdict === 'allowed' ? 'it could.' : 'it could not.'}`,
    raw: `attempt=${attempt} result=${isRefused ? 'EPERM (1)' : 'ok'}\n<b>as</b> it \u001b[31mwas\u001b[0m printed \u202eby the guest`,
  };
}
