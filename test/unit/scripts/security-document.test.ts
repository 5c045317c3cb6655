import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { at } from '../../../scripts/lib/paths.mjs';

const text = readFileSync(at('docs/security.md'), 'utf8');
const rows = text.split('\n').filter((line) => /^\| (?!who|#|---)/.test(line));
const filesIn = (line: string): string[] =>
  [...line.matchAll(/`((?:test|scripts)\/[^`\s]+)`/g)].map(([, path]) => path ?? '');

it('every threat and every point of the checklist names what guards it', () => {
  expect(rows.length).toBeGreaterThan(30);
  expect(rows.filter((row) => filesIn(row.split('|').at(-2) ?? '').length === 0)).toEqual([]);
});

it('everything that the document names is there', () => {
  expect(filesIn(text).filter((path) => !existsSync(at(path)))).toEqual([]);
});
