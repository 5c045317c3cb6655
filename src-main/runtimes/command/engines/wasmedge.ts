import type { Engine, Order, Sign, Variant } from '../engine.js';
import { flag, pageFlag } from '../holders.js';

/** 4 GiB of addresses and 4 GiB behind them, which no index and offset can leave. */
const RESERVED_BYTES = 0x2_0000_0000;

const COMMON = {
  limits: {
    memory: pageFlag('refuses growth beyond it (--memory-page-limit)', (pages) => [
      '--memory-page-limit',
      String(pages),
    ]),
    time: flag('interrupts the guest (--time-limit)', (ms) => [
      '--time-limit',
      String(Math.ceil(ms)),
    ]),
    fuel: flag('counts gas (--gas-limit)', (fuel) => ['--gas-limit', String(fuel)]),
  },
  reservedBytes: RESERVED_BYTES,
  notes: [
    'WasmEdge writes its own messages to the guest’s stdout or stderr, whichever its version uses.',
  ],
} satisfies Partial<Variant>;

function run(order: Order, flags: readonly string[]): string[] {
  return [
    'run',
    ...flags,
    ...order.limitFlags,
    ...Object.entries(order.env).flatMap(([name, value]) => ['--env', `${name}=${value}`]),
    ...order.directories.flatMap(({ hostPath, guestPath, readOnly }) => [
      '--dir',
      `${guestPath}:${hostPath}${readOnly ? ':readonly' : ''}`,
    ]),
    order.modulePath,
    ...order.args,
  ];
}

/** Code that is to be interrupted or to count gas has to be compiled for it. */
function compileFlags(limitFlags: readonly string[]): string[] {
  return [
    ...(limitFlags.includes('--time-limit') ? ['--interruptible'] : []),
    ...(limitFlags.includes('--gas-limit') ? ['--enable-gas-measuring'] : []),
  ];
}

/** From 0.15 on the way to execute is said by --run-mode; before, artefacts ran as such, and the rest interpreted. */
function variants(help: string): Variant[] {
  const hasRunMode = help.includes('--run-mode');
  const how = (mode: string): string[] => (hasRunMode ? ['--run-mode', mode] : []);
  const plain: Variant = {
    ...COMMON,
    title: 'interpreter',
    run: (order) => run(order, how('interpreter')),
  };
  const aot: Variant = {
    ...COMMON,
    mode: 'aot',
    title: 'LLVM, compiled ahead of time',
    compile: {
      extension: '.so',
      args: ({ limitFlags, modulePath }, artefact) => [
        'compile',
        ...compileFlags(limitFlags),
        modulePath,
        artefact,
      ],
    },
    run: (order) => run(order, how('aot')),
  };
  const jit: Variant = {
    ...COMMON,
    mode: 'jit',
    title: 'LLVM, compiled at each start',
    run: (order) => run(order, how('jit')),
  };
  // Before --run-mode its JIT writes a log of the compilation into the guest's own output.
  return hasRunMode ? [plain, aot, jit] : [plain, aot];
}

const BY_134 = { codes: [134], ambiguous: true } as const;
const SIGNS: readonly Sign[] = [
  { ...BY_134, words: /(Cost exceeded limit.*)/, kind: 'fuel-exhausted' },
  { ...BY_134, words: /(cost limit exceeded.*)/i, kind: 'fuel-exhausted' },
  { ...BY_134, words: /(execution interrupted)/, kind: 'timed-out' },
  { ...BY_134, words: /execution failed: (.*?),? Code/, kind: 'trapped' },
  {
    codes: [1],
    words: /(unknown import.*)/,
    kind: 'failed-to-start',
    errorCode: 'missing-import',
    ambiguous: true,
  },
  {
    codes: [1],
    words: /(?:loading|validation|instantiation) failed: (.*)/,
    kind: 'failed-to-start',
    ambiguous: true,
  },
];

export const wasmedge: Engine = {
  id: 'wasmedge',
  name: 'WasmEdge',
  executables: ['wasmedge'],
  folders: ['~/.wasmedge/bin'],
  hint: '`npm run runtimes -- install wasmedge`, or the installer of wasmedge.org.',
  asks: { version: ['--version'], help: ['run', '--help'] },
  version: ({ version = '' }) => /wasmedge version (\d+\.\d+\.\S+)/.exec(version)?.[1],
  variants: ({ help = '' }) => variants(help),
  // The lines that follow the first one of a message begin with blanks.
  lastWords: /^\[[^\]\n]+\] \[error\] (?! |When executing)/m,
  signs: SIGNS,
};
