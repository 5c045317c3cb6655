import { RESULTS } from './paths.js';
import { writeReport } from './report.js';
import type { BenchResult } from './report.js';

/** Runs one benchmark as the program that it is. A goal that is missed is a result, not a failure. */
export async function runBench(name: string, measure: () => Promise<BenchResult>): Promise<void> {
  try {
    writeReport(RESULTS, await measure(), `npm run bench -- ${name}`);
    process.exitCode = 0;
  } catch (error) {
    console.error(error);
    process.exitCode = 1;
  }
}
