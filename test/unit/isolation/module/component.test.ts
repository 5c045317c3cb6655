import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { LabError } from '../../../../src-main/contract/index.js';
import { readComponent, readModule } from '../../../../src-main/isolation/module/index.js';
import { refusalOf } from '../../../support/refusal.js';
import { custom, encodeModule, name, section, vector } from '../../../support/wasm/encoder.js';

const FIXTURES = resolve(import.meta.dirname, '../../../fixtures');
const HELLO = readFileSync(resolve(FIXTURES, 'components/hello.component.wasm'));
const HEADER = [0x00, 0x61, 0x73, 0x6d, 0x0d, 0x00, 0x01, 0x00];
const IMPORT = 10;
const EXPORT = 11;

const component = (...sections: number[][]) => Uint8Array.from([...HEADER, ...sections.flat()]);
const named = (text: string) => [0, ...name(text)];

describe('a component', () => {
  test('names the interfaces that it imports and exports', () => {
    const { imports, exports, sizeBytes } = readComponent(HELLO);
    expect(imports.map(({ name: one }) => one.replace(/@0\.2\.\d+$/, ''))).toEqual([
      'wasi:cli/environment',
      'wasi:cli/exit',
      'wasi:io/error',
      'wasi:io/streams',
      'wasi:cli/stdin',
      'wasi:cli/stdout',
      'wasi:cli/stderr',
      'wasi:clocks/monotonic-clock',
      'wasi:clocks/wall-clock',
      'wasi:filesystem/types',
      'wasi:filesystem/preopens',
    ]);
    expect(exports).toEqual([
      { name: expect.stringMatching(/^wasi:cli\/run@0\.2\.\d+$/) as string, kind: 'instance' },
    ]);
    expect(sizeBytes).toBe(HELLO.length);
  });

  test('is read in every form in which something may go in or out', () => {
    const imports = [
      [...named('module'), 0, 0x11, 3],
      [...named('func'), 1, 0],
      [...named('same-value'), 2, 0, 1],
      [...named('value'), 2, 1, 0x73],
      [...named('type'), 3, 0, 200, 1],
      [...named('resource'), 3, 1],
      [...named('component'), 4, 0],
      [1, ...name('a:b/instance'), 5, 0],
    ];
    const exports = [
      [...named('core'), 0, 0x11, 0, 0],
      [...named('run'), 5, 1, 1, 5, 0],
      [...named('plain'), 1, 0, 0],
    ];
    const bytes = component(
      custom('note', [1, 2, 3]),
      section(IMPORT, vector(imports.slice(0, 4))),
      section(IMPORT, vector(imports.slice(4))),
      section(EXPORT, vector(exports)),
    );
    const told = readComponent(bytes);
    const words = (list: typeof told.imports): string[] =>
      list.map(({ name, kind }) => `${name}: ${kind}`);
    expect(words(told.imports)).toEqual([
      'module: core-module',
      'func: function',
      'same-value: value',
      'value: value',
      'type: type',
      'resource: type',
      'component: component',
      'a:b/instance: instance',
    ]);
    expect(words(told.exports)).toEqual(['core: core-module', 'run: instance', 'plain: function']);
    expect(told.customSections).toEqual([{ name: 'note', sizeBytes: 8 }]);
    expect(told.sizeBytes).toBe(bytes.length);
  });

  test('does not answer for what is nested in it', () => {
    const inner = component(section(IMPORT, vector([[...named('inner'), 1, 0]])));
    const core = [...encodeModule({ imports: [['env', 'f', 'function']] })];
    expect(readComponent(component(section(1, core), section(4, [...inner]))).imports).toEqual([]);
  });

  test.each([
    ['a core module', encodeModule({}), 'core WebAssembly module'],
    ['a text', new TextEncoder().encode('notes about it'), 'a text file'],
    ['another version', Uint8Array.from([...HEADER.slice(0, 4), 14, 0, 1, 0]), 'version 14'],
    ['an unknown section', component([77, 0]), 'unknown kind 77'],
    ['a section beyond the end', component([IMPORT, 9, 0]), 'beyond the end'],
    ['a name of an unknown form', component(section(IMPORT, [1, 2, 1, 97, 1, 0])), 'form 2'],
    [
      'an unknown kind',
      component(section(IMPORT, vector([[...named('a'), 6, 0]]))),
      'unknown kind',
    ],
    ['too many entries', component(section(EXPORT, [200, 200, 3])), 'no room'],
  ])('is not %s', (_what, bytes, expected) => {
    const error = refusalOf(() => readComponent(bytes));
    expect(error.code).toBe('not-a-module');
    expect(error.message).toContain(expected);
  });

  test('mutated in any way is read or refused, never more', () => {
    let state = 20_251_125;
    const random = (below: number): number => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
    for (let round = 0; round < 2000; round += 1) {
      const bytes = Uint8Array.from(HELLO);
      for (let change = random(4); change >= 0; change -= 1) bytes[random(2500)] = random(256);
      try {
        readComponent(random(3) === 0 ? bytes.subarray(0, random(bytes.length)) : bytes);
      } catch (thrown) {
        expect(thrown).toBeInstanceOf(LabError);
      }
    }
  });
});

describe('a component given instead of a module', () => {
  test('is refused with the first interfaces that it imports', () => {
    const error = refusalOf(() => readModule(HELLO));
    expect(error.code).toBe('is-a-component');
    expect(error.message).toMatch(
      /: it imports wasi:cli\/environment@0\.2\.\d+, .*wasi:io\/streams@0\.2\.\d+ and 7 more\.$/,
    );
  });

  test('is refused as one even when its imports cannot be read', () => {
    expect(refusalOf(() => readModule(component([77, 0])))).toMatchObject({
      code: 'is-a-component',
      message: 'This is a WebAssembly component, not a core module.',
    });
  });
});
