import type { Refuser } from '../../contract/index.js';
import { CAPABILITY_NAMES } from '../capabilities.js';
import type { Standing, Word } from './words.js';

type Refusal = Extract<Word, { verdict: 'refused' }>;

type Capability = (typeof CAPABILITY_NAMES)[number];

const SECCOMP_FILTER = 2;

/** The capability that opens each door (capabilities(7)). */
const NEEDED: Readonly<Record<string, Capability>> = {
  'signal-host': 'KILL',
  ptrace: 'SYS_PTRACE',
  'raw-socket': 'NET_RAW',
  mount: 'SYS_ADMIN',
  'load-module': 'SYS_MODULE',
};

/** Errnos that one wall alone gives, in a container. */
const TELLING: Readonly<Record<string, readonly Refuser[]>> = {
  EROFS: ['read-only-mount'],
  EACCES: ['file-permission'],
  ESRCH: ['namespace'],
  EAGAIN: ['cgroup'],
  ENOMEM: ['cgroup'],
  ENOENT: ['nothing-there'],
  ENOTDIR: ['nothing-there'],
  ENXIO: ['nothing-there'],
  ENODEV: ['nothing-there'],
  ECONNREFUSED: ['nothing-there'],
  ENETUNREACH: ['nothing-there'],
  EHOSTUNREACH: ['nothing-there'],
  EADDRNOTAVAIL: ['nothing-there'],
  ETIMEDOUT: ['nothing-there'],
};

/** What was not seen, by the call that looked. */
const UNSEEN: Readonly<Record<string, readonly Refuser[]>> = {
  // Masked files are a mount of /dev/null over them.
  read: ['masked-path'],
  'processes-seen': ['namespace'],
  bind: ['namespace'],
  environ: ['nothing-there'],
};

/** Calls that look at the permissions of a file. */
const FILE_CALLS: ReadonlySet<string> = new Set([
  'open',
  'opendir',
  'read',
  'write',
  'environ',
  'connect',
]);

/** Every wall that fits what the guest saw; none where nobody can be named. */
export function containerRefusers(
  attempt: string,
  { errno, call, more }: Refusal,
  standing: Standing = {},
): Refuser[] {
  if (errno === undefined) return [...(UNSEEN[call] ?? [])];
  const isFiltered = standing.seccompMode === SECCOMP_FILTER;
  if (errno === 'ENOSYS') return isFiltered ? ['seccomp', 'nothing-there'] : ['nothing-there'];
  if (errno === 'EPERM') return notPermitted(attempt, { call, more }, standing);
  return [...(TELLING[errno] ?? [])];
}

/** The probe asks a second time in a way that only the kernel itself answers, where there is one. */
function notPermitted(
  attempt: string,
  { call, more }: Pick<Refusal, 'call' | 'more'>,
  standing: Standing,
): Refuser[] {
  const isFiltered = standing.seccompMode === SECCOMP_FILTER;
  if (more.includes('stopped-before-kernel') && isFiltered) return ['seccomp'];
  const isPastFilter = more.includes('reaches-kernel') || !isFiltered;
  const filter: Refuser[] = isPastFilter ? [] : ['seccomp'];
  const needed = NEEDED[attempt];
  if (needed === undefined) return [...filter, ...ofFile(call)];
  if (!hasCapability(standing, needed)) return [...filter, 'capability'];
  // What is held in a user namespace of its own counts for nothing outside of it.
  return isPastFilter ? ['namespace'] : filter;
}

function ofFile(call: string): Refuser[] {
  return FILE_CALLS.has(call) ? ['file-permission'] : [];
}

function hasCapability({ effectiveCapabilities = 0n }: Standing, name: Capability): boolean {
  const bit = CAPABILITY_NAMES.indexOf(name);
  return ((effectiveCapabilities >> BigInt(bit)) & 1n) === 1n;
}
