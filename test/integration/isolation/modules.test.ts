import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { ModuleWalls } from '../../../src-main/contract/index.js';
import { moduleWalls } from '../../../src-main/isolation/module/index.js';
import { uncovered } from '../../support/uncovered.js';
import { MADE_BY } from '../../support/wasm/made-by.js';
import { objdump } from '../../support/wasm/objdump.js';
import type { Dump } from '../../support/wasm/objdump.js';

/** WABT 1.0.32 of Debian 12 does not know types of GC and tables of 64 bits: walls.test.ts has what those modules say. */
const NOT_READ_BY_WABT = new Set(['wat-gc.wasm', 'wat-tables64.wasm']);
const PAGE_BYTES = 65_536;

describe.each(MADE_BY)('$name', ({ name, path }) => {
  test('says of itself what wasm-objdump says of it, name by name', () => {
    const dump = objdump(path);
    if (dump === undefined) {
      uncovered(`${name} as wasm-objdump sees it`, 'WABT is not installed (Debian package wabt)');
      return;
    }
    if (NOT_READ_BY_WABT.has(name) && dump.errors.length > 0) return;
    expect(dump.errors).toEqual([]);
    expect(asDumped(moduleWalls(readFileSync(path)))).toEqual({
      ...dump,
      imports: [...dump.imports].sort(),
    });
  });
});

test('a program of Go, made here, says of itself what wasm-objdump says of it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'paralelo-go-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'hello.wasm');
  try {
    writeFileSync(join(folder, 'hello.go'), 'package main\nfunc main() { println("hello") }\n');
    execFileSync('go', ['build', '-o', path, 'hello.go'], {
      cwd: folder,
      env: { ...process.env, GOOS: 'wasip1', GOARCH: 'wasm', GOFLAGS: '-mod=mod' },
      stdio: 'pipe',
    });
  } catch (thrown) {
    uncovered('a module of Go', `it cannot be built here: ${String(thrown)}`);
    return;
  }
  const walls = moduleWalls(readFileSync(path));
  expect(walls.languages.join()).toContain('Go');
  const dump = objdump(path);
  if (dump === undefined)
    uncovered('a module of Go', 'WABT is not installed (Debian package wabt)');
  else expect(asDumped(walls)).toEqual({ ...dump, imports: [...dump.imports].sort() });
});

function asDumped(walls: ModuleWalls): Dump {
  const imports = walls.importGroups.flatMap((group) => group.imports);
  return {
    // Grouped by door there, in the order of the file here.
    imports: imports.map((one) => `${one.kind} ${one.module}.${one.name ?? ''}`).sort(),
    exports: walls.exports.map((one) => `${one.kind} ${one.name}`),
    memories: walls.memories.map(memoryWords),
    tables: walls.tables.map(
      ({ elementType, minimum, maximum }) =>
        `type=${elementType} initial=${minimum}${maximum === undefined ? '' : ` max=${maximum}`}`,
    ),
    hasStartFunction: walls.hasStartFunction,
    customSections: walls.customSections.map((one) => `${one.name} ${one.sizeBytes}`),
    moduleName: walls.name,
    errors: [],
  };
}

function memoryWords(memory: ModuleWalls['memories'][number]): string {
  const { initialBytes, maximumBytes, isShared, is64Bit } = memory;
  return [
    `initial=${initialBytes / PAGE_BYTES}`,
    ...(maximumBytes === undefined ? [] : [`max=${maximumBytes / PAGE_BYTES}`]),
    ...(isShared ? ['shared'] : []),
    ...(is64Bit ? ['i64'] : []),
  ].join(' ');
}
