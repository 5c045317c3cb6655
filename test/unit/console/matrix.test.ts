import { describe, expect, test } from 'vitest';
import type {
  AttemptResult,
  AttemptVerdict,
  IsolationMatrix,
} from '../../../src-main/contract/index.js';
import { matrixMarkdown } from '../../../src-main/console/format/matrix-markdown.js';
import { wasmDifferences } from '../../../src-main/console/format/matrix-cells.js';
import { formatMatrix } from '../../../src-main/console/format/matrix.js';

function result(runtime: string, attempt: string, verdict: AttemptVerdict): AttemptResult {
  const says = `Title of ${attempt}: ${verdict} | *so*.`;
  return { runtime, set: 'default', attempt, verdict, by: [], says, raw: '' };
}

const matrix: IsolationMatrix = {
  attempts: [
    { id: 'link', area: 'files', title: 'Title of link' },
    { id: 'mount', area: 'kernel', title: 'Title of mount' },
  ],
  runtimes: [
    { id: 'a:b', name: 'A', kind: 'container' },
    { id: 'one', name: 'One', kind: 'wasm', version: '1.0' },
    { id: 'two', name: 'Two', kind: 'wasm' },
    { id: 'three', name: 'Three', kind: 'wasm' },
  ],
  sets: ['default'],
  results: [
    result('a:b', 'link', 'refused'),
    result('one', 'link', 'refused'),
    result('two', 'link', 'allowed'),
    result('three', 'link', 'refused'),
    result('a:b', 'mount', 'allowed'),
    result('one', 'mount', 'not-expressible'),
    result('two', 'mount', 'not-expressible'),
    result('three', 'mount', 'not-tried'),
  ],
  startedAtIso: '2026-01-02T03:04:05.000Z',
  durationMs: 1500,
  environment: {
    kernel: '6.1',
    cores: 2,
    memoryBytes: 1,
    os: 'Debian 12',
    arch: 'x64',
    labVersion: '1.2.3',
  },
  warnings: [{ code: 'w', message: 'Not all was given.', hint: 'Give more.' }],
  isPartial: false,
};

describe('where Wasm runtimes differ', () => {
  test('is an attempt that came out in more than one way, the most first; a container does not count', () => {
    expect(wasmDifferences(matrix)).toEqual([
      {
        set: 'default',
        attempt: 'link',
        groups: [
          { verdict: 'refused', runtimes: ['one', 'three'] },
          { verdict: 'allowed', runtimes: ['two'] },
        ],
      },
    ]);
  });
});

describe('the matrix in a terminal', () => {
  const text = formatMatrix(matrix);

  test('has a row an attempt and a column a runtime, and marks where Wasm runtimes differ', () => {
    const lines = text.split('\n').map((line) => line.split(/ {2,}/));
    expect(lines[0]).toEqual(['DEFAULT', 'a:b', 'one', 'two', 'three']);
    expect(lines[1]).toEqual(['! link', 'refused', 'refused', 'ALLOWED', 'refused']);
    expect(lines[2]).toEqual(['', 'mount', 'ALLOWED', '-', '-', '?']);
  });

  test('says who differs, what each word means, each result, and on what machine', () => {
    expect(text).toContain('default: link: refused in one, three; ALLOWED in two\n');
    expect(text).toContain('?        not tried');
    expect(text).toContain('two: default: Title of link: allowed | *so*.\n');
    expect(text).toContain('Not all was given. Give more.\n');
    expect(text).toContain('8 results in 1.50 s. Paralelo 1.2.3, Debian 12');
  });
});

describe('the matrix as a document', () => {
  const text = matrixMarkdown(matrix, 'paralelo bench isolation --markdown');

  test('names the command and the day, and marks what was possible and where runtimes differ', () => {
    expect(text).toContain('2026-01-02 by `paralelo bench isolation --markdown`');
    expect(text).toContain('| **!** `link` | refused | refused | **ALLOWED** | refused |');
    expect(text).toContain('| `mount` | **ALLOWED** | - | - | ? |');
  });

  test('says each sentence once with all whom it is true of, as text and not as markup', () => {
    expect(text).toContain(
      '- refused \\| \\*so\\*. `a:b` (default), `one` (default), `three` (default)',
    );
  });

  test('says that it was stopped before its end', () => {
    const partial = matrixMarkdown({ ...matrix, isPartial: true }, 'x');
    expect(partial).toContain('stopped before the end');
  });
});
