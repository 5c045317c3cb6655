import { describe, expect, test } from 'vitest';
import {
  checkCommand,
  checkImports,
  checkMemoryLimit,
  maximumMemoryBytes,
  readModule,
} from '../../../../src-main/isolation/module/index.js';
import { refusalOf } from '../../../support/refusal.js';
import { encodeModule } from '../../../support/wasm/encoder.js';
import type { ModuleParts } from '../../../support/wasm/encoder.js';

const MIB = 1024 * 1024;
const profileOf = (parts: ModuleParts) => readModule(encodeModule(parts));

describe('a memory limit', () => {
  const twoMebibytes = profileOf({ memories: [{ min: 32 }] });

  test('that is what the module begins with is enough', () => {
    expect(() => checkMemoryLimit(twoMebibytes, { memoryBytes: 2 * MIB })).not.toThrow();
  });

  test('one byte below it is refused, with the least that would do', () => {
    const error = refusalOf(() => checkMemoryLimit(twoMebibytes, { memoryBytes: 2 * MIB - 1 }));
    expect(error.code).toBe('limit-too-low');
    expect(error.hint).toContain('2097152 bytes');
  });

  test('counts all memories of a module', () => {
    const profile = profileOf({ memories: [{ min: 16 }, { min: 17 }] });
    expect(() => checkMemoryLimit(profile, { memoryBytes: 2 * MIB })).toThrow();
  });
});

describe('how far the memory may grow', () => {
  test('is the smaller of the module’s maximum and the limit in whole pages', () => {
    const profile = profileOf({ memories: [{ min: 1, max: 32 }] });
    expect(maximumMemoryBytes(profile, undefined)).toBe(2 * MIB);
    expect(maximumMemoryBytes(profile, MIB + 1000)).toBe(MIB);
    expect(maximumMemoryBytes(profile, 64 * MIB)).toBe(2 * MIB);
  });

  test('is 4 GiB when nobody says anything', () => {
    expect(maximumMemoryBytes(profileOf({ memories: [{ min: 1 }] }), undefined)).toBe(4096 * MIB);
  });

  test('is unknown for 64 bits without a bound', () => {
    const profile = profileOf({ memories: [{ min: 1, is64: true }] });
    expect(maximumMemoryBytes(profile, undefined)).toBeUndefined();
    expect(maximumMemoryBytes(profile, MIB)).toBe(MIB);
  });
});

describe('imports', () => {
  test('all that are missing are named, with module and kind', () => {
    const profile = profileOf({
      imports: [
        ['wasi_snapshot_preview1', 'fd_write', 'function'],
        ['env', 'fork', 'function'],
        ['env', 'memory', 'memory'],
        ['wasi_snapshot_preview1', 'no_such_call', 'function'],
      ],
    });
    const error = refusalOf(() => checkImports(profile));
    expect(error.code).toBe('missing-import');
    expect(error.message).toContain(
      'env.fork (function), env.memory (memory), wasi_snapshot_preview1.no_such_call (function).',
    );
  });

  test.each([
    ['wasi_unstable', 'preview 0'],
    ['wasi:cli/run@0.2.0', 'WASI 0.2'],
    ['wasix_32v1', 'WASIX'],
    ['wasi', 'threads'],
    ['__wbindgen_placeholder__', 'browser'],
    ['env', 'fork'],
  ])('of %s lead to a hint of their own', (module, hint) => {
    const profile = profileOf({ imports: [[module, 'f', 'function']] });
    expect(refusalOf(() => checkImports(profile)).hint).toContain(hint);
  });

  test('a WASI name of another kind than a function is missing', () => {
    const profile = profileOf({ imports: [['wasi_snapshot_preview1', 'fd_write', 'global']] });
    expect(() => checkImports(profile)).toThrow('fd_write (global)');
  });
});

describe('a program', () => {
  const bodies = [[]];

  test('without _start is refused', () => {
    expect(() => checkCommand(profileOf({}))).toThrow('_start');
  });

  test('that is a library is called one', () => {
    const profile = profileOf({ bodies, exports: [['_initialize', 'function', 0]] });
    expect(() => checkCommand(profile)).toThrow('reactor');
  });

  test('without an exported memory is refused', () => {
    const profile = profileOf({ bodies, exports: [['_start', 'function', 0]] });
    expect(() => checkCommand(profile)).toThrow('memory');
  });
});
