// Builds every twin for every target, and the manifest that describes what was built:
//   npm run workloads [-- --out DIR [--targets wasm,linux-amd64]]
// Same sources and same compilers give the same bytes. Installs nothing; ends with 69 and says in one
// line what to install when a compiler is missing.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

const SOURCES = resolve(import.meta.dirname, '../resources/workloads');
const EXIT_UNAVAILABLE = 69;
const COMMON_FLAGS = ['-std=gnu11', '-Wall', '-Wextra', '-Werror', '-O2', '-s'];

/** `needs` are the files that tell whether the packages named under `install` (Debian 12) are there. */
const TARGETS = {
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
class Refusal extends Error {
  constructor(message, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

function main() {
  const { values } = parseArgs({
    options: {
      targets: { type: 'string', default: Object.keys(TARGETS).join(',') },
      out: { type: 'string', default: SOURCES },
    },
  });
  const targets = values.targets.split(',');
  const outDir = resolve(values.out);
  if (outDir === SOURCES && targets.length < Object.keys(TARGETS).length) {
    throw new Refusal(
      'some targets only: name another folder with --out, or the others would be lost',
    );
  }
  const builtWith = Object.fromEntries(targets.map((target) => [target, toolchain(target)]));
  mkdirSync(join(outDir, 'bin'), { recursive: true });
  const twins = twinNames().map((name) => buildTwin(name, targets, outDir));
  writeFileSync(
    join(outDir, 'manifest.json'),
    JSON.stringify({ twins, builtWith }, null, 2) + '\n',
  );
  for (const { name, artefacts } of twins) {
    for (const { file, bytes } of Object.values(artefacts))
      console.log(`${name}: ${file} ${bytes} bytes`);
  }
}

/** A twin is a folder with a `twin.json` (what people read) and one C file of the same name. */
function twinNames() {
  return readdirSync(SOURCES)
    .filter((name) => existsSync(join(SOURCES, name, 'twin.json')))
    .sort();
}

function buildTwin(name, targets, outDir) {
  const described = JSON.parse(readFileSync(join(SOURCES, name, 'twin.json'), 'utf8'));
  const artefacts = {};
  for (const target of targets) {
    const file = `bin/${name}.${target}`;
    compile(TARGETS[target], `${name}/${name}.c`, join(outDir, file));
    const content = readFileSync(join(outDir, file));
    const sha256 = createHash('sha256').update(content).digest('hex');
    artefacts[target] = { file, sha256, bytes: content.length };
  }
  return { name, ...described, artefacts };
}

/** In the sources' folder and by relative path, so that no path of this machine gets into the output. */
function compile({ compiler, flags }, source, output) {
  execFileSync(compiler, [...flags, '-o', output, source], { cwd: SOURCES, stdio: 'inherit' });
}

/** What a reader needs in order to get the same bytes again. */
function toolchain(target) {
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
    command: [compiler, ...flags, '-o', `bin/NAME.${target}`, 'NAME/NAME.c'].join(' '),
  };
}

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

try {
  main();
} catch (error) {
  console.error(error instanceof Refusal ? error.message : error);
  process.exitCode = error instanceof Refusal ? error.exitCode : 1;
}
