import { RESULTS } from './paths.js';
import { writeReport } from './report.js';
import type { BenchResult } from './report.js';

/** What this machine lacks, and how to get it: the benchmark is left out, and says so. */
export class Skip extends Error {}

/** Runs one benchmark as the program that it is. A goal that is missed is a result, not a failure. */
export async function runBench(name: string, measure: () => Promise<BenchResult>): Promise<void> {
  try {
    writeReport(RESULTS, await measure(), `npm run bench -- ${name}`);
    process.exitCode = 0;
  } catch (error) {
    if (error instanceof Skip) console.error(`${name} was left out: ${error.message}.`);
    else console.error(error);
    process.exitCode = error instanceof Skip ? 0 : 1;
  }
}

/** Where it is, on stderr: a measurement of minutes should not look dead. */
export function progress(text: string): void {
  console.error(`  ${new Date().toISOString().slice(11, 19)} ${text}`);
}
