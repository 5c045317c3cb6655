import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { accuracyDocument } from './lib/accuracy/document.js';
import type { Recorded } from './lib/accuracy/document.js';
import { RESULTS, at } from './lib/paths.js';

/** Writes docs/accuracy.md from the results that lie in test/bench/results; measures nothing. */
const SECTIONS = [
  'accuracy-starts',
  'accuracy-resources',
  'accuracy-truth',
  'accuracy-same',
  'experiments',
];

const found = SECTIONS.map((name) => ({ name, recorded: read(name) }));
writeFileSync(at('docs/accuracy.md'), accuracyDocument(found));
console.error('docs/accuracy.md is written');

function read(name: string): Recorded | undefined {
  try {
    return JSON.parse(readFileSync(join(RESULTS, `${name}.json`), 'utf8')) as Recorded;
  } catch {
    return undefined;
  }
}
