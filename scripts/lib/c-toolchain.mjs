// The C compilers of what comes with Paralelo ready-built, and how it is told which were used.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const EXIT_UNAVAILABLE = 69;
const COMMON_FLAGS = ['-std=gnu11', '-Wall', '-Wextra', '-Werror', '-O2', '-s'];

/**
 * `needs` are the files that tell whether the packages named under `install` (Debian 12) are there.
 * @typedef {{ compiler: string, flags: string[], libc: string, needs: string[], install: string }} Target
 */

/** @type {Record<string, Target>} */
export const TARGETS = {
  wasm: {
    compiler: 'clang',
    flags: ['--target=wasm32-wasi', ...COMMON_FLAGS],
    libc: 'wasi-libc',
    needs: ['/usr/lib/wasm32-wasi/libc.a'],
    install: 'apt-get install clang lld wasi-libc libclang-rt-14-dev-wasm32',
  },
  'linux-amd64': {
    compiler: 'x86_64-linux-musl-gcc',
    flags: ['-static', ...COMMON_FLAGS],
    libc: 'musl-dev:amd64',
    needs: ['/usr/lib/x86_64-linux-musl/libc.a'],
    install: 'apt-get install gcc musl-dev',
  },
  'linux-arm64': {
    compiler: 'aarch64-linux-musl-gcc',
    flags: ['-static', ...COMMON_FLAGS],
    libc: 'musl-dev:arm64',
    needs: ['/usr/lib/aarch64-linux-musl/libc.a'],
    install:
      'dpkg --add-architecture arm64 && apt-get update && apt-get install gcc-aarch64-linux-gnu musl-dev:arm64',
  },
};

/** Ends the script with this line and code. */
export class Refusal extends Error {
  /**
   * @param {string} message
   * @param {number} exitCode
   */
  constructor(message, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

/**
 * In the sources' folder and by relative path, so that no path of this machine gets into the output.
 * @param {Target | undefined} target
 * @param {string} folder
 * @param {string} source
 * @param {string} output
 */
export function compile(target, folder, source, output) {
  if (target === undefined) throw new Refusal('no such target');
  const { compiler, flags } = target;
  execFileSync(compiler, [...flags, '-o', output, source], { cwd: folder, stdio: 'inherit' });
}

/**
 * What a reader needs in order to get the same bytes again.
 * @param {string} target
 */
export function toolchain(target, source = 'NAME/NAME.c', output = 'bin/NAME') {
  const known = TARGETS[target];
  if (known === undefined) {
    throw new Refusal(`no target "${target}"; there are ${Object.keys(TARGETS).join(', ')}`);
  }
  const { compiler, flags, libc, needs, install } = known;
  const version = firstLine(compiler, ['--version']);
  if (version === undefined || !needs.every(existsSync)) {
    throw new Refusal(
      `${target}: no ${compiler} with ${libc}; install it with: ${install}`,
      EXIT_UNAVAILABLE,
    );
  }
  return {
    compiler: version,
    libc: `${libc} ${firstLine('dpkg-query', ['-W', '-f', '${Version}', libc]) ?? 'of unknown version'}`,
    command: [compiler, ...flags, '-o', `${output}.${target}`, source].join(' '),
  };
}

/**
 * @param {string} command
 * @param {string[]} args
 */
function firstLine(command, args) {
  try {
    const output = execFileSync(command, args, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return output.split('\n')[0];
  } catch {
    return undefined;
  }
}

/**
 * Runs a script's whole work: a refusal is one line on stderr and an exit code.
 * @param {() => void} work
 */
export function runBuild(work) {
  try {
    work();
  } catch (error) {
    console.error(error instanceof Refusal ? error.message : error);
    process.exitCode = error instanceof Refusal ? error.exitCode : 1;
  }
}
