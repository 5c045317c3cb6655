import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { moduleWalls } from '../../../../src-main/isolation/module/index.js';
import { refusalOf } from '../../../support/refusal.js';
import { custom, encodeModule, name, section, vector } from '../../../support/wasm/encoder.js';
import { ROOT } from '../../../support/paralelo.js';

const made = (file: string) =>
  moduleWalls(readFileSync(join(ROOT, 'test/fixtures/modules/made-by', file)));
const calls = (module: string, ...names: string[]) =>
  moduleWalls(encodeModule({ imports: names.map((each) => [module, each, 'function']) }));
const doors = (walls: ReturnType<typeof made>): Record<string, string[]> =>
  Object.fromEntries(
    walls.importGroups.map(({ id, imports }) => [id, imports.map((one) => one.name ?? one.module)]),
  );

describe('imports are grouped by the door they open', () => {
  test('those of WASI preview 1 by area', () => {
    const names =
      'args_get clock_time_get environ_get fd_close fd_prestat_get fd_read fd_readdir fd_write path_open poll_oneoff proc_exit random_get sched_yield sock_recv sock_connect'.split(
        ' ',
      );
    expect(doors(calls('wasi_snapshot_preview1', ...names))).toEqual({
      files: ['fd_prestat_get', 'fd_readdir', 'path_open'],
      sockets: ['sock_recv', 'sock_connect'],
      process: ['proc_exit'],
      'arguments-environment': ['args_get', 'environ_get'],
      'standard-streams': ['fd_close', 'fd_read', 'fd_write'],
      clocks: ['clock_time_get'],
      random: ['random_get'],
      scheduling: ['poll_oneoff', 'sched_yield'],
    });
  });

  test('reading and writing open descriptors reaches no file', () => {
    const walls = calls('wasi_snapshot_preview1', 'fd_read', 'fd_write', 'fd_seek');
    expect(Object.keys(doors(walls))).toEqual(['standard-streams']);
  });

  test.each(['wasi_unstable', 'wasix_32v1', 'env', 'wasi', 'wasi_snapshot_preview1'])(
    'what is not WASI preview 1 is a function of the host: %s',
    (module) => {
      expect(doors(calls(module, 'x_fork_and_all'))).toEqual({
        'host-functions': ['x_fork_and_all'],
      });
    },
  );

  test('a call of preview 1 under another name of a module opens no door of WASI', () => {
    expect(Object.keys(doors(calls('wasi_unstable', 'path_open')))).toEqual(['host-functions']);
  });

  test('memory, tables and globals call nothing', () => {
    const walls = moduleWalls(
      encodeModule({
        imports: [
          ['env', 'memory', 'memory'],
          ['env', 'base', 'global'],
          ['env', 'puts', 'function'],
        ],
      }),
    );
    expect(doors(walls)).toEqual({ other: ['memory', 'base'], 'host-functions': ['puts'] });
  });

  test('the interfaces of a component by package and interface', () => {
    const HELLO = readFileSync(join(ROOT, 'test/fixtures/components/hello.component.wasm'));
    const walls = moduleWalls(HELLO, { path: '/hello.wasm', sha256: 'abc' });
    const bare = Object.entries(doors(walls)).map(([id, names]) => [
      id,
      names.map((each) => each.replace(/@.*/, '')),
    ]);
    expect(Object.fromEntries(bare)).toEqual({
      files: ['wasi:filesystem/types', 'wasi:filesystem/preopens'],
      process: ['wasi:cli/exit'],
      'arguments-environment': ['wasi:cli/environment'],
      'standard-streams': ['wasi:cli/stdin', 'wasi:cli/stdout', 'wasi:cli/stderr'],
      clocks: ['wasi:clocks/monotonic-clock', 'wasi:clocks/wall-clock'],
      other: ['wasi:io/error', 'wasi:io/streams'],
    });
    expect(walls).toMatchObject({ kind: 'component', path: '/hello.wasm', sha256: 'abc' });
    expect(walls.importCount).toBe(11);
    expect(walls.memories.length).toBeGreaterThan(0);
    expect(walls.memories.every(({ isImported }) => !isImported)).toBe(true);
  });

  test('an interface of nobody’s standard is a function of the host', () => {
    const own = [0, ...name('acme:rockets/launch@1.0.0'), 5, 0];
    const sockets = [0, ...name('wasi:sockets/tcp@0.3.0'), 5, 0];
    const http = [0, ...name('wasi:http/outgoing-handler@0.2.0'), 5, 0];
    const header = [0x00, 0x61, 0x73, 0x6d, 0x0d, 0x00, 0x01, 0x00];
    const bytes = Uint8Array.from([...header, ...section(10, vector([own, sockets, http]))]);
    expect(doors(moduleWalls(bytes))).toEqual({
      'host-functions': ['acme:rockets/launch@1.0.0'],
      sockets: ['wasi:sockets/tcp@0.3.0'],
      http: ['wasi:http/outgoing-handler@0.2.0'],
    });
  });
});

describe('the newest forms', () => {
  test('types of GC, in tables, imports and globals', () => {
    const walls = made('wat-gc.wasm');
    expect(walls.name).toBe('of-structs');
    expect(walls.tables).toEqual([
      { elementType: '(ref null 0)', minimum: 1, isImported: true },
      { elementType: '(ref null 2)', minimum: 2, maximum: 8, isImported: false },
      { elementType: 'anyref', minimum: 0, isImported: false },
      { elementType: 'i31ref', minimum: 0, isImported: false },
    ]);
    expect(doors(walls)).toEqual({ 'host-functions': ['take'], other: ['shelf', 'origin'] });
  });

  test('imports grouped by module, each with its type or all with one', () => {
    const group = [...name('env'), 0, 0x7f, 2, ...name('f'), 0, 0, ...name('m'), 2, 0, 1];
    const ofOneType = [...name('wasi_snapshot_preview1'), 0, 0x7e, 0, 0, 1, ...name('fd_read')];
    const exact = [...name('env'), ...name('g'), 0x20, 0];
    const types = [...encodeModule({})];
    const walls = moduleWalls(
      Uint8Array.from([...types, ...section(2, vector([group, ofOneType, exact]))]),
    );
    expect(walls.importCount).toBe(4);
    expect(doors(walls)).toEqual({
      'host-functions': ['f', 'g'],
      'standard-streams': ['fd_read'],
      other: ['m'],
    });
  });

  test('several memories, one of them imported', () => {
    const walls = made('wat-memories.wasm');
    const plain = { is64Bit: false, isShared: false };
    expect(walls.memories).toEqual([
      { initialBytes: 65_536, maximumBytes: 131_072, isImported: true, ...plain },
      { initialBytes: 196_608, isImported: false, ...plain },
      { initialBytes: 0, maximumBytes: 327_680, isImported: false, ...plain },
    ]);
    expect(walls.hasStartFunction).toBe(true);
  });

  test('memories of 64 bits and shared ones', () => {
    expect(made('wat-memory64.wasm').memories).toMatchObject([
      { initialBytes: 65_536, maximumBytes: 2 ** 64, is64Bit: true },
    ]);
    expect(made('wat-shared.wasm').memories).toMatchObject([{ isShared: true, isImported: true }]);
  });

  test('a table of 64 bits with the highest maximum there is', () => {
    expect(made('wat-tables64.wasm').tables).toEqual([
      { elementType: 'funcref', minimum: 4, maximum: 2 ** 64, isImported: false },
      { elementType: 'externref', minimum: 1, maximum: 2, isImported: false },
    ]);
  });

  test('a table with an initial value, extended constant or of GC', () => {
    const value = [0x41, 5, 0x41, 0x7f, 0x6a, 0xfb, 28, 0x0b];
    const bytes = [...encodeModule({}), ...section(4, [1, 0x40, 0, 0x64, 0x6c, 1, 1, 9, ...value])];
    expect(moduleWalls(Uint8Array.from(bytes)).tables).toEqual([
      { elementType: '(ref i31)', minimum: 1, maximum: 9, isImported: false },
    ]);
  });

  test('pages of one byte, and types of shared-everything-threads', () => {
    const memory = section(5, [1, 8, 100, 0]);
    const table = section(4, [1, 0x63, 0x65, 0x70, 2, 1]);
    const walls = moduleWalls(Uint8Array.from([...encodeModule({}), ...table, ...memory]));
    expect(walls.memories).toMatchObject([{ initialBytes: 100 }]);
    expect(walls.tables).toMatchObject([{ elementType: '(ref null (shared func))' }]);
  });
});

test('tools and languages are told apart', () => {
  const field = (title: string, ...values: [string, string][]) => [
    ...name(title),
    ...vector(values.map(([tool, version]) => [...name(tool), ...name(version)])),
  ];
  const producers = vector([
    field('language', ['C11', ''], ['Rust', '']),
    field('processed-by', ['clang', '19.1.5']),
    field('sdk', ['Emscripten', '3.1.6']),
  ]);
  const walls = moduleWalls(encodeModule({ customs: [custom('producers', producers)] }));
  expect(walls.languages).toEqual(['C11', 'Rust']);
  expect(walls.producers).toEqual(['clang 19.1.5', 'Emscripten 3.1.6']);
  expect(walls.customSections).toEqual([
    { name: 'producers', sizeBytes: producers.length + 'producers'.length + 1 },
  ]);
});

describe('what is never called fine', () => {
  const part = (id: number, ...content: number[]) =>
    Uint8Array.from([...encodeModule({}), ...section(id, content)]);
  test.each([
    ['a shared memory without a maximum', part(5, 1, 2, 1), 'no maximum'],
    ['a maximum below the minimum', part(5, 1, 1, 2, 1), 'below its minimum'],
    ['a memory beyond 32 bits', part(5, 1, 0, 0x81, 0x80, 0x04), 'than its addresses go'],
    ['a table of a number type', part(4, 1, 0x7f, 0, 1), 'unknown form'],
    ['bytes behind the last entry', part(5, 1, 0, 1, 7), 'longer than what is in it'],
    ['an export of nothing', part(7, 1, 1, 97, 0, 0), 'function 0 is named, and there are 0'],
    ['a start of nothing', part(8, 3), 'function 3 is named'],
    ['functions without bodies', part(3, 1, 0), '0 bodies for 1 functions'],
    ['sections out of place', Uint8Array.from([...part(7, 0), ...section(5, [0])]), 'its place'],
    ['a global of a third kind', part(2, 1, 1, 97, 1, 98, 3, 0x7f, 9), 'unknown form'],
    ['more imports than any engine takes', part(2, 0xff, 0xff, 0xff, 1), 'than any engine'],
  ])('%s', (_, bytes, expected) => {
    const error = refusalOf(() => moduleWalls(bytes));
    expect(error.code).toBe('not-a-module');
    expect(error.message).toContain(expected);
    expect(error.message).toMatch(/\(at byte \d+\)/);
  });

  test('two exports of one name', () => {
    const memories = [{ min: 1 }];
    const twice: [string, 'memory', number] = ['memory', 'memory', 0];
    const error = refusalOf(() => moduleWalls(encodeModule({ memories, exports: [twice, twice] })));
    expect(error.message).toContain('two exports have one name');
  });

  test('components nested without end', () => {
    const header = [0x00, 0x61, 0x73, 0x6d, 0x0d, 0x00, 0x01, 0x00];
    let bytes = [...header];
    for (let depth = 0; depth < 40; depth += 1) bytes = [...header, ...section(4, bytes)];
    const error = refusalOf(() => moduleWalls(Uint8Array.from(bytes)));
    expect(error.message).toContain('nested in it more than 16 deep');
  });

  test('a malformed module in a component, said with its place', () => {
    const header = [0x00, 0x61, 0x73, 0x6d, 0x0d, 0x00, 0x01, 0x00];
    const inner = [...encodeModule({}), 5, 99];
    const error = refusalOf(() => moduleWalls(Uint8Array.from([...header, ...section(1, inner)])));
    expect(error.message).toMatch(
      /^In what is nested in the component at byte 10: .*beyond the end/,
    );
  });
});
