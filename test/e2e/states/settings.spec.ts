import { expect, test } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { expectNoBarrier, widerThanRoom } from '../support/axe.js';
import { PretendedWindow } from '../support/pretended.js';
import { SettingsPage } from '../support/settings-page.js';

let pretended: PretendedWindow;
test.beforeAll(async () => {
  pretended = await PretendedWindow.build();
});
test.afterAll(() => pretended.remove());
test.beforeEach(({ context }) => pretended.serve(context));

async function openWith(page: Page, query = ''): Promise<SettingsPage> {
  await page.goto(`${PretendedWindow.origin}?${query}`);
  const view = new SettingsPage(page);
  await view.open();
  return view;
}

/** Every state of the room, and what tells that it is there. */
const STATES: Record<string, { query?: string; act: (view: SettingsPage) => Promise<void> }> = {
  'all at their defaults': {
    act: async ({ room }) => expect(room.getByText('It is closed.')).toBeVisible(),
  },
  'the endpoint open': {
    act: async (view) => {
      await view.endpoint.click();
      await expect(view.address).toBeVisible();
    },
  },
  'the port in use': {
    query: 'settings=taken',
    act: async (view) => {
      await view.endpoint.click();
      await expect(view.room.getByRole('alert')).toContainText('cannot be used');
    },
  },
  'a lab that opens no endpoint': {
    query: 'settings=no-endpoint',
    act: async ({ room }) => expect(room.getByText(/does not open it/)).toBeVisible(),
  },
  'a change that is not kept': {
    query: 'settings=refused',
    act: async (view) => {
      await view.button('Dark').click();
      await expect(view.room.getByRole('alert')).toContainText('cannot be written');
    },
  },
  'a file with a value that makes no sense': {
    query: 'settings=damaged',
    act: async ({ room }) => expect(room.getByText(/value of theme makes no sense/)).toBeVisible(),
  },
  'another data folder': {
    act: async (view) => {
      await view.button('Another data folder…').click();
      await view.field('Data folder from the next start on').fill('/media/ada/disk/paralelo');
    },
  },
  'fields that do not fit': {
    act: async (view) => {
      await view.port.fill('80');
      await view.field('Memory').fill('much');
      await expect(view.room.getByText('A size with its unit: 64m, 1.5 GiB.')).toBeVisible();
    },
  },
  'recording switched off': {
    act: async (view) => {
      await view.recording.click();
      await expect(view.room.getByText(/^Nothing new is recorded/)).toBeVisible();
      await expect(view.page.getByRole('link', { name: 'Not recorded' })).toBeVisible();
    },
  },
  'retention that does not fit': {
    act: async (view) => {
      await view.field('Size budget').fill('1 MiB');
      await view.field('Keep each second').fill('soon');
      await expect(view.room.getByText('Days, more than none: 7 d.')).toBeVisible();
      await expect(view.room.getByText(/^A size of 16 MiB or more/)).toBeVisible();
    },
  },
  'the question before all defaults': {
    act: async (view) => {
      await view.button('Restore defaults').click();
      await expect(view.button('Restore')).toBeFocused();
    },
  },
};

for (const [state, { query, act }] of Object.entries(STATES)) {
  test(`${state}: axe finds nothing in either theme, and nothing scrolls sideways`, async ({
    page,
  }) => {
    const view = await openWith(page, query);
    await act(view);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await view.expectTheme(colorScheme);
      await expectNoBarrier(page);
    }
    expect(await widerThanRoom(page)).toEqual([]);
  });
}

test('everything can be reached and chosen by keyboard alone', async ({ page }) => {
  const view = await openWith(page);
  await view.button('Restore defaults').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(view.button('Restore defaults')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(view.button('Dark')).toBeFocused();
  await page.keyboard.press('Enter');
  await view.expectTheme('dark');
  await expect(view.button('Dark')).toBeFocused();
  await expect(view.button('Dark')).toBeEnabled();
  const languages = page.getByRole('group', { name: 'Language' }).getByRole('button');
  await expect(languages).toHaveCount(3);
  for (const language of await languages.all()) {
    await page.keyboard.press('Tab');
    await expect(language).toBeFocused();
  }
  const next = async (field: Locator): Promise<void> => {
    await page.keyboard.press('Tab');
    await expect(field).toBeFocused();
  };
  await next(page.getByRole('switch', { name: /^An icon beside the clock/ }));
  for (const label of ['Memory', 'CPU', 'Time', 'Processes', 'Fuel', 'Sampling period']) {
    await next(view.field(label).first());
  }
  await next(view.recording);
  await page.keyboard.press('Space');
  await expect(view.recording).not.toBeChecked();
  const kept = ['every sample', 'each second', 'each 10 seconds', 'what was removed'];
  for (const label of ['Size budget', ...kept.map((what) => `Keep ${what}`)]) {
    await next(view.field(label));
  }
  await next(view.endpoint);
  await page.keyboard.press('Space');
  await expect(view.address).toBeVisible();
  await next(view.port);
  await next(view.button('Copy address'));
  const alerts = view.room.getByRole('region', { name: 'Instances and alerts' });
  for (const field of await alerts.locator('input').all()) await next(field);
  await next(view.room.getByRole('link', { name: 'Choose one in Runtimes' }));
});
