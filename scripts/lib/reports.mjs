import { readFileSync } from 'node:fs';

/**
 * @typedef {object} Counts
 * @property {number} passed
 * @property {number} failed
 * @property {string[]} skipped names of tests that were left out
 * @property {string[]} [unstable] names of those that passed only in their second try
 */

/**
 * How many tests a step ran. A step that fails without a failed test (a file that does not load) counts as one.
 * @param {'vitest' | 'playwright'} kind
 * @param {string} path of the JSON report
 * @param {boolean} succeeded by its exit code
 * @returns {Counts}
 */
export function readCounts(kind, path, succeeded) {
  const counts = tryRead(kind, path) ?? { passed: 0, failed: 0, skipped: [] };
  const ranNothing = counts.passed + counts.failed === 0;
  if (succeeded && !ranNothing) return counts;
  return { ...counts, failed: Math.max(counts.failed, 1) };
}

/**
 * @param {'vitest' | 'playwright'} kind
 * @param {string} path
 */
function tryRead(kind, path) {
  try {
    const report = JSON.parse(readFileSync(path, 'utf8'));
    return kind === 'vitest' ? vitestCounts(report) : playwrightCounts(report);
  } catch {
    return undefined; // The tool ended before it wrote one: its exit code and output say why.
  }
}

/**
 * @param {{ testResults: { assertionResults: { fullName: string, status: string }[] }[] }} report
 * @returns {Counts}
 */
export function vitestCounts({ testResults }) {
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
  const named = (/** @type {string[]} */ ...statuses) =>
    tests.filter(({ status }) => statuses.includes(status)).map(({ fullName }) => fullName);
  return {
    passed: named('passed').length,
    failed: named('failed').length,
    skipped: named('skipped', 'pending', 'todo', 'disabled'),
  };
}

/**
 * @typedef {{ title: string, specs?: { title: string, tests: { status: string }[] }[], suites?: Suite[] }} Suite
 *
 * @param {{ suites: Suite[] }} report
 * @returns {Counts}
 */
export function playwrightCounts({ suites }) {
  const tests = suites.flatMap(testsOf);
  const named = (/** @type {string} */ wanted) =>
    tests.filter(({ status }) => status === wanted).map(({ title }) => title);
  return {
    passed: named('expected').length + named('flaky').length,
    failed: named('unexpected').length,
    skipped: named('skipped'),
    unstable: named('flaky'),
  };
}

/**
 * @param {Suite} suite
 * @returns {{ title: string, status: string }[]}
 */
function testsOf({ specs = [], suites = [] }) {
  return [
    ...specs.flatMap(({ title, tests }) => tests.map(({ status }) => ({ title, status }))),
    ...suites.flatMap(testsOf),
  ];
}
