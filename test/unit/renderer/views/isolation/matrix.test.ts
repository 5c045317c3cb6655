import { describe, expect, it } from 'vitest';
import {
  columnsOf,
  countIn,
  groupsOf,
} from '../../../../../src-renderer/views/isolation/matrix/matrix.js';
import type { IsolationMatrix } from '../../../../../src-main/contract/index.js';
import { RUNTIMES } from '../../../../support/fake-machine.js';
import { fakeMatrix } from '../../../../support/fake-matrix.js';

const BOTH = ['default', 'loosened'] as const;
const whole = fakeMatrix(RUNTIMES, BOTH);
const all = { sets: BOTH, onlyDiffering: false };

function row(matrix: IsolationMatrix, id: string, choice = all) {
  const found = groupsOf(matrix, choice)
    .flatMap(({ rows }) => rows)
    .find(({ attempt }) => attempt.id === id);
  if (found === undefined) throw new Error(`no row ${id}`);
  return found;
}
const oddOnes = (matrix: IsolationMatrix, id: string): string[] =>
  row(matrix, id)
    .cells.filter(({ isOdd }) => isOdd)
    .map(({ column }) => column.key);

describe('the matrix', () => {
  it('has a column for each runtime that was tried and each set', () => {
    expect(columnsOf(whole, BOTH)).toHaveLength(12);
    expect(columnsOf(whole, ['loosened']).every(({ isFirst }) => isFirst)).toBe(true);
    expect(columnsOf({ ...whole, sets: ['default'] }, BOTH)).toHaveLength(6);
  });

  it('groups its rows by area, in their order', () => {
    expect(groupsOf(whole, all).map(({ area }) => area)).toEqual([
      'files',
      'processes',
      'network',
      'kernel',
      'resources',
      'memory-safety',
      'ambient',
    ]);
  });

  it('makes the Wasm runtime that follows a symlink stand out among the others', () => {
    expect(row(whole, 'symlink-out').differs).toBe(true);
    expect(oddOnes(whole, 'symlink-out')).toEqual(['v8 default', 'v8 loosened']);
  });

  it('compares Wasm runtimes with each other only, not with containers', () => {
    expect(row(whole, 'fork').differs).toBe(false);
  });

  it('compares within a set: what was loosened may differ from the default', () => {
    expect(row(whole, 'connect').differs).toBe(false);
  });

  it('takes what was not tried for no difference', () => {
    expect(row(whole, 'spin-over').differs).toBe(false);
  });

  it('lets the wider one stand out of two', () => {
    const two = fakeMatrix(
      RUNTIMES.filter(({ id }) => ['v8', 'wasmtime'].includes(id)),
      ['default'],
    );
    expect(oddOnes(two, 'symlink-out')).toEqual(['v8 default']);
  });

  it('shows only where they differ when asked to', () => {
    const rows = groupsOf(whole, { ...all, onlyDiffering: true }).flatMap((group) => group.rows);
    expect(rows.map(({ attempt }) => attempt.id)).toEqual(['symlink-out']);
  });

  it('leaves a cell empty until it has been tried, and counts what has', () => {
    const begun = { ...whole, results: whole.results.slice(0, 3) };
    const [first, second] = row(begun, 'read-outside').cells;
    expect(first?.result?.verdict).toBe('refused');
    expect(second?.result).toBeUndefined();
    const [column] = columnsOf(begun, BOTH);
    if (column === undefined) throw new Error('no column');
    expect(countIn(begun, column)).toEqual({
      allowed: 0,
      refused: 3,
      'not-expressible': 0,
      'not-tried': 0,
    });
  });
});
