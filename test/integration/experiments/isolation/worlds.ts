import type { Refuser } from '../../../../src-main/contract/index.js';

/** `docker:runc loosened`: a runtime and a set. `native`: the program on the host itself, its way open. */
type World = string;

export interface TwoWorlds {
  /** Where it must be refused, and by whom. */
  refused: Record<World, Refuser[]>;
  /** Where it must be possible. */
  allowed: World[];
  /** What must be on this machine for it to be possible anywhere. */
  needs?: string;
}

const RUNC = 'docker:runc default';
const RUNC_OPEN = 'docker:runc loosened';
const PODMAN_OPEN = 'podman:crun loosened';
const V8 = 'v8 default';
const V8_OPEN = 'v8 loosened';

const NOT_THERE: Refuser[] = ['nothing-there'];
const NAMESPACE: Refuser[] = ['namespace'];
const RUNTIME: Refuser[] = ['runtime'];

/** Every attempt, with a world in which each answer is the only right one. */
export const WORLDS: Record<string, TwoWorlds> = {
  'read-outside': {
    refused: { [RUNC]: NOT_THERE, [V8]: RUNTIME },
    allowed: [RUNC_OPEN, PODMAN_OPEN, V8_OPEN],
  },
  'symlink-out-absolute': {
    refused: { [RUNC]: NOT_THERE, [V8]: RUNTIME },
    allowed: [RUNC_OPEN, 'wazero default'],
  },
  'symlink-out-relative': {
    refused: { [RUNC]: NOT_THERE, [V8]: RUNTIME },
    allowed: [RUNC_OPEN, V8_OPEN, 'wazero default'],
  },
  'symlink-out-folder': {
    refused: { [RUNC]: NOT_THERE, 'wasmtime default': RUNTIME },
    allowed: [RUNC_OPEN, 'v8 default', 'wazero default'],
  },
  'dotdot-out': {
    refused: { [RUNC]: NOT_THERE, [V8]: RUNTIME },
    allowed: [RUNC_OPEN, V8_OPEN],
  },
  'write-read-only': {
    refused: { [RUNC]: ['read-only-mount'], [V8]: RUNTIME },
    allowed: [RUNC_OPEN, V8_OPEN],
  },
  'write-outside': {
    refused: { [RUNC]: NOT_THERE, [V8]: RUNTIME },
    allowed: [RUNC_OPEN, V8_OPEN],
  },
  'list-processes': {
    refused: { [RUNC]: NAMESPACE, [V8]: RUNTIME },
    allowed: [RUNC_OPEN, V8_OPEN],
  },
  'signal-host': { refused: { [RUNC]: NAMESPACE }, allowed: [RUNC_OPEN, PODMAN_OPEN] },
  ptrace: { refused: { [RUNC]: NAMESPACE }, allowed: [RUNC_OPEN, PODMAN_OPEN] },
  'parent-environment': {
    refused: { [RUNC]: NOT_THERE, [V8]: RUNTIME },
    allowed: [RUNC_OPEN, V8_OPEN],
  },
  // A program makes processes and runs programs; a module has no word for either.
  fork: { refused: {}, allowed: [RUNC, RUNC_OPEN] },
  exec: { refused: {}, allowed: [RUNC, RUNC_OPEN] },
  'tcp-connect': { refused: { [RUNC]: NOT_THERE }, allowed: [RUNC_OPEN, PODMAN_OPEN] },
  'bind-port': { refused: { [RUNC]: NAMESPACE }, allowed: [RUNC_OPEN] },
  'raw-socket': { refused: { [RUNC]: ['capability'] }, allowed: [RUNC_OPEN] },
  dns: { refused: { [RUNC]: NOT_THERE }, allowed: [RUNC_OPEN] },
  'engine-socket': { refused: { [RUNC]: NOT_THERE }, allowed: [RUNC_OPEN, PODMAN_OPEN] },
  mount: { refused: { [RUNC]: ['seccomp'] }, allowed: [RUNC_OPEN, PODMAN_OPEN] },
  'load-module': {
    refused: { [RUNC]: ['seccomp', 'capability'] },
    allowed: [RUNC_OPEN],
    needs: '/proc/modules',
  },
  'write-proc-sys': {
    refused: { [RUNC]: ['read-only-mount'], [V8]: RUNTIME },
    allowed: [PODMAN_OPEN, V8_OPEN],
  },
  'write-sys': {
    refused: { [RUNC]: ['read-only-mount'], [V8]: RUNTIME },
    allowed: [PODMAN_OPEN, V8_OPEN],
  },
  'read-kcore': { refused: { [V8]: RUNTIME }, allowed: [PODMAN_OPEN], needs: '/proc/kcore' },
  'read-dev-mem': { refused: { [V8]: RUNTIME }, allowed: [PODMAN_OPEN], needs: '/dev/mem' },
  'undefined-import': { refused: { [V8]: ['linker'] }, allowed: ['v8 with what WASI has'] },
  'allocate-over': {
    refused: { [RUNC]: ['cgroup'], [V8]: RUNTIME },
    allowed: [RUNC_OPEN, V8_OPEN],
  },
  'spin-over': { refused: { [RUNC]: ['lab'], [V8]: ['lab'] }, allowed: [RUNC_OPEN, V8_OPEN] },
  'fork-until-refused': { refused: { [RUNC]: ['cgroup'] }, allowed: [RUNC_OPEN] },
  'oob-read': {
    refused: { [RUNC]: ['memory-protection'], [V8]: ['linear-memory-bounds'] },
    allowed: ['native'],
  },
  'oob-write': {
    refused: { [RUNC]: ['memory-protection'], [V8]: ['linear-memory-bounds'] },
    allowed: ['native'],
  },
  'bad-function-pointer': {
    refused: { [RUNC]: ['memory-protection'], [V8]: ['function-table'] },
    allowed: ['native'],
  },
  'stack-overflow': {
    refused: { [RUNC]: ['stack-limit', 'memory-protection'], [V8]: ['stack-limit'] },
    allowed: ['native without a limit'],
  },
  'clock-resolution': { refused: { 'browser default': RUNTIME }, allowed: [RUNC, V8] },
  random: { refused: { 'docker with a filter': ['seccomp'] }, allowed: [RUNC, V8] },
};

/** What a module cannot even ask for. */
export const NOT_EXPRESSIBLE = [
  'signal-host',
  'ptrace',
  'fork',
  'exec',
  'tcp-connect',
  'bind-port',
  'raw-socket',
  'dns',
  'engine-socket',
  'mount',
  'load-module',
  'fork-until-refused',
];
