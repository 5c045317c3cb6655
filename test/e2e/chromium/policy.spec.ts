import { expect, test } from '../support/console.js';
import {
  ATTEMPTS,
  directiveThatStops,
  expectNothingInjected,
  ownViolations,
} from '../support/page-rules.js';

for (const [name, { attempt, directive }] of Object.entries(ATTEMPTS)) {
  test(`the page's policy stops ${name}`, async ({ page, served }) => {
    await page.goto(served.url);
    expect(await directiveThatStops(page, attempt)).toMatch(directive);
    await expectNothingInjected(page);
  });
}

test('the page keeps its own policy', async ({ page, served }) => {
  await page.goto(served.url);
  expect(await ownViolations(page)).toEqual([]);
});
