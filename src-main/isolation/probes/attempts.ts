import type { AttemptInfo } from '../../contract/index.js';

/** What the twin `probe` tries, one a run, in the order of a reader's interest. The names are those of its C source. */
export const ATTEMPTS: readonly AttemptInfo[] = [
  ...area('files', 'host-files', {
    'read-outside': 'Read a host file outside of every grant',
    'symlink-out-absolute': 'Follow an absolute symlink out of a granted directory',
    'symlink-out-relative': 'Follow a relative symlink out of a granted directory',
    'symlink-out-folder': 'Go through a symlink to a directory outside of the granted one',
    'dotdot-out': 'Follow .. out of a granted directory',
    'write-read-only': 'Write to a read-only grant',
    'write-outside': 'Write outside of every grant',
  }),
  ...area('processes', 'processes', {
    'list-processes': 'See the processes of the host',
    'signal-host': 'Signal a process of the host',
    ptrace: 'Attach to a process of the host',
    'parent-environment': 'Read the environment of the lab',
  }),
  ...area('processes', undefined, {
    fork: 'Make a process',
    exec: 'Run a program',
  }),
  ...area('network', 'network', {
    'tcp-connect': 'Connect to a service of the host',
    'bind-port': 'Bind a port of the host',
    'raw-socket': 'Open a raw socket',
    dns: 'Ask a name server of the host',
  }),
  ...area('kernel', 'root', {
    'engine-socket': 'Reach the socket of the engine',
    mount: 'Mount a file system',
    'load-module': 'Load a module into the kernel',
    'write-proc-sys': 'Open a setting in /proc/sys for writing',
    'write-sys': 'Open a setting in /sys for writing',
    'read-kcore': 'Read the memory of the kernel (/proc/kcore)',
    'read-dev-mem': 'Read the memory of the machine (/dev/mem)',
  }),
  ...area('kernel', 'second-wall', {
    'undefined-import': 'Make a call that its interface does not have',
  }),
  ...area('resources', 'memory', { 'allocate-over': 'Allocate over its memory limit' }),
  ...area('resources', 'time', { 'spin-over': 'Compute over its time limit' }),
  ...area('resources', undefined, {
    'fork-until-refused': 'Make processes until it is refused (64 at most)',
  }),
  ...area('memory-safety', 'second-wall', {
    'oob-read': 'Read outside of its own memory',
    'oob-write': 'Write outside of its own memory',
    'bad-function-pointer': 'Call a function pointer that points nowhere',
    'stack-overflow': 'Overflow its stack (4,000,000 calls deep at most)',
  }),
  ...area('ambient', undefined, {
    'clock-resolution': 'Measure time finer than a microsecond',
    random: 'Draw random bytes',
  }),
];

function area(
  name: AttemptInfo['area'],
  question: AttemptInfo['question'],
  titles: Readonly<Record<string, string>>,
): AttemptInfo[] {
  return Object.entries(titles).map(([id, title]) => ({
    id,
    area: name,
    title,
    ...(question === undefined ? {} : { question }),
  }));
}

/** Undefined when there is none of this name. */
export function attemptInfo(id: string): AttemptInfo | undefined {
  return ATTEMPTS.find((one) => one.id === id);
}

/** Stands in each file that only the host should see: whoever reads it has read the host's. */
export const CANARY_WORD = 'paralelo-canary';
/** How `refused` says that it saw nothing, without an errno. */
export const NO_ERRNO = '-';
