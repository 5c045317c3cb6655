import { expect, test } from '../support/electron.js';
import {
  ATTEMPTS,
  directiveThatStops,
  expectNothingInjected,
  ownViolations,
} from '../support/page-rules.js';

for (const [name, { attempt, directive }] of Object.entries(ATTEMPTS)) {
  test(`the page's policy stops ${name}`, async ({ page }) => {
    expect(await directiveThatStops(page, attempt)).toMatch(directive);
    await expectNothingInjected(page);
  });
}

test('the page keeps its own policy', async ({ page }) => {
  expect(await ownViolations(page)).toEqual([]);
});

test('even the main process loads nothing from a network in a window', async ({ app }) => {
  const failure = await app.evaluate(async ({ BrowserWindow }) => {
    const window = new BrowserWindow({ show: false });
    const outcome = await window.loadURL('http://127.0.0.1:9/').then(
      () => 'loaded',
      (error: unknown) => (error as { code: string }).code,
    );
    window.destroy();
    return outcome;
  });
  // Not ERR_CONNECTION_REFUSED: the request was never made.
  expect(failure).toBe('ERR_BLOCKED_BY_CLIENT');
});
