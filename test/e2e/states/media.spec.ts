import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { expectNoBarrier, widerThanRoom } from '../support/axe.js';
import { PretendedWindow } from '../support/pretended.js';
import { outOfReach } from '../support/reach.js';

let pretended: PretendedWindow;
test.beforeAll(async () => {
  pretended = await PretendedWindow.build();
});
test.afterAll(() => pretended.remove());
test.beforeEach(({ context }) => pretended.serve(context));

const ROOMS = [
  ...['lab', 'instances', 'isolation', 'experiments'],
  ...['history', 'claims', 'runtimes', 'settings'],
];

async function openRoom(page: Page, room: string): Promise<void> {
  await page.goto(`${PretendedWindow.origin}?claims=tested#${room}`);
  await expect(page.locator('.room:not([hidden])').getByRole('heading').first()).toBeAttached();
  await expect(page.getByRole('group', { name: 'Engines and runtimes' })).toContainText('Docker');
}

/** A window of 1280x800 at 200 %. */
for (const room of ROOMS) {
  test(`${room} at 200 %: nothing is out of reach, and nothing scrolls sideways`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 640, height: 400 });
    await openRoom(page, room);
    await expect.poll(() => outOfReach(page)).toEqual([]);
    expect(await widerThanRoom(page)).toEqual([]);
    const [wide, high] = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.scrollHeight,
    ]);
    expect([wide, high]).toEqual([640, 400]);
  });
}

test('who wants no motion gets none', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openRoom(page, 'settings');
  const moves = await page.evaluate(
    () =>
      [...document.querySelectorAll('*')].filter((element) => {
        const { transitionDuration, animationDuration } = getComputedStyle(element);
        return [transitionDuration, animationDuration].some((text) =>
          text.split(', ').some((one) => Number.parseFloat(one) > 0.001),
        );
      }).length,
  );
  expect(moves).toBe(0);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`who wants more contrast gets text of 7:1, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ contrast: 'more', colorScheme });
    await openRoom(page, 'lab');
    await expectNoBarrier(page, ['color-contrast-enhanced']);
    await openRoom(page, 'settings');
    await expectNoBarrier(page, ['color-contrast-enhanced']);
  });
}

test('in colours of the system, what is chosen is still told by a line', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await openRoom(page, 'settings');
  const light = page.getByRole('group', { name: 'Theme' }).getByRole('button').first();
  await expect(light).toHaveAttribute('aria-pressed', 'true');
  await expect(light).toHaveCSS('outline-style', 'solid');
  await expect(page.getByRole('navigation').locator('[aria-current]')).toHaveCSS(
    'outline-style',
    'solid',
  );
});
