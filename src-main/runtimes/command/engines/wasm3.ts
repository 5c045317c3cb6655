import type { Engine } from '../engine.js';

export const wasm3: Engine = {
  id: 'wasm3',
  name: 'wasm3',
  executables: ['wasm3'],
  hint: 'Build it from the sources of wasm3/wasm3, or take a package of your distribution.',
  asks: { version: ['--version'] },
  version: ({ version = '' }) => /Wasm3 v?(\d+\.\d+\.\S+)/i.exec(version)?.[1],
  variants: () => [
    {
      title: 'interpreter',
      gaps: {
        directories: 'it always grants the folder it runs in, and no other',
        environment: 'its command line has no option for it',
      },
      notes: [
        'No sandbox: with its simple WASI a guest reads and writes whatever the user may, through "../". Never run a module in it that you do not trust.',
      ],
      run: ({ modulePath, args }) => [modulePath, ...args],
    },
  ],
  lastWords: /^Error: /m,
  signs: [
    { codes: [1], words: /^Error: \[trap\] (.*)/, kind: 'trapped', ambiguous: true },
    {
      codes: [1],
      words: /^Error: (missing imported function.*|.*function lookup failed.*)/,
      kind: 'failed-to-start',
      errorCode: 'missing-import',
      ambiguous: true,
    },
    { codes: [1], words: /^Error: (.*)/, kind: 'failed-to-start', ambiguous: true },
  ],
};
