import { appendFileSync } from 'node:fs';

/**
 * A reporter of Vitest: names every test that failed first and passed in its second try, one a line in the file that
 * PARALELO_UNSTABLE names. A busy machine must not stop a landing, and must not hide such a test either.
 */
export default class SecondTry {
  /** @param {import('vitest/node').TestCase} testCase */
  onTestCaseResult(testCase) {
    const listPath = process.env['PARALELO_UNSTABLE'];
    if (listPath === undefined || testCase.diagnostic()?.flaky !== true) return;
    appendFileSync(listPath, `${testCase.fullName.replace(/\s+/g, ' ')}\n`);
  }
}
