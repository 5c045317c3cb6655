import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hintFor, versionForThisRustc } from '../../../scripts/lib/runtimes/cargo.mjs';
import { runtimesCommand, runtimesNamed } from '../../../scripts/lib/runtimes/command.mjs';
import { mirrorIn, packagesIn } from '../../../scripts/lib/runtimes/debian.mjs';
import { installRuntime } from '../../../scripts/lib/runtimes/install.mjs';
import { howToGet, listRuntimes } from '../../../scripts/lib/runtimes/list.mjs';
import { findRuntime } from '../../../scripts/lib/runtimes/places.mjs';
import { removeRuntime } from '../../../scripts/lib/runtimes/remove.mjs';
import { makeWhole, sweep } from '../../../scripts/lib/runtimes/shop.mjs';
import { RUNTIMES } from '../../../scripts/lib/runtimes/table.mjs';
import { versionIn } from '../../../scripts/lib/runtimes/version.mjs';

let home = '';
let env: NodeJS.ProcessEnv = {};
const runtimes = () => join(home, 'paralelo/runtimes');
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'paralelo-cache-'));
  env = { XDG_CACHE_HOME: home, HOME: home, PATH: '' };
});
afterEach(() => rmSync(home, { recursive: true }));

function named(name: string) {
  const [runtime] = runtimesNamed([name]);
  if (runtime === undefined) throw new Error(`no ${name}`);
  return runtime;
}

/** A program of the shell in the place of a runtime. */
function pretend(name: string, program: string, script: string): string {
  const path = join(runtimes(), name, 'bin', program);
  mkdirSync(join(runtimes(), name, 'bin'), { recursive: true });
  writeFileSync(path, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  return path;
}

describe('cargo', () => {
  const refusal = [
    'error: cannot install package `wasmtime-cli 50.0.1`, it requires rustc 1.97.0 or newer, while the currently active rustc version is 1.95.0',
    '`wasmtime-cli 48.0.8` supports rustc 1.95.0',
  ].join('\n');

  it('names the version that this Rust can build', () => {
    expect(versionForThisRustc(refusal, 'wasmtime-cli')).toBe('48.0.8');
  });

  it('names none of another crate, and none when the build failed for another reason', () => {
    expect(versionForThisRustc(refusal, 'wasmer-cli')).toBeUndefined();
    expect(
      versionForThisRustc('error: could not compile `libc 0.2`', 'wasmer-cli'),
    ).toBeUndefined();
  });

  it('that refuses the newest is asked for the version that it names', async () => {
    const cargo = join(home, '.cargo/bin/cargo');
    mkdirSync(join(home, '.cargo/bin'), { recursive: true });
    const script = [
      '#!/bin/sh',
      `echo "$*" >> '${home}/asked'`,
      `case "$*" in *--version*) ;; *) echo '${refusal}' >&2; exit 101;; esac`,
      'while [ "$1" != --root ]; do shift; done',
      'echo built > "$2/bin/wasmtime"; chmod +x "$2/bin/wasmtime"',
    ];
    writeFileSync(cargo, script.join('\n'), { mode: 0o755 });
    const path = await installRuntime(named('wasmtime'), {
      env: { ...env, PATH: '/usr/bin:/bin' },
    });
    expect(path).toBe(join(runtimes(), 'wasmtime/bin/wasmtime'));
    expect(readFileSync(path, 'utf8')).toBe('built\n');
    expect(readFileSync(join(home, 'asked'), 'utf8').match(/--version \S+|--locked/g)).toEqual([
      '--locked',
      '--version 48.0.8',
      '--locked',
    ]);
    expect(readdirSync(runtimes())).toEqual(['wasmtime']);
  });

  it.each([
    ['it requires rustc 1.97.0 or newer', 'rustup update'],
    ['error: linker `cc` not found', 'C compiler'],
    ['No space left on device (os error 28)', 'disk'],
    ['something else', 'last lines'],
  ])('when it says "%s" is answered with what to do', (output, hint) => {
    expect(hintFor(output)).toContain(hint);
  });
});

describe('apt', () => {
  it('knows the mirror of Debian among all sources', () => {
    const targets =
      'https://tools.example/apt/\nhttp://a.example/debian-security/\nhttp://m.example/debian/\n';
    expect(mirrorIn(targets)).toBe('http://m.example/debian/');
    expect(mirrorIn('http://m.example/ubuntu/\n')).toBeUndefined();
  });

  it('lists the packages to fetch', () => {
    const output = [
      'Reading package lists...',
      "'http://m.example/debian/pool/libz3-4_4.13.3-1_amd64.deb' libz3-4_4.13.3-1_amd64.deb 8560036 SHA256:1",
      "'http://m.example/debian/pool/libllvm19_1.deb' libllvm19_1%3a19.1.7-3+b1_amd64.deb 25978316 SHA256:2",
    ].join('\n');
    expect(packagesIn(output)).toEqual(['libz3-4', 'libllvm19']);
  });
});

describe('the table of runtimes', () => {
  it('has each name once, and for each a way to get it or one line on how the user does', () => {
    expect(new Set(RUNTIMES.map(({ name }) => name)).size).toBe(RUNTIMES.length);
    for (const { way, takes, instead } of RUNTIMES) {
      expect([way !== undefined, takes !== undefined]).toEqual([!instead, !instead]);
    }
  });

  it('sends those who ask for Lucet to Wasmtime', () => {
    expect(howToGet(named('lucet'))).toContain('install wasmtime');
  });

  it.each([
    ['wasmtime 48.0.8 (1c1b2c3d4 2026-10-20)', '48.0.8'],
    ['v1.12.0\n', '1.12.0'],
    [
      '/cache/wasmedge/root/usr/bin/wasmedge version 0.14.1\n (plugin "x") version 0.1.0.0',
      '0.14.1',
    ],
    ['1.4.5\n', '1.4.5'],
    ['dev\n', undefined],
  ])('reads the version in %j', (output, version) => {
    expect(versionIn(output)).toBe(version);
  });
});

describe('the command', () => {
  it.each([
    [[], 'Nothing was asked for'],
    [['instal', 'wasmtime'], '"instal wasmtime" is not understood'],
    [['list', 'wasmtime'], 'not understood'],
    [['install'], 'No runtime was named'],
    [['remove', 'wasmtime', 'wastime'], 'No runtime is called "wastime"'],
  ])('%j is refused with the reason', async (args, reason) => {
    await expect(runtimesCommand(args, env)).rejects.toThrow(reason);
  });

  it.each([
    ['wasm3', 'cannot be installed from a package registry', 'build it from its sources'],
    ['wamr', 'cannot be installed from a package registry', 'exit code'],
    ['lucet', 'cannot be installed from a package registry', 'wasmtime'],
  ])('says about %s how the user gets it', async (name, message, hint) => {
    await expect(installRuntime(named(name), { env })).rejects.toMatchObject({
      message: expect.stringContaining(message) as string,
      hint: expect.stringContaining(hint) as string,
    });
    expect(existsSync(runtimes())).toBe(false);
  });
});

describe('listing', () => {
  it('says which are here, their version and place, and how to get the others', async () => {
    const path = pretend('wasmtime', 'wasmtime', 'echo wasmtime 1.2.3');
    const lines = (await listRuntimes(env)).split('\n');
    expect(lines.find((line) => line.startsWith('wasmtime'))).toBe(
      `wasmtime  yes  1.2.3     ${path}`,
    );
    expect(lines.find((line) => line.startsWith('wasmer'))).toContain(
      'npm run runtimes -- install wasmer (cargo install wasmer-cli; 25 minutes)',
    );
  });

  it('says so of a program that tells no version', async () => {
    pretend('wamr', 'iwasm', 'exit 1');
    expect(await listRuntimes(env)).toMatch(/^wamr +yes +not said /m);
  });

  it('finds the one in the cache before any other, then on the PATH, then in the usual folder', () => {
    const own = pretend('wasmer', 'wasmer', '');
    const other = join(home, '.wasmer/bin');
    mkdirSync(other, { recursive: true });
    writeFileSync(join(other, 'wasmer'), '', { mode: 0o755 });
    const onPath = join(home, 'path');
    mkdirSync(onPath);
    writeFileSync(join(onPath, 'wasmer'), '', { mode: 0o755 });
    const withPath = { ...env, PATH: onPath };
    expect(findRuntime(named('wasmer'), withPath)).toBe(own);
    rmSync(own);
    expect(findRuntime(named('wasmer'), withPath)).toBe(join(onPath, 'wasmer'));
    expect(findRuntime(named('wasmer'), env)).toBe(join(other, 'wasmer'));
  });
});

describe('removing', () => {
  it('deletes the whole folder and tells the bytes', async () => {
    const path = pretend('wasmer', 'wasmer', '');
    writeFileSync(path, 'x'.repeat(1000));
    expect(await removeRuntime('wasmer', env)).toBe(1000);
    expect(readdirSync(runtimes())).toEqual([]);
  });

  it('of what is not here frees nothing', async () => {
    expect(await removeRuntime('wasmer', env)).toBeUndefined();
  });
});

describe('an install', () => {
  const target = () => join(runtimes(), 'wasmer');

  it('is nowhere to be seen until it is whole', async () => {
    await makeWhole(target(), env, ({ made }) => {
      writeFileSync(join(made, 'bin/wasmer'), '');
      expect(existsSync(target())).toBe(false);
      return Promise.resolve();
    });
    expect(readdirSync(join(target(), 'bin'))).toEqual(['wasmer']);
    expect(readdirSync(runtimes())).toEqual(['wasmer']);
  });

  it('that fails leaves nothing', async () => {
    const failing = makeWhole(target(), env, () => Promise.reject(new Error('no network')));
    await expect(failing).rejects.toThrow('no network');
    expect(readdirSync(runtimes())).toEqual([]);
  });

  it('that was killed is cleared up by the next command, one that still works is not', async () => {
    const prefix = `.making-${hostname().replace(/\W/g, '_')}-`;
    const noProcess = 2 ** 22 + 1; // Above the highest number that Linux gives.
    mkdirSync(join(runtimes(), `${prefix}${noProcess}-abc`, 'made'), { recursive: true });
    mkdirSync(join(runtimes(), `${prefix}${process.pid}-abc`));
    mkdirSync(join(runtimes(), `.making-elsewhere-${noProcess}-abc`));
    await sweep(env);
    expect(readdirSync(runtimes()).sort()).toEqual(
      [`.making-elsewhere-${noProcess}-abc`, `${prefix}${process.pid}-abc`].sort(),
    );
  });

  it('beside another of the same leaves the one that was ready first', async () => {
    await makeWhole(target(), env, async ({ made }) => {
      writeFileSync(join(made, 'bin/second'), '');
      await makeWhole(target(), env, ({ made: other }) => {
        writeFileSync(join(other, 'bin/first'), '');
        return Promise.resolve();
      });
    });
    expect(readdirSync(join(target(), 'bin'))).toEqual(['first']);
    expect(readdirSync(runtimes())).toEqual(['wasmer']);
  });
});
