import type { Engine } from '../engine.js';
import { HOST_CODE, HOST_LAST_WORDS, HOST_SIGNS, hostArguments } from './javascript.js';

/** JavaScriptCore, the engine of Safari, through Bun's node:wasi. */
export const bun: Engine = {
  id: 'bun',
  name: 'Bun (JavaScriptCore)',
  executables: ['bun'],
  folders: ['~/.bun/bin'],
  hint: '`npm run runtimes -- install bun`, or the installer of bun.com.',
  asks: { version: ['--version'], help: ['--help'] },
  version: ({ version = '', help = '' }) =>
    help.includes('Bun') ? /^(\d+\.\d+\.\S+)\s*$/m.exec(version)?.[1] : undefined,
  variants: () => [
    {
      title: 'JavaScriptCore, in tiers: interpreter, then compiled',
      gaps: { readOnly: 'its WASI has no read-only directories' },
      notes: [
        'Bun’s WASI is written in JavaScript and is not documented as a sandbox: do not grant a directory to a module you do not trust.',
      ],
      run: (order) => ['--no-install', '-e', HOST_CODE, ...hostArguments(order)],
    },
  ],
  lastWords: HOST_LAST_WORDS,
  signs: HOST_SIGNS,
};
