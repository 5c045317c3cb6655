import { join } from 'node:path';
import type { Answers, Order, Variant } from '../engine.js';
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

const CONFIG = 'wasmtime.toml';
const fromCache = ({ cacheDirectory }: Order): string[] => [
  '-C',
  `cache-config=${join(cacheDirectory, CONFIG)}`,
];

const CACHED: Variant = {
  ...COMMON,
  mode: 'cached',
  title: 'Cranelift, compiled once, then from its cache',
  reservedBytes: RESERVED_BYTES,
  cache: {
    // It compiles, instantiates, and then does not find what it is to call: the guest’s main never runs.
    fill: (order) => [
      'run',
      ...fromCache(order),
      ...order.limitFlags,
      '--invoke',
      'paralelo()',
      order.modulePath,
    ],
    // Compiled, and not linked: the run itself will say so.
    endsWith: /no func export named|no exported func|unknown import/i,
    // Its code in a folder below: from that it removes every file that it does not know.
    config: (directory) => ({
      name: CONFIG,
      content: `[cache]\ndirectory = ${JSON.stringify(join(directory, 'code'))}\n`,
    }),
  },
  run: (order) => run(order, fromCache(order)),
};

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

export function variants({ codegen = '', targets = '' }: Answers): Variant[] {
  return [
    jit(undefined, 'Cranelift, compiled at each start', []),
    CACHED,
    AOT,
    ...(/compiler=.*winch/.test(codegen)
      ? [jit('winch', 'Winch, a compiler that is fast to compile', ['-C', 'compiler=winch'])]
      : []),
    ...(/pulley/i.test(targets) && !/error/i.test(targets)
      ? [jit('pulley', 'Pulley, a portable interpreter', ['--target', 'pulley64'])]
      : []),
  ];
}
