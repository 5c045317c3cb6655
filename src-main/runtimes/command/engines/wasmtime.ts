import type { Engine, Order, Variant } from '../engine.js';
import { flag } from '../holders.js';

/**
 * 4 GiB of addresses and 32 MiB of guard behind them (Wasmtime's memory_reservation and memory_guard_size).
 * Pulley, an interpreter, checks every access by itself and reserves nothing.
 */
const RESERVED_BYTES = 0x1_0000_0000 + 0x200_0000;

const COMMON = {
  limits: {
    memory: flag('refuses growth beyond it (-W max-memory-size)', (bytes) => [
      '-W',
      `max-memory-size=${bytes}`,
    ]),
    time: flag('interrupts the guest (-W timeout); code is compiled with checks for it', (ms) => [
      '-W',
      `timeout=${Math.ceil(ms)}ms`,
    ]),
    fuel: flag('counts instructions (-W fuel); code is compiled with counters for it', (fuel) => [
      '-W',
      `fuel=${fuel}`,
    ]),
  },
  gaps: { readOnly: 'its command line has no read-only directories' },
  runsComponents: true,
} satisfies Partial<Variant>;

function run(order: Order, flags: readonly string[]): string[] {
  return [
    'run',
    ...flags,
    ...order.limitFlags,
    ...Object.entries(order.env).flatMap(([name, value]) => ['--env', `${name}=${value}`]),
    ...order.directories.flatMap(({ hostPath, guestPath }) => [
      '--dir',
      `${hostPath}::${guestPath}`,
    ]),
    order.modulePath,
    ...order.args,
  ];
}

function jit(mode: string | undefined, title: string, flags: readonly string[]): Variant {
  return {
    ...COMMON,
    ...(mode === 'pulley' ? {} : { reservedBytes: RESERVED_BYTES }),
    ...(mode === undefined ? {} : { mode }),
    title,
    run: (order) => run(order, ['-C', 'cache=n', ...flags]),
  };
}

const AOT: Variant = {
  ...COMMON,
  reservedBytes: RESERVED_BYTES,
  mode: 'aot',
  title: 'Cranelift, compiled ahead of time',
  compile: {
    extension: '.cwasm',
    args: ({ limitFlags, modulePath }, artefact) => [
      'compile',
      ...limitFlags,
      // `run -W timeout` turns this on by itself, `compile` does not.
      ...(limitFlags.some((text) => text.startsWith('timeout='))
        ? ['-W', 'epoch-interruption']
        : []),
      '-o',
      artefact,
      modulePath,
    ],
  },
  run: (order) => run(order, ['-C', 'cache=n', '--allow-precompiled']),
};

export const wasmtime: Engine = {
  id: 'wasmtime',
  name: 'Wasmtime',
  executables: ['wasmtime'],
  folders: ['~/.wasmtime/bin', '~/.cargo/bin'],
  hint: '`npm run runtimes -- install wasmtime`, or the installer of wasmtime.dev.',
  asks: {
    version: ['--version'],
    codegen: ['run', '-C', 'help'],
    targets: ['settings', '--target', 'pulley64'],
  },
  version: ({ version = '' }) => /^wasmtime(?:-cli)? (\d+\.\d+\.\S+)/m.exec(version)?.[1],
  variants: ({ codegen = '', targets = '' }) => [
    jit(undefined, 'Cranelift, compiled at each start', []),
    AOT,
    ...(/compiler=.*winch/.test(codegen)
      ? [jit('winch', 'Winch, a compiler that is fast to compile', ['-C', 'compiler=winch'])]
      : []),
    ...(/pulley/i.test(targets) && !/error/i.test(targets)
      ? [jit('pulley', 'Pulley, a portable interpreter', ['--target', 'pulley64'])]
      : []),
  ],
  lastWords: /^Error: failed (to (run|compile|instantiate)|deserialization)/m,
  signs: [
    { codes: [134], words: /wasm trap: (all fuel consumed.*)/, kind: 'fuel-exhausted' },
    { codes: [134], words: /wasm trap: (interrupt)/, kind: 'timed-out' },
    { codes: [134], words: /wasm trap: (.*)/, kind: 'trapped' },
    {
      codes: [1],
      words: /exit with invalid exit status outside of/,
      kind: 'exited',
      reason:
        'The guest exited with a code above 125, which Wasmtime does not pass on: its process ended with 1.',
    },
    {
      codes: [1],
      words: /unknown import: (.*)/,
      kind: 'failed-to-start',
      errorCode: 'missing-import',
      ambiguous: true,
    },
    {
      codes: [1],
      words: /Caused by:\s+(?:0: )?([^\n]*)/,
      kind: 'failed-to-start',
      ambiguous: true,
    },
  ],
};
