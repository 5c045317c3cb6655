import { expect, test } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { expectNoBarrier } from '../support/axe.js';
import { PretendedWindow } from '../support/pretended.js';

let pretended: PretendedWindow;
test.beforeAll(async () => {
  pretended = await PretendedWindow.build();
});
test.afterAll(() => pretended.remove());
test.beforeEach(async ({ context, page }) => {
  await pretended.serve(context);
  await page.goto(PretendedWindow.origin);
  await expect(page.getByTestId('lane')).toHaveCount(2);
});

const palette = (page: Page): Locator => page.getByRole('dialog', { name: 'Commands' });
const room = (page: Page): Locator => page.getByRole('navigation').locator('[aria-current]');

async function bothThemes(page: Page, look: () => Promise<void>): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
    await look();
  }
}

test('the palette and the shortcuts have no barrier in either theme', async ({ page }) => {
  await page.keyboard.press('Control+k');
  await expect(palette(page).getByRole('combobox')).toBeFocused();
  await bothThemes(page, () => expectNoBarrier(page));
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await bothThemes(page, () => expectNoBarrier(page));
});

test('the palette gives the focus back, and an action may take it further', async ({ page }) => {
  const args = page.getByRole('textbox', { name: 'Arguments' });
  await args.focus();
  await page.keyboard.press('Control+k');
  await page.keyboard.press('Escape');
  await expect(args).toBeFocused();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('search history');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('searchbox', { name: /^Search in/ })).toBeFocused();
});

test('every room is reached by two letters, and none while one types', async ({ page }) => {
  const KEYS = { i: 'Instances', s: 'Isolation', e: 'Experiments', c: 'Claims', l: 'Lab' };
  for (const [key, name] of Object.entries(KEYS)) {
    await page.keyboard.press('g');
    await page.keyboard.press(key);
    await expect(room(page)).toHaveText(name);
  }
  await page.getByRole('textbox', { name: 'Arguments' }).fill('');
  await page.keyboard.type('gi?');
  await expect(page.getByRole('textbox', { name: 'Arguments' })).toHaveValue('gi?');
  await expect(room(page)).toHaveText('Lab');
});

test('a long list is walked by keyboard, and what is chosen stays in sight', async ({ page }) => {
  await page.setViewportSize({ width: 640, height: 400 });
  await page.keyboard.press('Control+k');
  await page.keyboard.press('ArrowUp');
  const chosen = palette(page).getByRole('option', { selected: true });
  await expect(chosen).toBeInViewport({ ratio: 1 });
  await expect(chosen).toHaveText(/About Paralelo|Keyboard shortcuts|Idioma/);
});

test('About opens from the palette', async ({ page }) => {
  await page.keyboard.press('Control+k');
  await page.keyboard.type('about');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'About Paralelo' })).toBeVisible();
});
