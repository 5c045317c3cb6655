import { seconds } from './say.mjs';
import { ciCanHave } from './uncovered.mjs';

/**
 * What stands at the end of a test run; its last line is `N passed, N failed`.
 * @param {readonly import('./plan.mjs').Result[]} results
 * @param {readonly import('./uncovered.mjs').Uncovered[]} uncovered
 * @param {boolean} isStrict whether what CI can have, and has not, is a failure
 * @param {readonly string[]} unstable tests that passed only in their second try, besides those of the results
 * @returns {{ text: string, failed: number }}
 */
export function summarise(results, uncovered, isStrict, unstable = []) {
  const open = [...uncovered, ...skippedOf(results)];
  const faults = isStrict ? open.filter(ciCanHave).length : 0;
  const passed = sum(results.map((result) => result.passed));
  const failed = sum(results.map((result) => result.failed)) + faults;
  const lines = [
    'step              passed  failed      time',
    ...results.map(row),
    '',
    ...closingList(open, isStrict),
    '',
    ...unstableList([...unstable, ...results.flatMap((result) => result.unstable ?? [])]),
    `${passed} passed, ${failed} failed`,
  ];
  return { text: lines.join('\n'), failed };
}

/**
 * A test that is left out is named too; those that a failed set-up took with it are only counted.
 * @param {readonly import('./plan.mjs').Result[]} results
 * @returns {import('./uncovered.mjs').Uncovered[]}
 */
function skippedOf(results) {
  return results.flatMap(({ name, failed, skipped }) => {
    if (failed > 0 && skipped.length > 0) {
      return [{ name: `${skipped.length} tests of ${name}`, reason: 'left out as others failed' }];
    }
    return skipped.map((test) => ({ name: `${name}: ${test}`, reason: 'the test was skipped' }));
  });
}

/** @param {import('./plan.mjs').Result} result */
function row({ name, passed, failed, durationMs, why }) {
  const time = durationMs === undefined ? `not run: ${why ?? ''}` : seconds(durationMs);
  return `${name.padEnd(16)} ${String(passed).padStart(7)} ${String(failed).padStart(7)} ${time.padStart(9)}`;
}

/**
 * @param {readonly import('./uncovered.mjs').Uncovered[]} open
 * @param {boolean} isStrict
 */
function closingList(open, isStrict) {
  if (open.length === 0) return ['Everything was covered.'];
  return [
    'Could not be covered here:',
    ...open.map((one) => {
      const fault = isStrict && ciCanHave(one) ? ' [counted as failed: CI can have it]' : '';
      return `- ${one.name}: ${one.reason}${fault}`;
    }),
  ];
}

/** @param {readonly string[]} names */
function unstableList(names) {
  if (names.length === 0) return [];
  return ['Passed only in a second try:', ...names.map((name) => `- ${name}`), ''];
}

/** @param {number[]} numbers */
function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}
