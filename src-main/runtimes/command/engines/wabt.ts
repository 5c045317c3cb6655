import { MODULE } from '../ask.js';
import type { Engine } from '../engine.js';

export const wabt: Engine = {
  id: 'wabt',
  name: 'WABT (wasm-interp)',
  executables: ['wasm-interp'],
  hint: 'Build wasm-interp of WebAssembly/wabt with -DWITH_WASI=ON: the packages of distributions lack WASI.',
  asks: { version: ['--version'], wasi: ['--wasi', MODULE] },
  // Its help lists --wasi also where it is not compiled in.
  version: ({ version = '', wasi = '' }) =>
    /not compiled in/i.test(wasi) ? undefined : /^(\d+\.\d+\.\S+)/m.exec(version)?.[1],
  variants: () => [
    {
      title: 'interpreter',
      gaps: { directories: 'its command line cannot give a directory another path in the guest' },
      run: ({ modulePath, args, env }) => [
        '--wasi',
        ...Object.entries(env).flatMap(([name, value]) => ['-e', `${name}=${value}`]),
        modulePath,
        ...args,
      ],
    },
  ],
  lastWords: /^(?:error|.*\(\) => error): /m,
  signs: [
    {
      codes: [1],
      words: /error: ((?:unreachable|out of bounds|integer|undefined|call stack|indirect).*)/,
      kind: 'trapped',
      ambiguous: true,
    },
    {
      codes: [1],
      words: /error: (.*import.*)/,
      kind: 'failed-to-start',
      errorCode: 'missing-import',
      ambiguous: true,
    },
  ],
};
