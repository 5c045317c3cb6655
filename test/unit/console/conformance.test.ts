import { describe, expect, test } from 'vitest';
import type { Environment, RuntimeInfo } from '../../../src-main/contract/index.js';
import type { CaseResult } from '../../../src-main/experiments/conformance/index.js';
import { conformanceMarkdown } from '../../../src-main/console/format/conformance-markdown.js';
import {
  conformanceReport,
  formatConformance,
} from '../../../src-main/console/format/conformance.js';

const environment: Environment = {
  kernel: '6.1',
  cores: 2,
  memoryBytes: 1,
  os: 'Debian 12',
  arch: 'x64',
  labVersion: '1.2.3',
};
const runtimes = [{ id: 'v8' }, { id: 'a:b' }] as RuntimeInfo[];
const results: CaseResult[] = [
  { runtime: 'v8', case: 'hello', result: 'pass' },
  { runtime: 'v8', case: 'fuel', result: 'refused', how: 'V8 (v8) cannot: it *does* not count.' },
  {
    runtime: 'a:b',
    case: 'fuel',
    result: 'refused',
    how: 'A b (a:b) cannot: it *does* not count.',
  },
  { runtime: 'a:b', case: 'hello', result: 'differs', how: 'It said no.' },
  { runtime: 'v8', case: 'exit-1', result: 'differs', how: 'It did.', why: 'It is so.' },
  { runtime: 'a:b', case: 'exit-1', result: 'pass', noLongerDiffers: true },
  { runtime: 'v8', case: 'component', result: 'not-applicable', how: 'Of another kind.' },
];
const report = conformanceReport(runtimes, results, environment, 'paralelo conformance');

describe('the table of conformance', () => {
  test('has a row a case and a column a runtime, empty where nothing was run', () => {
    const lines = formatConformance(report).split('\n');
    expect(lines[0]).toMatch(/^CASE +v8 +a:b$/);
    const row = (id: string) => lines.find((line) => line.startsWith(`${id} `))?.split(/ {2,}/);
    expect(row('hello')).toEqual(['hello', 'pass', 'DIFFERS']);
    expect(row('fuel')).toEqual(['fuel', 'refused', 'refused']);
    expect(row('exit-1')).toEqual(['exit-1', 'known', 'GONE']);
    expect(row('component')).toEqual(['component', 'n/a']);
  });

  test('says below it what a word means, why a runtime differs, and on what machine', () => {
    const text = formatConformance(report);
    expect(text).toContain('v8: exit-1: known: It did. It is so.\n');
    expect(text).toContain('refused  it said beforehand');
    expect(text).toContain('Paralelo 1.2.3, Debian 12, kernel 6.1, x64, 2 cores.');
  });
});

describe('the document of conformance', () => {
  const text = conformanceMarkdown(report);

  test('numbers each remark once, whoever it is made of', () => {
    const row = text.split('\n').find((line) => line.startsWith('| `fuel` |'));
    const [first, second] = row?.match(/refused \[\d+\]/g) ?? [];
    expect(first).toBeDefined();
    expect(first).toBe(second);
  });

  test('shows what was said as text, never as markup', () => {
    expect(text).toContain('. It cannot: it \\*does\\* not count.\n');
  });

  test('names the command that made it and the day', () => {
    expect(text).toMatch(/^Generated on \d{4}-\d\d-\d\d by `paralelo conformance`/m);
  });
});
