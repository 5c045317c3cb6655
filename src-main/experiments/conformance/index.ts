export type { ConformanceCase, Ran, RunOne, RunOptions } from './case.js';
export { CASES } from './cases/index.js';
export { KNOWN_DIFFERENCES } from './known-differences.js';
export { runCase, runSuite } from './suite.js';
export type { CaseResult } from './suite.js';
