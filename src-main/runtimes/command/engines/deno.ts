import { wholePages } from '../../../isolation/module/index.js';
import { severalMemories } from '../../module/limits.js';
import type { Engine, Order } from '../engine.js';
import { HOST_LAST_WORDS, HOST_SIGNS, HOST_URL, hostArguments } from './javascript.js';

/** Its V8 reserves 4 GiB for a memory (seen with Deno 2.9); one of its own heap has the same shape and is larger. */
const RESERVED_BYTES = 0x1_0000_0000;

/** Deno's permissions are a second wall around its WASI: only the module and what is granted. */
function permissions({ modulePath, directories }: Order): string[] {
  // Its lists are separated by commas; two commas are one of a path.
  const listed = (paths: readonly string[]): string =>
    paths.map((path) => path.replaceAll(',', ',,')).join(',');
  const granted = directories.map(({ hostPath }) => hostPath);
  return [
    `--allow-read=${listed([modulePath, ...granted])}`,
    ...(granted.length === 0 ? [] : [`--allow-write=${listed(granted)}`]),
  ];
}

export const deno: Engine = {
  id: 'deno',
  name: 'Deno (V8)',
  executables: ['deno'],
  folders: ['~/.deno/bin'],
  hint: '`npm run runtimes -- install deno`, or the installer of deno.com.',
  asks: { version: ['--version'] },
  version: ({ version = '' }) => /^deno (\d+\.\d+\.\S+)/m.exec(version)?.[1],
  variants: ({ version = '' }) => [
    {
      title: `V8 ${/^v8 (\S+)/m.exec(version)?.[1] ?? ''}, in tiers`.replace(' ,', ','),
      limits: {
        memory: {
          by: 'v8-flag',
          how: 'V8 refuses to grow the linear memory beyond it (--wasm-max-mem-pages)',
          flags: (bytes) => [`--v8-flags=--wasm-max-mem-pages=${wholePages(bytes)}`],
          unless: severalMemories,
        },
      },
      reservedBytes: RESERVED_BYTES,
      gaps: { readOnly: 'its WASI wants write access to every directory' },
      notes: ['Deno calls its WASI experimental.'],
      run: (order) => [
        'run',
        '--quiet',
        '--no-prompt',
        '--no-config',
        '--no-lock',
        '--no-remote',
        ...order.limitFlags,
        ...permissions(order),
        HOST_URL,
        ...hostArguments(order),
      ],
    },
  ],
  lastWords: HOST_LAST_WORDS,
  signs: HOST_SIGNS,
};
