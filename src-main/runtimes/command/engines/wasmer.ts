import type { Engine, Order, Variant } from '../engine.js';

/** 8 GiB and one page (seen with 7.4.2). */
const RESERVED_BYTES = 0x2_0001_0000;
/** What a build may have been made with, the first one found is its plain mode. */
const COMPILERS = ['Cranelift', 'LLVM', 'Singlepass'] as const;
type Compiler = (typeof COMPILERS)[number];

const COMMON = {
  gaps: { readOnly: 'its command line has no read-only directories' },
  reservedBytes: RESERVED_BYTES,
} satisfies Partial<Variant>;

const chosen = (compiler: Compiler): string => `--${compiler.toLowerCase()}`;

function run(order: Order, flags: readonly string[]): string[] {
  return [
    'run',
    '--quiet',
    '--disable-cache',
    ...flags,
    ...Object.entries(order.env).flatMap(([name, value]) => ['--env', `${name}=${value}`]),
    ...order.directories.flatMap(({ hostPath, guestPath }) => [
      '--volume',
      `${hostPath}:${guestPath}`,
    ]),
    order.modulePath,
    '--',
    ...order.args,
  ];
}

function atEachStart(compiler: Compiler, isPlain: boolean): Variant {
  return {
    ...COMMON,
    ...(isPlain ? {} : { mode: compiler.toLowerCase() }),
    title: `${compiler}, compiled at each start`,
    run: (order) => run(order, [chosen(compiler)]),
  };
}

function ahead(compiler: Compiler): Variant {
  return {
    ...COMMON,
    mode: 'aot',
    title: `${compiler}, compiled ahead of time`,
    compile: {
      extension: '.wasmu',
      args: ({ modulePath }, artefact) => ['compile', chosen(compiler), '-o', artefact, modulePath],
    },
    run: (order) => run(order, []),
  };
}

export const wasmer: Engine = {
  id: 'wasmer',
  name: 'Wasmer',
  executables: ['wasmer'],
  folders: ['~/.wasmer/bin', '~/.cargo/bin'],
  hint: '`npm run runtimes -- install wasmer`, or the installer of wasmer.io.',
  asks: { version: ['-V', '-v'] },
  version: ({ version = '' }) => /^wasmer (\d+\.\d+\.\S+)/m.exec(version)?.[1],
  variants: ({ version = '' }) => {
    const built = COMPILERS.filter((one) =>
      new RegExp(`(runtimes|compiler).*${one}`, 'i').test(version),
    );
    const [plain = 'Cranelift', ...others] = built;
    return [
      atEachStart(plain, true),
      ahead(plain),
      ...others.map((compiler) => atEachStart(compiler, false)),
    ];
  },
  lastWords: /^(?:RuntimeError|error|Error): /m,
  signs: [
    // 45 in 7.4.2, 1 in older versions.
    { codes: [1, 45], words: /^RuntimeError: (.*)/, kind: 'trapped', ambiguous: true },
    {
      codes: [1],
      words: /(unknown import.*)/,
      kind: 'failed-to-start',
      errorCode: 'missing-import',
      ambiguous: true,
    },
    { codes: [1], words: /^[Ee]rror: (.*)/, kind: 'failed-to-start', ambiguous: true },
  ],
};
