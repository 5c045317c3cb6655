import type { Engine, Order, Variant } from '../engine.js';
import { flag } from '../holders.js';

const COMMON = {
  limits: {
    time: flag('closes the module (-timeout)', (ms) => ['-timeout', `${Math.ceil(ms)}ms`]),
  },
  notes: [
    'wazero follows symbolic links, and "..", out of a granted directory: do not grant one to a module you do not trust.',
  ],
} satisfies Partial<Variant>;

function run(order: Order, flags: readonly string[]): string[] {
  return [
    'run',
    ...flags,
    ...order.limitFlags,
    ...Object.entries(order.env).flatMap(([name, value]) => ['-env', `${name}=${value}`]),
    ...order.directories.map(
      ({ hostPath, guestPath, readOnly }) =>
        `-mount=${hostPath}:${guestPath}${readOnly ? ':ro' : ''}`,
    ),
    order.modulePath,
    // Without anything behind it, the guest would see the dashes themselves.
    ...(order.args.length === 0 ? [] : ['--', ...order.args]),
  ];
}

export const wazero: Engine = {
  id: 'wazero',
  name: 'wazero',
  executables: ['wazero'],
  folders: ['~/go/bin'],
  hint: '`npm run runtimes -- install wazero`, or `go install github.com/tetratelabs/wazero/cmd/wazero@latest`.',
  asks: { version: ['version'], help: ['run', '-h'] },
  version: ({ version = '', help = '' }) =>
    help.includes('wazero') ? /^v?(\d+\.\S+|dev)\s*$/m.exec(version)?.[1] : undefined,
  variants: () => [
    { ...COMMON, title: 'compiled at each start', run: (order) => run(order, []) },
    {
      ...COMMON,
      mode: 'interpreter',
      title: 'interpreter',
      run: (order) => run(order, ['-interpreter']),
    },
    {
      ...COMMON,
      mode: 'cached',
      title: 'compiled once, then from its cache',
      cache: {
        fill: (order) => ['compile', '-cachedir', order.cacheDirectory, order.modulePath],
      },
      run: (order) => run(order, ['-cachedir', order.cacheDirectory]),
    },
  ],
  lastWords: /^error(?: \w+ing wasm binary)?: /m,
  signs: [
    {
      codes: [255],
      words: /module closed with (context deadline exceeded.*)/,
      kind: 'timed-out',
      ambiguous: true,
    },
    {
      codes: [1],
      words:
        /failed: (?:wasm error: )?((?:unreachable|out of bounds|integer|invalid|indirect|stack|table|undefined|unaligned).*)/,
      kind: 'trapped',
      ambiguous: true,
    },
    {
      codes: [1],
      words: /is not exported in module|not instantiated/,
      kind: 'failed-to-start',
      errorCode: 'missing-import',
      ambiguous: true,
    },
    {
      codes: [1],
      words: /^error \w+ing wasm binary: ([^\n]*)/,
      kind: 'failed-to-start',
      ambiguous: true,
    },
  ],
};
