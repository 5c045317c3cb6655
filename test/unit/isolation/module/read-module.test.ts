import { readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { LabError } from '../../../../src-main/contract/index.js';
import { readModule } from '../../../../src-main/isolation/module/index.js';
import { refusalOf } from '../../../support/refusal.js';
import {
  HEADER,
  custom,
  encodeModule,
  name,
  section,
  vector,
} from '../../../support/wasm/encoder.js';

const TWINS = resolve(import.meta.dirname, '../../../../resources/workloads/bin');

const refusal = (bytes: number[]): LabError => refusalOf(() => readModule(Uint8Array.from(bytes)));

describe('what a module says about itself', () => {
  test('imports are read with their kinds, a memory among them as imported', () => {
    const profile = readModule(
      encodeModule({
        imports: [
          ['wasi_snapshot_preview1', 'fd_write', 'function'],
          ['env', 'table', 'table'],
          ['env', 'memory', 'memory'],
          ['env', 'base', 'global'],
          ['env', 'thrown', 'tag'],
        ],
      }),
    );
    expect(profile.imports.map(({ name, kind }) => `${name}:${kind}`)).toEqual([
      'fd_write:function',
      'table:table',
      'memory:memory',
      'base:global',
      'thrown:tag',
    ]);
    expect(profile.memories).toMatchObject([{ minPages: 1, isImported: true }]);
  });

  test('a memory has its bounds, and whether it is shared or of 64 bits', () => {
    const { memories } = readModule(
      encodeModule({
        memories: [{ min: 2 }, { min: 3, max: 65_536, shared: true }, { min: 1, is64: true }],
      }),
    );
    expect(memories).toEqual([
      { minPages: 2, pageBytes: 65_536, is64Bit: false, isShared: false, isImported: false },
      {
        minPages: 3,
        maxPages: 65_536,
        pageBytes: 65_536,
        is64Bit: false,
        isShared: true,
        isImported: false,
      },
      { minPages: 1, pageBytes: 65_536, is64Bit: true, isShared: false, isImported: false },
    ]);
  });

  test('an absent maximum is absent', () => {
    const [memory] = readModule(encodeModule({ memories: [{ min: 1 }] })).memories;
    expect(memory).not.toHaveProperty('maxPages');
  });

  test('exports and the start function are found', () => {
    const profile = readModule(
      encodeModule({
        memories: [{ min: 1 }],
        bodies: [[]],
        exports: [
          ['_start', 'function', 0],
          ['memory', 'memory', 0],
        ],
        start: 0,
      }),
    );
    expect(profile.exports).toEqual([
      { name: '_start', kind: 'function' },
      { name: 'memory', kind: 'memory' },
    ]);
    expect(profile.hasStartFunction).toBe(true);
  });

  test('custom sections are listed, producers and features in words', () => {
    const producers = vector([
      [...name('processed-by'), ...vector([[...name('clang'), ...name('19.1.5')]])],
    ]);
    const features = vector([
      [0x2b, ...name('bulk-memory')],
      [0x2d, ...name('atomics')],
    ]);
    const profile = readModule(
      encodeModule({
        customs: [custom('producers', producers), custom('target_features', features)],
      }),
    );
    expect(profile.customSections.map((one) => one.name)).toEqual(['producers', 'target_features']);
    expect(profile.producers).toEqual(['clang 19.1.5']);
    expect(profile.targetFeatures).toEqual(['bulk-memory']);
  });

  test('a damaged producers section does not make the module invalid', () => {
    const profile = readModule(encodeModule({ customs: [custom('producers', [9, 9, 9])] }));
    expect(profile.producers).toEqual([]);
  });

  test('an imported table of a typed reference is skipped as a whole', () => {
    const table = [...name('env'), ...name('t'), 1, 0x63, 0xff, 0x01, 0, 1];
    const call = [...name('env'), ...name('f'), 0, 0];
    const bytes = Uint8Array.from([...HEADER, ...section(2, vector([table, call]))]);
    expect(readModule(bytes).imports.map(({ name }) => name)).toEqual(['t', 'f']);
  });

  test('every twin reads as a WASI program', () => {
    const twins = readdirSync(TWINS).filter((file) => file.endsWith('.wasm'));
    expect(twins.length).toBeGreaterThan(0);
    for (const file of twins) {
      const profile = readModule(readFileSync(resolve(TWINS, file)));
      expect(profile.exports).toContainEqual({ name: '_start', kind: 'function' });
      expect(profile.memories).toHaveLength(1);
      expect(new Set(profile.imports.map(({ module }) => module))).toEqual(
        new Set(['wasi_snapshot_preview1']),
      );
    }
  });
});

describe('what is not a module', () => {
  const text = (value: string): number[] => [...Buffer.from(value)];
  test.each([
    ['an empty file', [], 'an empty file'],
    ['an ELF executable', [0x7f, 0x45, 0x4c, 0x46, 2], 'Linux executable'],
    ['a ZIP archive', [0x50, 0x4b, 0x03, 0x04], 'ZIP archive'],
    ['gzip', [0x1f, 0x8b, 8], 'gzip'],
    ['a script', text('#!/bin/sh\n'), 'a script'],
    ['the text format', text(';; mine\n(module)'), 'text format'],
    ['any other text', text('<html></html>'), 'a text file'],
    ['anything else', [1, 2, 3, 4, 5], 'unknown data beginning with 01 02 03 04'],
  ])('%s is named for what it looks like', (_, bytes, expected) => {
    const error = refusal(bytes);
    expect(error.code).toBe('not-a-module');
    expect(error.message).toContain(expected);
  });

  test('a component is called a component', () => {
    const error = refusal([...HEADER.slice(0, 4), 0x0d, 0, 1, 0]);
    expect(error.code).toBe('is-a-component');
    expect(error.hint).toContain('wasm32-wasi');
  });

  test('an unknown version is said', () => {
    expect(refusal([...HEADER.slice(0, 4), 2, 0, 0, 0]).message).toContain('version 2');
  });

  test.each([
    ['a header cut off', HEADER.slice(0, 6), 'header'],
    ['a section beyond the end', [...HEADER, 5, 0x7f, 1], '(at byte 10)'],
    ['a section of an unknown kind', [...HEADER, 99, 0], 'unknown kind 99'],
    ['a section twice', [...HEADER, 5, 1, 0, 5, 1, 0], 'twice'],
    ['a number of six bytes', [...HEADER, 5, 0x80, 0x80, 0x80, 0x80, 0x80, 0], 'too long'],
    ['a number beyond 32 bits', [...HEADER, 5, 0xff, 0xff, 0xff, 0xff, 0x7f], 'too long'],
    ['a lying count', [...HEADER, ...section(7, [0xff, 0xff, 0x03])], 'no room'],
    ['a name that is not UTF-8', [...HEADER, ...section(0, [1, 0xff])], 'UTF-8'],
    ['a memory of unknown form', [...HEADER, ...section(5, [1, 0x40, 1])], 'unknown form'],
  ])('%s is refused with its place', (_, bytes, expected) => {
    const error = refusal(bytes);
    expect(error.code).toBe('not-a-module');
    expect(error.message).toContain(expected);
    expect(error.message).toMatch(/\(at byte \d+\)/);
  });
});

test('no mutation of a real module does anything but read or be refused', () => {
  const original = readFileSync(resolve(TWINS, 'hello.wasm'));
  const random = generator(20_241_124);
  for (let round = 0; round < 2000; round += 1) {
    const mutated = Uint8Array.from(original);
    for (let change = random(4); change >= 0; change -= 1) {
      // Most of a module is code, which is not read: aim at its head and tail.
      const near = random(2) === 0 ? random(400) : mutated.length - 1 - random(400);
      mutated[near] = random(256);
    }
    const bytes = random(3) === 0 ? mutated.subarray(0, random(mutated.length)) : mutated;
    try {
      readModule(bytes);
    } catch (thrown) {
      expect(thrown).toBeInstanceOf(LabError);
    }
  }
});

/** The same sequence each time (a linear congruential generator), so that a failure can be repeated. */
function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
