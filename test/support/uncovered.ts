import { appendFileSync } from 'node:fs';

/**
 * Says that something could not be tested on this machine, and why. A test calls it instead of
 * skipping: `npm test` lists these lines at its end (a file of `name<TAB>reason` lines, named by
 * PARALELO_UNCOVERED), and CI turns those it could have covered into failures.
 */
export function uncovered(name: string, reason: string): void {
  const listPath = process.env['PARALELO_UNCOVERED'];
  if (listPath === undefined) {
    console.warn(`not covered: ${name}: ${reason}`);
    return;
  }
  appendFileSync(listPath, `${oneLine(name)}\t${oneLine(reason)}\n`);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
