import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { expectNoBarrier, widerThanRoom } from '../support/axe.js';
import { ExperimentsPage } from '../support/experiments-page.js';
import { PretendedWindow } from '../support/pretended.js';

let pretended: PretendedWindow;
test.beforeAll(async () => {
  pretended = await PretendedWindow.build();
});
test.afterAll(() => pretended.remove());
test.beforeEach(({ context }) => pretended.serve(context));

async function openWith(page: Page, query = ''): Promise<ExperimentsPage> {
  await page.goto(`${PretendedWindow.origin}?runs=0&${query}`);
  const view = new ExperimentsPage(page);
  await view.open();
  return view;
}

/** So many runs more of each contender. */
const step = (page: Page, runs: number): Promise<void> =>
  page.evaluate((count) => window.lab.experiments.step(count), runs);

/** Every state of the room, and what tells that it is there. */
const STATES: Record<string, { query?: string; act: (view: ExperimentsPage) => Promise<void> }> = {
  'no experiment yet': {
    act: async ({ page }) => expect(page.getByText('Many runs, one conclusion')).toBeVisible(),
  },
  'the list being read': {
    query: 'experiments=reading',
    act: async ({ page }) => expect(page.getByText('Reading…')).toBeVisible(),
  },
  'fields that do not fit': {
    act: async (view) => {
      await view.field('Runs').fill('none');
      await view.button('none').click();
      await expect(view.page.getByText('Choose at least one.')).toBeVisible();
    },
  },
  'a plan of memory with limits': {
    act: async (view) => {
      await view.choose('Memory');
      await view.page.locator('summary', { hasText: 'Limits' }).click();
      await view.field('By steps of').fill('128 MiB');
      await expect(view.page.getByText('2 to 512 steps in all.')).toBeVisible();
    },
  },
  'a plan with a program of your own': {
    act: async (view) => {
      await view.page.locator('summary', { hasText: 'Program' }).click();
      await view.field('Module').fill('/tmp/program.wasm');
      await view.field('Ignore in outputs').fill('(');
      await view.field('Volumes').fill('/srv');
      await expect(view.page.getByText('is not host:guest')).toBeVisible();
      await expect(view.page.getByText('The chosen containers need one.')).toBeVisible();
    },
  },
  'a plan of speed without a kernel': {
    act: async (view) => {
      await view.choose('Speed');
      for (const box of await view.page
        .getByRole('group', { name: /^Kernels/ })
        .getByRole('checkbox')
        .all()) {
        await box.uncheck();
      }
      await expect(view.page.getByText('0 of 7')).toBeVisible();
      await expect(view.page.getByText('Choose at least one.')).toBeVisible();
    },
  },
  'a plan of limits': {
    act: async (view) => {
      await view.choose('Limits');
      await expect(view.field('Fuel')).toBeVisible();
    },
  },
  'one that could not be started': {
    query: 'experiments=failing',
    act: async (view) => {
      await view.start();
      await expect(view.page.getByRole('alert')).toContainText('are waiting already');
    },
  },
  'one that could not begin': {
    query: 'experiments=problem',
    act: async (view) => {
      await view.start();
      await expect(view.page.getByRole('alert')).toContainText('wasmer is not here any more');
    },
  },
  'one that runs': {
    act: async (view) => {
      await view.start();
      await step(view.page, 12);
      await expect(view.contenders).toHaveCount(4);
    },
  },
  'one that is paused, and one that waits': {
    act: async (view) => {
      await view.start();
      await step(view.page, 5);
      await view.button('Pause').click();
      await view.untilState('paused');
      await view.start();
      await view.untilState('waiting');
      await expect(view.page.getByText(/begins when the one before/)).toBeVisible();
    },
  },
  'one that was stopped': {
    act: async (view) => {
      await view.start();
      await step(view.page, 5);
      await view.button('Stop').click();
      await expect(view.page.getByText(/stopped before its end/)).toBeVisible();
    },
  },
  'one that was stopped before its first run': {
    act: async (view) => {
      await view.start();
      await view.button('Stop').click();
      await expect(view.page.getByText(/nothing was measured/)).toBeVisible();
    },
  },
  'one that ended, with all that another experiment brings': {
    query: 'rich=1',
    act: async (view) => {
      await view.start();
      await step(view.page, 30);
      await view.untilState('ended');
      await view.button('Show').click();
      await expect(view.page.getByTestId('dropped')).toContainText('<b>trapped</b>');
      await expect(view.page.getByTestId('failed')).toContainText('1 run gave no value');
      await expect(view.page.getByRole('img', { name: /^PSS/ })).toBeVisible();
    },
  },
};

for (const [state, { query, act }] of Object.entries(STATES)) {
  test(`${state}: axe finds nothing in either theme, and nothing scrolls sideways`, async ({
    page,
  }) => {
    await act(await openWith(page, query));
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await expectNoBarrier(page);
    }
    expect(await widerThanRoom(page)).toEqual([]);
  });
}

test('the first experiment is one click away', async ({ page }) => {
  const view = await openWith(page);
  await view.button('Measure a first one').click();
  await view.untilState('running');
  await step(page, 20);
  await view.untilState('ended');
  await expect(view.contenders).toHaveCount(4);
});

test('the keyboard alone plans, starts, pauses, stops and reads the values', async ({ page }) => {
  const view = await openWith(page);
  const { keyboard } = page;
  const tabTo = async (name: string): Promise<void> => {
    const isThere = (): Promise<boolean> =>
      page.evaluate((wanted) => {
        const active = document.activeElement;
        const label = (active as HTMLInputElement | null)?.labels?.[0]?.textContent;
        return (
          (label ?? active?.getAttribute('aria-label') ?? active?.textContent)?.trim() === wanted
        );
      }, name);
    for (let presses = 0; presses < 60 && !(await isThere()); presses += 1) {
      await keyboard.press('Tab');
    }
    expect(await isThere(), name).toBe(true);
  };
  await page.getByRole('link', { name: 'Experiments', exact: true }).focus();
  await tabTo('docker:crun');
  await keyboard.press('Space');
  await tabTo('Runs');
  await keyboard.press('ControlOrMeta+A');
  await keyboard.type('8');
  await keyboard.press('Enter');
  await view.untilState('running');
  await step(page, 4);
  await expect(view.contenders).toHaveCount(5);
  await tabTo('Pause');
  await keyboard.press('Enter');
  await view.untilState('paused');
  await tabTo('Stop');
  await keyboard.press('Enter');
  await view.untilState('ended');
  await tabTo('Log');
  await keyboard.press('Space');
  await expect(view.button('Log')).toHaveAttribute('aria-pressed', 'true');
  await tabTo('Show');
  await keyboard.press('Enter');
  const table = page.getByRole('group', { name: 'Every value' });
  await expect(table.getByRole('rowheader')).toHaveCount(4);
});

test('the baseline and the measure are chosen, and what is shown follows', async ({ page }) => {
  const view = await openWith(page);
  await view.start();
  await step(page, 30);
  await view.untilState('ended');
  const first = page.getByTestId('ratio').first();
  await expect(first).toContainText('v8 starts');
  await page.getByLabel('Baseline').selectOption('docker:runc');
  await expect(first).toHaveAttribute('data-runtime', 'v8');
  await expect(first).toContainText(/0\.0\d+×/);
  await page.getByLabel('Measure').selectOption('Compile');
  await expect(view.contenders.filter({ hasText: 'docker:runc' })).toContainText('not told');
  await expect(page.getByRole('img', { name: /^Raw values: Compile/ })).toBeVisible();
});

test('under the pointer a chart says its values, and nothing when it has gone', async ({
  page,
}) => {
  const view = await openWith(page);
  await view.start();
  await step(page, 30);
  await view.untilState('ended');
  const plot = page.getByRole('img', { name: /^Distribution/ });
  const said = plot.getByText(/^Up to [\d.]+ ms$/);
  await plot.hover();
  await expect(said).toBeVisible();
  await expect(plot.getByText('100.0 %').first()).toBeVisible();
  await page.getByRole('heading', { name: 'Experiments', exact: true }).hover();
  await expect(said).toHaveCount(0);
});

test('10,000 values are drawn, and the page says what it cost', async ({ page }) => {
  const view = await openWith(page);
  await view.plan(['v8'], 10_000);
  await view.start();
  await step(page, 10_000);
  await view.untilState('ended');
  await expect(page.getByRole('img', { name: /v8: 10000 values/ }).first()).toBeVisible();
  const isMeasured = (): Promise<boolean> =>
    page.evaluate(
      () => performance.getEntriesByName('plot Raw values: From the request to the end').length > 0,
    );
  await expect.poll(isMeasured).toBe(true);
  const entries = await page.evaluate(() =>
    performance
      .getEntriesByType('measure')
      .map(({ name, duration }) => ({ name, durationMs: duration })),
  );
  test.info().annotations.push({ type: 'cost', description: JSON.stringify(entries) });
});
