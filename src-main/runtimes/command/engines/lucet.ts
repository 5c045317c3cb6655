import type { Engine } from '../engine.js';
import { flag } from '../holders.js';

/** Retired in 2020: Wasmtime took its place. Kept for the paper, which names it. Its options are as documented. */
export const lucet: Engine = {
  id: 'lucet',
  name: 'Lucet',
  executables: ['lucet-wasi'],
  folders: ['/opt/lucet/bin'],
  hint: 'It is retired since 2020 and needs sources of that time; Wasmtime succeeded it.',
  asks: { version: ['--version'] },
  version: ({ version = '' }) => /lucet-wasi (\S+)/.exec(version)?.[1],
  variants: () => [
    {
      title: 'compiled ahead of time by lucetc',
      limits: {
        memory: flag('refuses growth beyond it (--max-heap-size)', (bytes) => [
          '--max-heap-size',
          String(bytes),
        ]),
        time: flag('ends the guest (--timeout)', (ms) => ['--timeout', String(Math.ceil(ms))]),
      },
      gaps: {
        readOnly: 'its command line has no read-only directories',
        environment: 'its command line has no option for it',
      },
      notes: ['Retired, and without fixes since 2020: not for modules that you do not trust.'],
      compile: {
        extension: '.so',
        executable: 'lucetc-wasi',
        args: ({ modulePath }, artefact) => ['-o', artefact, modulePath],
      },
      run: ({ limitFlags, directories, modulePath, args }) => [
        ...limitFlags,
        ...directories.flatMap(({ hostPath, guestPath }) => ['--dir', `${hostPath}:${guestPath}`]),
        modulePath,
        '--',
        ...args,
      ],
    },
  ],
  lastWords: /^(?:Error|thread|guest)/m,
  signs: [],
};
