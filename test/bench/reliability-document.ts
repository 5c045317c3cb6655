import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RESULTS, at } from './lib/paths.js';
import { reliabilityDocument } from './lib/reliability/document.js';
import type { Recorded } from './lib/reliability/document.js';

/** Writes docs/reliability.md from the results that lie in test/bench/results; measures nothing. */
const SECTIONS = ['store-kills', 'store-power', 'store', 'store-day'];

const found = SECTIONS.map((name) => ({ name, recorded: read(name) }));
writeFileSync(at('docs/reliability.md'), reliabilityDocument(found));
console.error('docs/reliability.md is written');

function read(name: string): Recorded | undefined {
  try {
    return JSON.parse(readFileSync(join(RESULTS, `${name}.json`), 'utf8')) as Recorded;
  } catch {
    return undefined;
  }
}
