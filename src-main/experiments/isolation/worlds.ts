import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ProbeSet, RunRequestInput, RuntimeKind, Volume } from '../../contract/index.js';
import { CANARY_VARIABLE } from './canaries.js';
import type { Canaries } from './canaries.js';
import { CANARY_WORD } from '../../isolation/probes/index.js';

/** What an attempt is given in one world: its values, and what differs from the least that a run has. */
export interface World {
  values?: (string | number)[];
  volumes?: Volume[];
  env?: Record<string, string>;
  network?: string;
  limits?: RunRequestInput['limits'];
}

export interface Place {
  kind: RuntimeKind;
  set: ProbeSet;
  canaries: Canaries;
  /** Where it cannot be given a directory, an attempt that is not about one is made without. */
  takesDirectories: boolean;
  /** Waited longer where a start took all of the time. */
  timeFactor: number;
}

/** Half of what `allocate-over` wants. */
const MEMORY_BYTES = 32 << 20;
/** Fewer than `fork-until-refused` wants; an engine's own helpers count, too. */
const PIDS = 24;
const TIMEOUT_MS = 1000;
const SPIN_MS = 1200;
const ENGINE_SOCKET = '/var/run/docker.sock';
/** Settings of /sys that may be written by whom the kernel lets; the first that is there. Nothing is written. */
const SYS_SETTINGS = [
  '/sys/kernel/profiling',
  '/sys/kernel/rcu_expedited',
  '/sys/kernel/mm/ksm/run',
];

/** Attempts that are not listed need nothing. */
export function worldOf(attempt: string, place: Place): World {
  return WORLDS[attempt]?.(place) ?? {};
}

const WORLDS: Readonly<Record<string, (place: Place) => World>> = {
  'read-outside': (place) => ({
    values: [join(place.canaries.files.outside, 'secret.txt')],
    volumes: besides(place),
  }),
  'write-outside': (place) => ({
    values: [join(place.canaries.files.outside, 'written.txt')],
    volumes: besides(place),
  }),
  'symlink-out-absolute': (place) => outOf(place, 'link-absolute'),
  'symlink-out-relative': (place) => outOf(place, 'link-relative'),
  'symlink-out-folder': (place) => outOf(place, 'link-folder/secret.txt'),
  'dotdot-out': (place) => outOf(place, '../outside/secret.txt'),
  'write-read-only': ({ set, canaries: { files } }) => ({
    values: ['/read-only/written.txt'],
    volumes: [volume(files.readOnly, '/read-only', set === 'default')],
  }),
  'list-processes': (place) => ({
    values: [place.canaries.pid, CANARY_WORD],
    volumes: hostFolder(place, '/proc'),
  }),
  'signal-host': ({ canaries }) => ({ values: [canaries.pid] }),
  ptrace: ({ canaries }) => ({ values: [canaries.pid] }),
  'parent-environment': ({ set, canaries }) => ({
    values: [CANARY_VARIABLE, canaries.pid],
    ...(set === 'loosened' ? { env: { [CANARY_VARIABLE]: 'passed on' } } : {}),
  }),
  'fork-until-refused': ({ kind, set }) => ({
    values: [64],
    ...(kind === 'container' && set === 'default' ? { limits: { pids: PIDS } } : {}),
  }),
  'tcp-connect': ({ canaries: { listeners } }) => ({ values: [listeners.tcpPort] }),
  'bind-port': ({ canaries: { listeners, networkNamespace } }) => ({
    values: [listeners.freePort, networkNamespace],
  }),
  dns: ({ canaries: { listeners } }) => ({ values: [listeners.udpPort] }),
  'engine-socket': ({ kind, set, canaries: { listeners } }) => ({
    values: [ENGINE_SOCKET],
    volumes:
      kind === 'container' && set === 'loosened'
        ? [volume(listeners.socketPath, ENGINE_SOCKET)]
        : [],
  }),
  mount: (place) => ({ values: ['/granted/mount-point'], volumes: granted(place) }),
  'write-proc-sys': (place) => ({
    values: ['/proc/sys/vm/swappiness'],
    volumes: hostFolder(place, '/proc'),
  }),
  'write-sys': (place) => ({
    values: [SYS_SETTINGS.find((path) => existsSync(path)) ?? SYS_SETTINGS[0] ?? ''],
    volumes: hostFolder(place, '/sys'),
  }),
  'read-kcore': (place) => ({ values: ['/proc/kcore'], volumes: hostFolder(place, '/proc') }),
  'read-dev-mem': (place) => ({ values: ['/dev/mem'], volumes: hostFolder(place, '/dev') }),
  'allocate-over': ({ set }) => ({
    values: [2 * MEMORY_BYTES],
    ...(set === 'default' ? { limits: { memoryBytes: MEMORY_BYTES } } : {}),
  }),
  'spin-over': ({ set, timeFactor }) => ({
    values: [`${SPIN_MS * timeFactor}ms`],
    ...(set === 'default' ? { limits: { timeoutMs: TIMEOUT_MS * timeFactor } } : {}),
  }),
};

function volume(hostPath: string, guestPath: string, readOnly = false): Volume {
  return { hostPath, guestPath, readOnly };
}

function granted({ canaries: { files } }: Place): Volume[] {
  return [volume(files.granted, '/granted')];
}

/** The target is in none of them unless all is given. */
function besides(place: Place): Volume[] {
  const { takesDirectories, set } = place;
  if (!takesDirectories && set === 'default') return [];
  return [...granted(place), ...wholeFolder(place)];
}

/** Under its own path, so that what is outside of every other grant is inside of this one. */
function wholeFolder({ set, canaries: { files } }: Place): Volume[] {
  return set === 'loosened' ? [volume(files.folder, files.folder)] : [];
}

/** What `--privileged` gives a container, a module can only be granted as a directory. */
function hostFolder({ kind, set }: Place, path: string): Volume[] {
  return kind === 'wasm' && set === 'loosened' ? [volume(path, path)] : [];
}

/**
 * The target is outside of the directory that is granted. Loosened, a container also gets it where the way leads; a module gets the directory above,
 * in which the same way leads nowhere out.
 */
function outOf(place: Place, path: string): World {
  const { kind, set, canaries } = place;
  const { folder, outside } = canaries.files;
  if (set === 'default') return { values: [`/granted/${path}`], volumes: granted(place) };
  if (kind === 'wasm') {
    return { values: [`/canary/granted/${path}`], volumes: [volume(folder, '/canary')] };
  }
  const targets = [...wholeFolder(place), volume(outside, '/outside')];
  return { values: [`/granted/${path}`], volumes: [...granted(place), ...targets] };
}
