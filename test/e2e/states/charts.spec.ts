import { expect, test } from '@playwright/test';
import { expectNoBarrier } from '../support/axe.js';
import { ExperimentsPage } from '../support/experiments-page.js';
import { PretendedWindow } from '../support/pretended.js';

let pretended: PretendedWindow;
test.beforeAll(async () => {
  pretended = await PretendedWindow.build();
});
test.afterAll(() => pretended.remove());
test.beforeEach(({ context }) => pretended.serve(context));

for (const colorScheme of ['light', 'dark'] as const) {
  test(`what leaves a chart, as a menu and as a table, has no barrier, ${colorScheme}`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto(PretendedWindow.origin);
    await expect(page.getByRole('button', { name: /^Save or read/ })).toHaveCount(0);
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await page.getByRole('button', { name: 'Save or read: Memory' }).click();
    await expect(page.getByRole('button', { name: 'Save as picture (PNG)' })).toBeFocused();
    await expectNoBarrier(page);
    await page.getByRole('button', { name: 'Show as table' }).click();
    await expect(page.getByRole('dialog', { name: /^Memory/ })).toBeVisible();
    await expectNoBarrier(page);
  });
}

test('the values of an experiment are read as a table, and its distribution too', async ({
  page,
}) => {
  await page.goto(`${PretendedWindow.origin}?runs=0`);
  const view = new ExperimentsPage(page);
  await view.open();
  await view.start();
  await page.evaluate(() => window.lab.experiments.step(30));
  await page.getByRole('button', { name: 'Save or read: Raw values' }).click();
  await page.getByRole('button', { name: 'Show as table' }).click();
  await expect(
    page.getByRole('dialog').getByRole('columnheader', { name: 'Median' }),
  ).toBeVisible();
  await expectNoBarrier(page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Save or read: Distribution' })).toBeVisible();
});

test('figures of a result are copied with their unit, also where it stands elsewhere, by keyboard', async ({
  page,
}) => {
  // A page that is not served safely has no clipboard; that there is one in the app is tested there.
  await page.addInitScript(() => {
    const writeText = (text: string) => Promise.resolve(void (document.title = text));
    Object.defineProperty(navigator, 'clipboard', { value: { writeText } });
  });
  await page.goto(`${PretendedWindow.origin}?runs=0`);
  const view = new ExperimentsPage(page);
  await view.open();
  await view.start();
  await page.evaluate(() => window.lab.experiments.step(30));
  const [median, interval, p5] = await view.contenders.first().getByRole('button').all();
  await median?.focus();
  for (const figure of [interval, p5]) {
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    const shown = (await figure?.textContent()) ?? '';
    expect(shown).toMatch(/^[\d. –]+$/);
    await expect(page).toHaveTitle(`${shown} ms`);
  }
});
