import { reader } from './grammar.js';
import {
  environment,
  guestFirst,
  hostFirst,
  moduleOption,
  pageLimit,
  wasmedgeDirectory,
  wasmtimeLimits,
  wazeroMount,
} from './takes.js';

const words = (text: string): string[] => text.split(/\s+/);

/** Wasmtime 48, and what older versions had. */
export const wasmtime = reader({
  runs: ['run', 'serve'],
  idle: words(
    'compile config explore settings wast completion objdump hot-blocks wizer replay help wasm2obj',
  ),
  valued: words(
    'O C D S R optimize codegen debug wasi record target config invoke preload argv0 addr shutdown-addr fuel wasm-timeout wasm-features wasi-modules cranelift-set tcplisten listenfd',
  ),
  takes: {
    dir: hostFirst('::'),
    mapdir: guestFirst('::'),
    env: environment,
    W: wasmtimeLimits,
    wasm: wasmtimeLimits,
  },
});

/** Wasmer 7; `--mapdir` is of versions before 3. */
export const wasmer = reader({
  runs: ['run', 'run-unstable'],
  idle: words(
    'login logout auth publish cache validate compile create-exe create-obj config self-update inspect init wast binfmt whoami add journal package container deploy app cron ssh namespace domain gen-completions help',
  ),
  valued: words(
    'wasmer-dir cache-dir registry log-format token log-events color compiler-debug-dir profiler compiler-threads cwd env-file use include-webc map-command enable-cpu-backoff journal journal-writable with-compact-on-growth snapshot-on snapshot-period stack-size e entrypoint i invoke command-name',
  ),
  takes: {
    volume: hostFirst(':'),
    dir: hostFirst(':'),
    mapdir: guestFirst(':'),
    env: environment,
  },
  dropsDashes: true,
});

export const wasmedge = reader({
  runs: ['run'],
  idle: ['compile', 'parse', 'instantiate', 'validate', 'version'],
  valued: words('time-limit gas-limit forbidden-plugin run-mode log-level'),
  takes: { dir: wasmedgeDirectory, env: environment, 'memory-page-limit': pageLimit },
});

export const wazero = reader({
  runs: ['run'],
  valued: words('cachedir hostlogging listen timeout workers cpuprofile memprofile'),
  takes: { mount: wazeroMount, env: environment },
  dropsDashes: true,
});

/** Its options have their values behind `=`, but for these. */
export const iwasm = reader({
  runs: [],
  idle: [],
  valued: ['f', 'function'],
  takes: { dir: hostFirst('::'), 'map-dir': guestFirst('::'), env: environment },
});

export const wasm3 = reader({
  runs: [],
  idle: [],
  valued: words('func stack-size gas-limit'),
});

export const wasmInterp = reader({
  runs: [],
  idle: [],
  valued: words('V value-stack-size C call-stack-size r run-export'),
  takes: { e: environment, env: environment, d: hostFirst('::'), dir: hostFirst('::') },
});

export const lucet = reader({
  runs: [],
  idle: [],
  valued: words('entrypoint preopen max-heap-size min-globals-size stack-size timeout'),
  takes: { dir: hostFirst(':') },
});

export const lunatic = reader({
  runs: ['run'],
  idle: words('init control node login deploy app help'),
  takes: { dir: hostFirst('::') },
});

export const wws = reader({
  runs: [],
  idle: ['runtimes', 'help'],
  valued: words('host hostname p port prefix i ignore'),
});

export const slight = reader({
  runs: ['run'],
  valued: words('c config input link'),
  takes: { m: moduleOption, module: moduleOption },
});
