import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { expectNoBarrier, widerThanRoom } from '../support/axe.js';
import { ClaimsPage } from '../support/claims-page.js';
import { PretendedWindow } from '../support/pretended.js';

let pretended: PretendedWindow;
test.beforeAll(async () => {
  pretended = await PretendedWindow.build();
});
test.afterAll(() => pretended.remove());
test.beforeEach(({ context }) => pretended.serve(context));

async function openWith(page: Page, query = ''): Promise<ClaimsPage> {
  await page.goto(`${PretendedWindow.origin}?runs=0&${query}`);
  const view = new ClaimsPage(page);
  await view.open();
  return view;
}

/** So many verdicts more. */
const step = (page: Page, verdicts: number): Promise<void> =>
  page.evaluate((count) => window.lab.claims.step(count), verdicts);

const runAll = (view: ClaimsPage): Promise<void> =>
  view.button(/^Run all that can be run here/).click();

/** Every state of the room, and what tells that it is there. */
const STATES: Record<string, { query?: string; act: (view: ClaimsPage) => Promise<void> }> = {
  'the list being read': {
    query: 'claims=reading',
    act: async ({ page }) => expect(page.getByText('Reading…')).toBeVisible(),
  },
  'a list that was refused': {
    query: 'claims=refused',
    act: async ({ page }) => expect(page.getByRole('alert')).toContainText('It fell.'),
  },
  'nothing tested yet': {
    act: async (view) => {
      await expect(view.rows).toHaveCount(20);
      await expect(view.tally).toContainText('18 not tested yet');
      await expect(view.row('P18')).toHaveAttribute('data-state', 'could-not-be-tested');
      await expect(view.row('P18')).toContainText('speaks to no cluster');
    },
  },
  'a claim that is not tested yet, opened': {
    act: async (view) => {
      await view.choose('P3');
      await expect(view.details('P3')).toContainText('Density experiment');
      await expect(view.details('P3')).toContainText('Cada imagem embute');
    },
  },
  'nothing here to test with': {
    query: 'docker=0',
    act: async (view) => {
      await view.choose('P7');
      await expect(view.details('P7')).toContainText('A container engine is needed');
    },
  },
  'one that could not be started': {
    query: 'claims=failing',
    act: async (view) => {
      await view.button('Run P2').click();
      await expect(view.page.getByRole('alert')).toContainText('An experiment is under way');
    },
  },
  'one that broke off': {
    query: 'claims=breaking',
    act: async (view) => {
      await view.button('Run P2').click();
      await expect(view.page.getByRole('alert')).toContainText('does not answer any more');
    },
  },
  'all of them under way': {
    act: async (view) => {
      await runAll(view);
      await step(view.page, 6);
      await expect(view.page.getByText('6 of 20', { exact: true })).toBeVisible();
      await expect(view.page.getByText(/^Portability experiment, 6 of 45; for P7/)).toBeVisible();
      await expect(view.row('P7')).toHaveAttribute('data-state', 'under-way');
      await expect(view.row('P15')).toHaveAttribute('data-state', 'waits');
      await view.choose('P7');
    },
  },
  'one that was stopped': {
    act: async (view) => {
      await runAll(view);
      await step(view.page, 3);
      await view.button('Stop').click();
      await expect(view.page.getByText('stopped when 3 of 20 had their verdict')).toBeVisible();
    },
  },
  'all of them tested, one opened with much evidence': {
    query: 'claims=tested',
    act: async (view) => {
      await view.choose('P9');
      await view.button('Show 4 more').click();
      await expect(view.page.getByTestId('evidence')).toHaveCount(20);
      await expect(view.details('P9')).toContainText('<i>memory</i> access ⟨U+202E⟩out of bounds');
    },
  },
  'the report, before it is saved': {
    query: 'claims=tested',
    act: async (view) => view.exportIn('Português'),
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

test('a test that runs elsewhere is there when the room is opened', async ({ page }) => {
  await page.goto(`${PretendedWindow.origin}?runs=0`);
  await page.evaluate(() => window.lab.invoke('claims.start', { ids: ['P1', 'P2'] }));
  await step(page, 1);
  const view = new ClaimsPage(page);
  await view.open();
  await expect(view.row('P1')).toHaveAttribute('data-state', 'holds');
  await expect(view.row('P2')).toHaveAttribute('data-state', 'under-way');
  await expect(view.button('Stop')).toBeVisible();
});

test('what an engine that comes later makes possible can be run', async ({ page }) => {
  const view = await openWith(page, 'docker=0');
  await expect(view.row('P8')).toHaveAttribute('data-state', 'could-not-be-tested');
  await page.evaluate(async () => {
    window.lab.options.docker = true;
    const { result } = (await window.lab.invoke('runtimes.list', {})) as { result: unknown };
    window.lab.push('runtimes.changed', result);
  });
  await expect(view.row('P8')).toHaveAttribute('data-state', 'not-tested');
  await expect(view.button('Run P8')).toHaveAttribute('aria-disabled', 'false');
});

test('the report is saved as a file in the language that was chosen, which stays', async ({
  page,
}) => {
  const view = await openWith(page, 'claims=tested');
  await view.exportIn('Português');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    view.button('Save Markdown').click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^paralelo-claims-\d{4}-\d\d-\d\d-pt-BR\.md$/);
  expect(await readFile(await download.path(), 'utf8')).toContain('"language":"pt-BR"');
  await page.reload();
  await expect(view.row('P1')).toContainText('Um contêiner depende do kernel');
});

test('what a claim was tested with opens in the Experiments view', async ({ page }) => {
  const view = await openWith(page, 'claims=tested');
  await page.evaluate(() =>
    window.lab.invoke('experiments.start', { experiment: 'startup', runtimes: ['v8'], runs: 5 }),
  );
  await view.choose('P16');
  await view.button('Open Startup experiment e1').click();
  await expect(page.getByRole('heading', { name: 'Startup e1' })).toBeVisible();
});

test('the keyboard alone runs a claim, reads it, and closes it', async ({ page }) => {
  const view = await openWith(page);
  const { keyboard } = page;
  const tabTo = async (name: RegExp): Promise<void> => {
    const isThere = (): Promise<boolean> =>
      page.evaluate(
        (source) =>
          new RegExp(source).test(
            document.activeElement?.getAttribute('aria-label') ??
              document.activeElement?.textContent ??
              '',
          ),
        name.source,
      );
    for (let presses = 0; presses < 40 && !(await isThere()); presses += 1) {
      await keyboard.press('Tab');
    }
    expect(await isThere()).toBe(true);
  };
  await tabTo(/^P1: /);
  await keyboard.press('ArrowDown');
  await keyboard.press('ArrowRight');
  await expect(view.button('Run P2')).toBeFocused();
  await keyboard.press('Enter');
  await step(page, 1);
  await expect(view.row('P2')).toHaveAttribute('data-state', 'holds');
  await keyboard.press('ArrowLeft');
  await keyboard.press('Enter');
  await expect(view.details('P2')).toContainText('One file printed the same');
  await keyboard.press('ArrowDown');
  await expect(view.details('P3')).toBeVisible();
  await keyboard.press('Escape');
  await expect(view.details('P3')).toBeHidden();
  await expect(view.row('P3').getByRole('button').first()).toBeFocused();
});
