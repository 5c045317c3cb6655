/**
 * @typedef {import('./cargo.mjs').Cargo | import('./go.mjs').Go | import('./npm.mjs').Npm
 *   | import('./debian.mjs').Debian} Way how to get it; `by` says which
 *
 * @typedef {object} Runtime
 * @property {string} name the family, as the lab calls it, and of its folder in the cache
 * @property {string} program without `.exe`
 * @property {readonly string[]} asksVersion arguments
 * @property {readonly string[]} [folders] where its own installer puts it; `~` is the user's home
 * @property {Way} [way]
 * @property {string} [takes] roughly, on two cores
 * @property {string} [caveat] what to know about the build that is got so
 * @property {string} [instead] without a way: how the user gets it
 */

/** @type {readonly Runtime[]} the quick ones first: that is the order in which they are installed */
export const RUNTIMES = [
  {
    name: 'bun',
    program: 'bun',
    asksVersion: ['--version'],
    folders: ['~/.bun/bin'],
    way: { by: 'npm', package: 'bun', scope: '@oven' },
    takes: 'half a minute, 110 MB',
  },
  {
    name: 'deno',
    program: 'deno',
    asksVersion: ['--version'],
    folders: ['~/.deno/bin'],
    way: { by: 'npm', package: 'deno', scope: '@deno' },
    takes: 'half a minute, 100 MB',
  },
  {
    name: 'wazero',
    program: 'wazero',
    asksVersion: ['version'],
    folders: ['~/go/bin'],
    way: { by: 'go', module: 'github.com/tetratelabs/wazero/cmd/wazero' },
    takes: 'a minute',
  },
  {
    name: 'wasmedge',
    program: 'wasmedge',
    asksVersion: ['--version'],
    folders: ['~/.wasmedge/bin'],
    way: { by: 'debian', package: 'wasmedge', release: 'trixie' },
    takes: 'a minute, 180 MB',
    caveat: "Debian 13's, with its own libraries, started by a small shell script",
  },
  {
    name: 'wasmtime',
    program: 'wasmtime',
    asksVersion: ['--version'],
    folders: ['~/.wasmtime/bin', '~/.cargo/bin'],
    way: { by: 'cargo', crate: 'wasmtime-cli' },
    takes: '15 minutes',
  },
  {
    name: 'wasmer',
    program: 'wasmer',
    asksVersion: ['--version'],
    folders: ['~/.wasmer/bin', '~/.cargo/bin'],
    // Its default has no compiler at all; LLVM and V8 would have to be installed or downloaded.
    way: { by: 'cargo', crate: 'wasmer-cli', features: ['cranelift', 'singlepass'] },
    takes: '25 minutes',
  },
  {
    name: 'wamr',
    program: 'iwasm',
    asksVersion: ['--version'],
    folders: ['~/.wamr/bin'],
    instead:
      "the only iwasm in a package registry is of 2022 and loses the guest's exit code; build it from WAMR's sources (cmake), and put it on the PATH",
  },
  {
    name: 'wasm3',
    program: 'wasm3',
    asksVersion: ['--version'],
    instead:
      'no package registry has the program; build it from its sources (cmake), and put it on the PATH',
  },
  {
    name: 'wabt',
    program: 'wasm-interp',
    asksVersion: ['--version'],
    instead:
      'every packaged wasm-interp is built without WASI; build wabt from its sources with -DWITH_WASI=ON, and put it on the PATH',
  },
  {
    name: 'lucet',
    program: 'lucet-wasi',
    asksVersion: ['--version'],
    instead: 'it is retired, and wasmtime succeeded it: npm run runtimes -- install wasmtime',
  },
];

/** @param {Way} way */
export function describeWay(way) {
  switch (way.by) {
    case 'cargo':
      return `cargo install ${way.crate}`;
    case 'go':
      return `go install ${way.module}`;
    case 'npm':
      return `npm install ${way.package}`;
    case 'debian':
      return `the package ${way.package} of Debian's ${way.release}`;
  }
}
