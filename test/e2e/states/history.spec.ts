import { expect, test } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { expectNoBarrier, widerThanRoom } from '../support/axe.js';
import { HistoryPage } from '../support/history-page.js';
import { PretendedWindow } from '../support/pretended.js';

let pretended: PretendedWindow;
test.beforeAll(async () => {
  pretended = await PretendedWindow.build();
});
test.afterAll(() => pretended.remove());
test.beforeEach(({ context }) => pretended.serve(context));

async function openWith(page: Page, query = ''): Promise<HistoryPage> {
  await page.goto(`${PretendedWindow.origin}?${query}`);
  const view = new HistoryPage(page);
  await view.open();
  return view;
}

const text = (words: string | RegExp) => (view: HistoryPage) =>
  expect(view.page.getByText(words)).toBeVisible();

/** Whole ones, the newest first: they asked the same. */
function experiments(view: HistoryPage): Locator {
  return view.page.locator('[data-kind="experiment"]').filter({ hasText: 'complete' });
}

async function chooseExperiment(view: HistoryPage): Promise<void> {
  await view.choose(experiments(view).first());
}

async function markTwo(rows: Locator): Promise<void> {
  const boxes = rows.getByRole('checkbox');
  await boxes.nth(0).check();
  await boxes.nth(1).check();
}

const STATES: Record<string, { query?: string; act: (view: HistoryPage) => Promise<void> }> = {
  'all that was recorded': { act: (view) => expect(view.entries.first()).toBeVisible() },
  'nothing yet': { query: 'history=empty', act: text(/^Nothing is recorded yet/) },
  'a list that is read': { query: 'history=reading', act: text('Reading…') },
  'a list that cannot be read': {
    query: 'history=failing',
    act: (view) => expect(view.page.getByRole('alert').first()).toBeVisible(),
  },
  'a lab that keeps none': {
    query: 'history=off',
    act: text('Nothing is recorded: this lab keeps no history.'),
  },
  'filters that nothing fits': {
    act: async (view) => {
      await view.page.getByRole('searchbox').fill('nothing is called so');
      await text('Nothing that was recorded fits these filters.')(view);
    },
  },
  'the details of a run': {
    act: (view) => view.choose(view.page.locator('[data-kind="run"]').first()),
  },
  'a recording of an instance': {
    act: async (view) => {
      await view.choose(view.row('shop-database'));
      await view.button('Open recording').click();
      await expect(view.page.getByRole('slider', { name: /^Memory over time/ })).toBeVisible();
    },
  },
  'what guests tried': {
    act: async (view) => {
      await view.choose(view.page.locator('[data-kind="attempts"]'));
      await view.button('Open attempts').click();
      await expect(view.page.getByRole('group', { name: 'Matrix' })).toBeVisible();
    },
  },
  'two runs that are marked': { act: (view) => markTwo(view.page.locator('[data-kind="run"]')) },
  'a recorded result': {
    act: async (view) => {
      await chooseExperiment(view);
      await view.button('Open result').click();
      await expect(view.page.getByRole('region', { name: 'Recorded result' })).toBeVisible();
    },
  },
  'a result that never came': {
    act: async (view) => {
      await view.choose(view.row('interrupted').first());
      await view.button('Open result').click();
      await text(/there is no result\.$/)(view);
    },
  },
  'the trend of an experiment': {
    act: async (view) => {
      await chooseExperiment(view);
      await view.button('Trend').click();
      await expect(view.page.getByRole('region', { name: 'Trend', exact: true })).toBeVisible();
    },
  },
  'two results side by side': {
    act: async (view) => {
      await markTwo(experiments(view));
      await view.button('Compare results').click();
      await expect(view.page.getByRole('region', { name: 'Results side by side' })).toBeVisible();
    },
  },
};

for (const [state, { query, act }] of Object.entries(STATES)) {
  test(`${state}: axe finds nothing in either theme, and nothing scrolls sideways`, async ({
    page,
  }, testInfo) => {
    const view = await openWith(page, query);
    await act(view);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
      await expectNoBarrier(page);
      await page.screenshot({ path: testInfo.outputPath(`${colorScheme}.png`) });
    }
    expect(await widerThanRoom(page)).toEqual([]);
  });
}

test('the keyboard alone chooses an experiment, opens its trend and comes back to its row', async ({
  page,
}) => {
  const view = await openWith(page);
  await view.entries.first().getByRole('button').focus();
  await page.keyboard.press('Enter');
  await expect(view.details).toBeVisible();
  const experiment = experiments(view).first();
  await experiment.getByRole('button').focus();
  await page.keyboard.press('Enter');
  await view.button('Trend').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Trend', exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(experiment.getByRole('button')).toBeFocused();
});

test('a recorded experiment plays again value by value, and the keys move through it', async ({
  page,
}) => {
  const view = await openWith(page);
  await chooseExperiment(view);
  await view.button('Open result').click();
  const wasmtime = page.getByRole('row').filter({ hasText: 'wasmtime' }).first();
  await expect(wasmtime.getByRole('cell').first()).toHaveText('30');
  await view.button('Replay').click();
  const moment = page.getByRole('slider', { name: 'Moment of the record' });
  await expect(moment).toBeVisible();
  await view.button('Pause the replay').click();
  await moment.focus();
  await page.keyboard.press('Home');
  await expect(moment).toHaveAttribute('aria-valuetext', '0 ms');
  await expect(wasmtime).toHaveCount(0);
  for (let step = 0; step < 5; step += 1) await page.keyboard.press('PageUp');
  await expect(wasmtime.getByRole('cell').first()).toHaveText(/^1\d$/);
  await page.keyboard.press('End');
  await expect(wasmtime.getByRole('cell').first()).toHaveText('30');
  await expectNoBarrier(page);
});
