import { expect, test } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { PretendedWindow } from '../support/pretended.js';

let pretended: PretendedWindow;
test.beforeAll(async () => {
  pretended = await PretendedWindow.build();
});
test.afterAll(() => pretended.remove());
test.beforeEach(async ({ context, page }) => {
  await pretended.serve(context);
  // So low that the room scrolls.
  await page.setViewportSize({ width: 1280, height: 520 });
  await page.goto(`${PretendedWindow.origin}?speed=0#lab`);
});

const trigger = (page: Page): Locator => page.getByRole('button', { name: /^More limits/ });

async function openPanel(page: Page): Promise<Locator> {
  await trigger(page).click();
  const panel = page.getByRole('dialog', { name: 'More limits' });
  await expect(panel).toBeVisible();
  return panel;
}

async function topOf(element: Locator): Promise<number> {
  const box = await element.boundingBox();
  return box?.y ?? Number.NaN;
}

test('an open panel stays where it is while the output of a lane follows its end', async ({
  page,
}) => {
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(page.locator('[data-testid="lane"]:not([data-state="idle"])')).toHaveCount(2);
  await page.evaluate(() => window.lab.playTo(900));
  const output = page.getByRole('log').first();
  const scrolled = (): Promise<number> => output.evaluate((box) => box.scrollTop);
  await expect.poll(scrolled).toBeGreaterThan(0);
  const panel = await openPanel(page);
  // Away from its place: whoever places it anew brings it back there.
  await panel.evaluate((element) => (element.style.top = '200px'));
  const before = await scrolled();
  await output.evaluate(
    (box, from) =>
      new Promise<void>((resolve) => {
        // Behind the panel's own listener.
        window.addEventListener('scroll', () => box.scrollTop > from && resolve(), true);
        window.lab.playTo(1300);
      }),
    before,
  );
  expect(await topOf(panel)).toBe(200);
});

test('an open panel moves along with its trigger when the room scrolls', async ({ page }) => {
  const panel = await openPanel(page);
  const below = async (): Promise<number> => (await topOf(panel)) - (await topOf(trigger(page)));
  const before = { trigger: await topOf(trigger(page)), below: await below() };
  await page.mouse.move(640, 400);
  await page.mouse.wheel(0, 24);
  await expect.poll(() => topOf(trigger(page))).toBe(before.trigger - 24);
  await expect.poll(below).toBe(before.below);
});
