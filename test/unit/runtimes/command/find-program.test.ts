import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findProgram } from '../../../../src-main/runtimes/command/find-program.js';

let folders: string[];

beforeEach(() => {
  folders = ['before', 'behind'].map((name) => mkdtempSync(join(tmpdir(), `paralelo-${name}-`)));
});
afterEach(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

function put(folder: number, name: string, mode = 0o755): string {
  const path = join(folders[folder] ?? '', name);
  writeFileSync(path, '#!/bin/sh\n');
  chmodSync(path, mode);
  return path;
}

const find = (names: string[], chosen?: string) =>
  findProgram({ chosen, names, before: [folders[0] ?? ''], behind: [folders[1] ?? ''] })?.path;

describe('a program', () => {
  test('is taken from the folders before PATH first, then from those behind it', () => {
    const behind = put(1, 'paralelo-test-engine');
    expect(find(['paralelo-test-engine'])).toBe(behind);
    const before = put(0, 'paralelo-test-engine');
    expect(find(['paralelo-test-engine'])).toBe(before);
  });

  test('of the first name wins over one of the second, wherever it is', () => {
    put(0, 'paralelo-second');
    const first = put(1, 'paralelo-first');
    expect(find(['paralelo-first', 'paralelo-second'])).toBe(first);
  });

  test('that may not be executed, or is a folder, is none', () => {
    put(0, 'paralelo-test-engine', 0o644);
    expect(find(['paralelo-test-engine'])).toBeUndefined();
    expect(find(['x'], folders[0])).toBeUndefined();
  });

  test('that the user chose is the only one that is looked at', () => {
    put(0, 'paralelo-test-engine');
    const chosen = put(1, 'other');
    expect(find(['paralelo-test-engine'], chosen)).toBe(chosen);
    expect(find(['paralelo-test-engine'], join(folders[1] ?? '', 'gone'))).toBeUndefined();
  });

  test('that is replaced has another identity', () => {
    const path = put(0, 'paralelo-test-engine');
    const before = findProgram({ chosen: path, names: [] })?.identity;
    writeFileSync(path, '#!/bin/sh\n# another build\n');
    expect(findProgram({ chosen: path, names: [] })?.identity).not.toBe(before);
  });
});
