import { describe, expect, it } from 'vitest';
import type { ModuleWalls } from '../../../../src-main/contract/index.js';
import { moduleWalls, withGrants } from '../../../../src-main/isolation/module/index.js';
import { badge } from '../../../../src-main/runtimes/processes/details/badge.js';
import { grantsOf } from '../../../../src-main/runtimes/processes/details/grants.js';
import { guestLimits } from '../../../../src-main/runtimes/processes/details/guest-limits.js';
import { recognise } from '../../../../src-main/runtimes/processes/scan/recognise.js';
import type { Subject } from '../../../../src-main/runtimes/processes/subject.js';
import { encodeModule } from '../../../support/wasm/encoder.js';
import type { MemoryBounds } from '../../../support/wasm/encoder.js';

/** As of a process of `/usr/bin/…` that was started in `/srv`. */
function subject(commandLine: string): Subject {
  const argv = commandLine.split(' ');
  const seen = recognise({ executable: `/usr/bin/${argv[0] ?? ''}`, comm: '', argv });
  if (seen === undefined) throw new Error(`${commandLine} runs no guest`);
  return {
    place: { procRoot: '/nowhere', bootMs: undefined, ticksPerSecond: 100 },
    pid: 1,
    startTicks: 1,
    id: '1-1',
    directory: '/nowhere/1',
    runtimeId: seen.id,
    runtime: seen.runtime,
    line: seen.line,
    workingDirectory: '/srv',
    modulePath: '/srv/x.wasm',
    isOfLab: false,
  };
}

const granted = (commandLine: string) => grantsOf(subject(commandLine));
const limits = (commandLine: string, walls?: ModuleWalls, bytes?: number) =>
  guestLimits(subject(commandLine), walls, bytes);
const withMemories = (...memories: MemoryBounds[]) => moduleWalls(encodeModule({ memories }));

describe('what the command line grants', () => {
  it('is directories with their rights, names of variables, arguments', () => {
    expect(granted('wazero run -mount=data:/in:ro -env A=secret x.wasm one two')).toEqual({
      directories: [{ hostPath: '/srv/data', guestPath: '/in', rights: 'read-only' }],
      environmentNames: ['A'],
      args: ['one', 'two'],
      network: 'none',
    });
  });

  it('names a variable that is passed on by its name alone', () => {
    expect(granted('wasmtime run --env HOME --env A=1 x.wasm')?.environmentNames).toEqual([
      'A',
      'HOME',
    ]);
  });

  it.each([
    'wasmtime run -S inherit-env x.wasm',
    'wasmtime run -Scli,inherit-env=y x.wasm',
    'wasmer run --forward-host-env x.wasm',
    'wazero run -env-inherit x.wasm',
  ])('is the whole environment: %s', (commandLine) => {
    expect(granted(commandLine)?.inheritsEnvironment).toBe(true);
  });

  it.each([
    ['wasmtime run x.wasm', 'none'],
    ['wasmtime run -S inherit-network x.wasm', 'granted'],
    ['wasmtime run -Scli,inherit-network=y x.wasm', 'granted'],
    ['wasmtime run --wasi inherit-network x.wasm', 'granted'],
    ['wasmtime run -S inherit-network=n x.wasm', 'none'],
    ['wasmtime run -S tcp,udp x.wasm', 'none'],
    ['wasmtime run -S tcplisten=127.0.0.1:80 x.wasm', 'granted'],
    ['wasmtime run -S http x.wasm', 'granted'],
    ['wasmtime serve x.wasm', 'granted'],
    ['wasmer run x.wasm', 'none'],
    ['wasmer run --net x.wasm', 'granted'],
    ['wasmer run --net=ipv4:allow=*:80 x.wasm', 'granted'],
    ['wasmedge x.wasm', 'granted'],
    ['wazero run x.wasm', 'none'],
    ['wazero run -listen=:80 x.wasm', 'granted'],
    ['iwasm x.wasm', 'none'],
    ['iwasm --addr-pool=0.0.0.0/0 x.wasm', 'granted'],
  ])('%s: the network is %s', (commandLine, network) => {
    expect(granted(commandLine)?.network).toBe(network);
  });

  it.each(['node host.js x.wasm', 'slight -c slight.toml run -m x.wasm', 'wws --port 80 .'])(
    'is not told where a script or a manifest grants: %s',
    (commandLine) => {
      expect(granted(commandLine)).toBeUndefined();
      expect(badge(subject(commandLine))).toBeUndefined();
    },
  );

  it('is of wasm3 always the directory it runs in', () => {
    expect(granted('wasm3 x.wasm')?.directories).toEqual([
      { hostPath: '/srv', guestPath: '.', rights: 'read-write' },
    ]);
  });
});

describe('limits', () => {
  const memory = (commandLine: string, walls?: ModuleWalls, bytes?: number) =>
    limits(commandLine, walls, bytes).find(({ name }) => name === 'memory');
  const CAPPED = 'wasmtime run -W max-memory-size=131072 x.wasm';

  it('memory is the lower of the module’s maximum and the cap, with what is used now', () => {
    expect(memory('wasmtime run x.wasm', withMemories({ min: 1, max: 3 }), 65_536)).toEqual({
      name: 'memory',
      unit: 'bytes',
      declared: 196_608,
      heldBy: 'module-maximum',
      now: 65_536,
    });
    expect(memory(CAPPED, withMemories({ min: 1, max: 3 }))).toMatchObject({
      declared: 131_072,
      heldBy: 'engine-flag',
    });
    expect(memory(CAPPED, withMemories({ min: 1, max: 1 }))).toMatchObject({
      declared: 65_536,
      heldBy: 'module-maximum',
    });
  });

  it('a cap counts for each memory', () => {
    const walls = withMemories({ min: 1 }, { min: 1, max: 1 });
    expect(memory(CAPPED, walls)).toMatchObject({ declared: 196_608 });
  });

  it('without a maximum it is what the addresses allow, and unlimited in 64 bits', () => {
    expect(memory('wasmtime x.wasm', withMemories({ min: 1 }))).toMatchObject({
      declared: 2 ** 32,
      heldBy: 'address-space',
    });
    const wide = withMemories({ min: 1, is64: true });
    expect(memory('wasmtime x.wasm', wide)).toMatchObject({ declared: 'unlimited' });
  });

  it('is not told where neither module nor command line tells', () => {
    expect(memory('wasmtime x.wasm')).toBeUndefined();
    expect(memory(CAPPED)).toMatchObject({ declared: 131_072, heldBy: 'engine-flag' });
    expect(memory('node --wasm-max-mem-pages=2 h.js x.wasm')).toMatchObject({
      declared: 131_072,
      heldBy: 'v8-flag',
    });
  });

  it.each([
    ['wasmtime run -W timeout=1s x.wasm', 1000],
    ['wasmtime run -W timeout=250ms,fuel=9 x.wasm', 250],
    ['wasmtime run x.wasm', 'unlimited'],
    ['wazero run -timeout 1m30s x.wasm', 90_000],
    ['wazero run -timeout=0 x.wasm', 'unlimited'],
    ['wasmedge --time-limit 500 x.wasm', 500],
    ['iwasm --timeout=70 x.wasm', 70],
  ])('%s: time is %s', (commandLine, declared) => {
    const time = limits(commandLine).find(({ name }) => name === 'time');
    expect(time).toMatchObject({ declared });
  });

  it.each([
    ['wasmtime run -W fuel=9,timeout=1s x.wasm', 9],
    ['wasmtime run --fuel 12 x.wasm', 12],
    ['wasmedge --gas-limit 77 x.wasm', 77],
    ['wasmer run x.wasm', 'unlimited'],
  ])('%s: fuel is %s', (commandLine, declared) => {
    const fuel = limits(commandLine).find(({ name }) => name === 'fuel');
    expect(fuel).toMatchObject({ declared });
  });

  it('time and fuel of a script are not told', () => {
    expect(limits('node h.js x.wasm').map(({ name }) => name)).toEqual([]);
  });
});

describe('the badge', () => {
  it.each([
    ['wasmtime run x.wasm', 'closed', []],
    ['wasmtime run --dir /data x.wasm', 'closed', []],
    ['wasmtime run --dir / x.wasm', 'open', ['/ granted']],
    ['wasmtime run --dir /home/ada x.wasm', 'open', ['/home/ada granted']],
    ['wasmtime run --dir /home/ada/data x.wasm', 'closed', []],
    ['wasmtime run --dir /home/ada/.ssh x.wasm', 'open', ['/home/ada/.ssh granted']],
    ['wasmer run --volume /etc/ssl:/ssl x.wasm', 'open', ['/etc/ssl granted']],
    ['wasmer run --volume ../etc:/ssl x.wasm', 'open', ['/etc granted']],
    ['wasmer run --net x.wasm', 'open', ['network granted']],
    ['wasmer run --forward-host-env x.wasm', 'partly', ['all of the environment']],
    ['wazero run -mount=/data:/in x.wasm', 'partly', ['symlinks lead out']],
    ['wasm3 x.wasm', 'open', ['no sandbox for files']],
  ])('%s is %s', (commandLine, level, reasons) => {
    expect(badge(subject(commandLine))).toEqual({ level, reasons });
  });
});

describe('an import is granted', () => {
  const WASI = 'wasi_snapshot_preview1';
  const walls = moduleWalls(
    encodeModule({
      imports: [
        [WASI, 'path_open', 'function'],
        [WASI, 'sock_send', 'function'],
        [WASI, 'environ_get', 'function'],
        [WASI, 'args_get', 'function'],
        [WASI, 'fd_write', 'function'],
        ['env', 'puts', 'function'],
      ],
    }),
  );
  const seen = (commandLine: string): Record<string, boolean | undefined> => {
    const grants = granted(commandLine);
    if (grants === undefined) throw new Error('no grants');
    const imports = withGrants(walls, grants).importGroups.flatMap((group) => group.imports);
    return Object.fromEntries(imports.map(({ name, granted: is }) => [name ?? '', is]));
  };

  it('where there is something behind it', () => {
    expect(seen('wasmtime run x.wasm')).toEqual({
      path_open: false,
      sock_send: false,
      environ_get: false,
      args_get: true,
      fd_write: true,
      puts: undefined,
    });
    expect(seen('wasmer run --net --env A=1 --volume /data:/in x.wasm')).toMatchObject({
      path_open: true,
      sock_send: true,
      environ_get: true,
    });
  });
});
