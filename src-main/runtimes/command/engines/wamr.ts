import type { Answers, Engine, Order, Variant } from '../engine.js';
import { flag } from '../holders.js';

/** 4 GiB of addresses and 4 GiB behind them (WAMR's hardware bound check). */
const RESERVED_BYTES = 0x2_0000_0000;

function run(order: Order): string[] {
  return [
    ...order.limitFlags,
    ...Object.entries(order.env).map(([name, value]) => `--env=${name}=${value}`),
    ...order.directories.map(({ hostPath, guestPath }) => `--map-dir=${guestPath}::${hostPath}`),
    order.modulePath,
    ...order.args,
  ];
}

function common({ help = '' }: Answers): Omit<Variant, 'title'> {
  return {
    limits: help.includes('--timeout')
      ? { time: flag('ends the guest (--timeout)', (ms) => [`--timeout=${Math.ceil(ms)}`]) }
      : {},
    gaps: {
      readOnly: 'its command line has no read-only directories',
      ...(help.includes('--map-dir')
        ? {}
        : { directories: 'this build cannot name one (--map-dir)' }),
    },
    notes: [
      'WAMR only warns of an import that it does not have, and fails when it is called; the lab refuses such a module before.',
    ],
    reservedBytes: RESERVED_BYTES,
    run,
  };
}

export const wamr: Engine = {
  id: 'wamr',
  name: 'WAMR (iwasm)',
  executables: ['iwasm'],
  folders: ['~/.wamr/bin'],
  hint: 'Build iwasm from the sources of bytecodealliance/wasm-micro-runtime, or take one of its releases.',
  asks: { version: ['--version'], help: ['--help'] },
  // Builds of before 2023 have no --version, and end with 0 whatever the guest's exit code: they are of no use here.
  version: ({ version = '' }) => /iwasm (\d+\.\d+\.\S+)/.exec(version)?.[1],
  variants: (answers) => [
    { ...common(answers), title: 'as built: interpreter or JIT' },
    {
      ...common(answers),
      mode: 'aot',
      title: 'compiled ahead of time by wamrc',
      compile: {
        extension: '.aot',
        executable: 'wamrc',
        args: ({ modulePath }, artefact) => ['-o', artefact, modulePath],
      },
    },
  ],
  lastWords: /^Exception: /m,
  signs: [
    { codes: [1], words: /^Exception: (terminated by user.*)/, kind: 'timed-out', ambiguous: true },
    {
      codes: [1],
      words: /^Exception: (failed to link import.*)/,
      kind: 'failed-to-start',
      errorCode: 'missing-import',
      ambiguous: true,
    },
    { codes: [1], words: /^Exception: (.*)/, kind: 'trapped', ambiguous: true },
  ],
};
