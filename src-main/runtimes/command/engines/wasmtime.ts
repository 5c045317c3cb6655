import type { Engine } from '../engine.js';
import { variants } from './wasmtime-modes.js';

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
  variants,
  lastWords: /^Error: (failed to (run|compile|instantiate|read|parse)|deserialization)/m,
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
      words: /^Error: (failed to (?:read|parse)[^\n]*)/,
      kind: 'failed-to-start',
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
