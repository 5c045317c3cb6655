import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readFolder } from '../../../src-main/experiments/wasi-testsuite/read-folder.js';
import { parseSpecification } from '../../../src-main/experiments/wasi-testsuite/specification.js';
import { stage } from '../../../src-main/experiments/wasi-testsuite/stage.js';
import { refusalOf } from '../../support/refusal.js';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'paralelo-suite-'))));
afterEach(() => rmSync(folder, { recursive: true }));

function write(path: string, content = ''): void {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), content);
}

const defaults = { args: [], env: {}, dirs: [], exit_code: 0 };

describe('the specification of a test', () => {
  test('may lack every field', () => {
    expect(parseSpecification('{}', 'x.json')).toEqual(defaults);
  });

  test('may hold fields that are for others', () => {
    expect(parseSpecification('{"proposals": ["http"], "stdout": ""}', 'x.json')).toEqual({
      ...defaults,
      stdout: '',
    });
  });

  test('may be written as steps', () => {
    const steps = [
      { type: 'run', args: ['a'], dirs: ['d'], root: 'r' },
      { type: 'write', id: 'stdin', payload: 'in' },
      { type: 'read', payload: 'out' },
      { type: 'read', id: 'stdout', payload: 'put' },
      { type: 'wait', exit_code: 3 },
    ];
    expect(parseSpecification(JSON.stringify({ operations: steps }), 'x.json')).toEqual({
      ...defaults,
      args: ['a'],
      dirs: ['d'],
      root: 'r',
      stdin: 'in',
      stdout: 'output',
      exit_code: 3,
    });
  });

  test.each([
    ['{"args": "one"}', 'args does not fit'],
    ['{"env": {"A": 1}}', 'env.A does not fit'],
    ['[]', 'no object'],
    ['{', 'it is not JSON'],
    ['{"operations": [{"type": "write", "id": "stderr", "payload": ""}]}', 'id does not fit'],
  ])('that reads %s is refused by name', (text, why) => {
    const error = refusalOf(() => parseSpecification(text, 'x.json'));
    expect(error.code).toBe('bad-request');
    expect(error.message).toContain('x.json');
    expect(error.message).toContain(why);
  });
});

describe('a folder of tests', () => {
  test('is walked whole, in order, each test under its suite', () => {
    write('b.wasm');
    write('a/manifest.json', '{"name": "inner"}');
    write('a/z.wasm');
    write('a/deep/y.wasm');
    write('no-modules/package.json', '{}');
    symlinkSync(folder, join(folder, 'a/circle'));
    expect(readFolder(folder).map(({ name, suite }) => [name, suite])).toEqual([
      ['b', undefined],
      ['a/z', 'inner'],
      ['a/deep/y', 'inner'],
    ]);
  });

  test('tells a description without its module, and one that is damaged, by name', () => {
    write('a.wasm');
    write('a.json', 'no');
    write('lost.json', '{}');
    expect(readFolder(folder).map(({ broken }) => broken)).toEqual([
      'a.json cannot be used: it is not JSON.',
      'There is a lost.json but no lost.wasm beside it.',
    ]);
  });

  test('is refused when it holds more than a suite does', () => {
    for (const name of ['a', 'b', 'c']) write(`${name}.wasm`);
    expect(readFolder(folder, 3)).toHaveLength(3);
    expect(refusalOf(() => readFolder(folder, 2))).toMatchObject({
      code: 'bad-request',
      message: expect.stringContaining('more than 2 tests') as string,
    });
  });
});

describe('what a test is granted', () => {
  const staged = (specification: object) =>
    stage({
      name: 't',
      wasmPath: join(folder, 't.wasm'),
      specification: { ...defaults, ...specification },
    });

  test('are copies of its directories, without what an earlier run left', () => {
    write('d/kept.txt', 'kept');
    write('d/old.cleanup', 'left');
    const copies = staged({ dirs: ['d'], root: 'd', env: { A: '1' }, stdin: 'in' });
    expect(copies.grants.volumes.map(({ guestPath }) => guestPath)).toEqual(['d', '/']);
    const copy = copies.grants.volumes[0]?.hostPath ?? '';
    expect(copy.startsWith(folder)).toBe(false);
    expect(readFileSync(join(copy, 'kept.txt'), 'utf8')).toBe('kept');
    expect(existsSync(join(copy, 'old.cleanup'))).toBe(false);
    expect(readFileSync(copies.grants.stdinPath ?? '', 'utf8')).toBe('in');
    copies.remove();
    expect(existsSync(copy)).toBe(false);
  });

  test.each(['..', '../other', '/etc', 'd/../../other', 'none'])('is never %s', (dir) => {
    write('d/kept.txt');
    expect(refusalOf(() => staged({ dirs: [dir] }))).toMatchObject({ code: 'bad-request' });
  });
});
