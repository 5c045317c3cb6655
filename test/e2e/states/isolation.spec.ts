import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { ISOLATION_QUESTIONS } from '../../../src-main/contract/index.js';
import { expectNoBarrier, widerThanRoom } from '../support/axe.js';
import { IsolationPage } from '../support/isolation-page.js';
import { PretendedWindow } from '../support/pretended.js';

let pretended: PretendedWindow;
test.beforeAll(async () => {
  pretended = await PretendedWindow.build();
});
test.afterAll(() => pretended.remove());
test.beforeEach(({ context }) => pretended.serve(context));

async function openWith(page: Page, query = ''): Promise<IsolationPage> {
  await page.goto(`${PretendedWindow.origin}?${query}`);
  const view = new IsolationPage(page);
  await view.open();
  return view;
}

/** As a link from elsewhere does: by the name of what runs, or the path of a module. */
async function show(page: Page, ...names: string[]): Promise<void> {
  await page.evaluate((wanted) => {
    const keys = wanted.map((name) => {
      if (name.startsWith('/')) return `module:${name}`;
      const found = window.lab.instances.all.find(({ view }) => view.name === name);
      return `instance:${found?.view.id ?? ''}`;
    });
    location.hash = `#isolation?${keys.map((key) => `of=${encodeURIComponent(key)}`).join('&')}`;
  }, names);
  await expect(page.getByRole('columnheader')).toHaveCount(names.length + 1);
}
const TWO = ['shop-web-1', 'build-runner'];
const FOUR = [...TWO, 'mandelbrot.wasm', '/srv/modules/mandelbrot.wasm'];
const start = (page: Page) => page.getByRole('button', { name: 'Try them' }).click();

/** Every state of the room, and what tells that it is there. */
const STATES: Record<string, { query?: string; act: (view: IsolationPage) => Promise<void> }> = {
  'nothing chosen': {
    act: async ({ page }) => expect(page.getByText('What can it reach?')).toBeVisible(),
  },
  'nothing runs': {
    query: 'instances=0',
    act: async ({ page }) => expect(page.getByText(/No container and no Wasm/)).toBeVisible(),
  },
  'profiles being read': {
    query: 'isolation=reading',
    act: async ({ page }) => {
      await show(page, ...TWO);
      await expect(page.getByText('Reading…').first()).toBeVisible();
    },
  },
  'profiles that could not be read': {
    query: 'isolation=failing',
    act: async ({ page }) => {
      await show(page, ...TWO);
      await expect(page.getByRole('alert')).toHaveCount(2);
    },
  },
  'one subject': {
    act: async ({ page }) => {
      await show(page, 'mandelbrot.wasm');
      await expect(page.getByText('2 open')).toBeVisible();
    },
  },
  'four subjects': {
    act: async ({ page }) => {
      await show(page, ...FOUR);
      await expect(page.getByText('7 open')).toBeVisible();
    },
  },
  evidence: {
    act: async (view) => {
      await show(view.page, ...TWO);
      await view.answers('read the host’s files').nth(1).click();
      await expect(view.evidence).toContainText('HostConfig.Binds');
    },
  },
  'the list of what can be added': {
    act: async ({ page }) => {
      await show(page, ...TWO);
      await page.getByRole('button', { name: 'Compare with…' }).click();
      await expect(page.getByRole('list', { name: 'What runs' })).toBeVisible();
    },
  },
  'the profile of a privileged container': {
    act: async (view) => {
      await show(view.page, 'build-runner');
      await view.tab('Profile');
      await expect(view.page.getByTestId('advice')).toHaveCount(4);
    },
  },
  'the profile of a guest': {
    act: async (view) => {
      await show(view.page, 'mandelbrot.wasm');
      await view.tab('Profile');
      await expect(view.page.getByRole('heading', { name: /^Behind it/ })).toBeVisible();
    },
  },
  'no matrix yet': {
    act: async (view) => {
      await view.tab('Matrix');
      await expect(view.page.getByText('Nothing has been tried yet')).toBeVisible();
    },
  },
  'the choice of what is tried': {
    query: 'many=1',
    act: async (view) => {
      await view.tab('Matrix');
      await view.page.getByRole('button', { name: 'All runtimes' }).click();
      await expect(view.page.getByRole('dialog', { name: 'What is tried' })).toBeVisible();
    },
  },
  'probes that run': {
    query: 'many=1&pace=0',
    act: async (view) => {
      await view.tab('Matrix');
      await start(view.page);
      await expect(view.page.getByRole('button', { name: 'Stop' })).toBeVisible();
      await view.page.evaluate(() => window.lab.isolation.step(100));
      await expect(view.page.locator('[data-verdict]')).toHaveCount(100);
    },
  },
  'probes that were stopped': {
    query: 'pace=0',
    act: async (view) => {
      await view.tab('Matrix');
      await start(view.page);
      await view.page.getByRole('button', { name: 'Stop' }).click();
      await expect(view.page.getByText(/stopped before its end/)).toBeVisible();
    },
  },
  'probes that could not be started': {
    query: 'isolation=failing',
    act: async (view) => {
      await view.tab('Matrix');
      await start(view.page);
      await expect(view.page.getByRole('alert')).toBeVisible();
    },
  },
  'a whole matrix': {
    query: 'many=1&probed=1',
    act: async (view) => {
      await view.tab('Matrix');
      await expect(view.page.getByTestId('attempt').first()).toBeVisible();
    },
  },
  'only where runtimes differ': {
    query: 'many=1&probed=1',
    act: async (view) => {
      await view.tab('Matrix');
      await view.page.getByLabel('Only where Wasm runtimes differ').check();
      await expect(view.page.getByTestId('attempt')).toHaveCount(3);
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

test('a privileged container beside a default one is told without scrolling at 1280x800', async ({
  page,
}) => {
  await openWith(page);
  await show(page, ...TWO);
  await expect(page.getByText('7 open')).toBeVisible();
  const view = new IsolationPage(page);
  for (const { title } of ISOLATION_QUESTIONS) {
    await expect(view.answers(title)).toHaveCount(2);
    await expect(view.answers(title).nth(1)).toBeInViewport({ ratio: 1 });
    await expect(view.answers(title).nth(1)).toHaveAttribute('data-openness', 'open');
  }
  await expect(view.questions.locator('text=they differ')).toHaveCount(7);
});

test('the keyboard alone chooses, moves from cell to cell, reads the evidence and comes back', async ({
  page,
}) => {
  const view = await openWith(page);
  const { keyboard } = page;
  await view.search.focus();
  await keyboard.type('build-runner');
  await keyboard.press('Enter');
  await expect(view.head('build-runner')).toBeVisible();
  const inTable = (): Promise<boolean> =>
    page.evaluate(() => document.activeElement?.closest('tbody') != null);
  for (let presses = 0; presses < 20 && !(await inTable()); presses += 1) {
    await keyboard.press('Tab');
  }
  await keyboard.press('ArrowDown');
  const second = view.answers('see other processes');
  await expect(second).toBeFocused();
  await keyboard.press('Enter');
  await expect(view.evidence).toContainText('HostConfig.PidMode');
  await keyboard.press('ArrowDown');
  await expect(view.evidence).toContainText('HostConfig.NetworkMode');
  await keyboard.press('Escape');
  await expect(view.evidence).toHaveCount(0);
  const third = view.answers('reach the network');
  await expect(third).toBeFocused();
  expect(await third.evaluate((each) => getComputedStyle(each).outlineStyle)).toBe('solid');
});

test('in the matrix head and first column stay while the rest scrolls, and the keys move cell by cell', async ({
  page,
}) => {
  const view = await openWith(page, 'many=1&probed=1');
  await view.tab('Matrix');
  const first = page.locator('[data-attempt="symlink-out"] [data-verdict]').first();
  await first.focus();
  await page.keyboard.press('Enter');
  const pane = page.getByRole('region', { name: /^Attempt: / });
  await expect(pane).toContainText('Follow a symlink');
  await page.keyboard.press('End');
  await expect(pane).toContainText('environment of its parent');
  for (let presses = 0; presses < 30; presses += 1) await page.keyboard.press('ArrowRight');
  await expect(page.locator('.matrix .corner')).toBeInViewport({ ratio: 1 });
  await expect(page.locator('[data-attempt="parent-environment"] th')).toBeInViewport({ ratio: 1 });
  await expect(page.locator('[data-verdict]:focus')).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('Escape');
  await expect(pane).toHaveCount(0);
  await expect(page.locator('[data-verdict]:focus')).toHaveCount(1);
});
