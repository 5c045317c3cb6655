import { expect } from '@playwright/test';
import type { ExperimentsPage } from './experiments-page.js';

type Scene = (title: string, body: (open: () => Promise<ExperimentsPage>) => Promise<void>) => void;

/** More than anybody waits for: such an experiment is always stopped. */
const NEVER_ENDS = 5000;

/** What must work in the Experiments view in every shell, on the real lab. */
export function experimentsScenes(scene: Scene): void {
  scene('a startup of v8 runs to its end and shows every value', async (open) => {
    const view = await open();
    await view.plan(['v8'], 6, 1);
    await view.start();
    await view.untilState('ended');
    await expect(view.state).toHaveText(/^ended, \d+ runs$/);
    const row = view.contenders.filter({ hasText: 'v8' });
    await expect(row.getByRole('cell').first()).toHaveText('6');
    await expect(row).toContainText(' ms');
    await expect(view.page.getByRole('img', { name: /^Raw values/ })).toHaveAccessibleName(
      /v8: 6 values, median [\d.]+ ms, 95 % interval/,
    );
    await expect(view.page.getByText(/Fewer than 20 runs of v8/)).toBeVisible();
    await expect(view.page.getByRole('region', { name: 'Honesty' })).toContainText('empty');
    await view.button('Show').click();
    const table = view.page.getByRole('group', { name: 'Every value' });
    await expect(table.getByRole('rowheader')).toHaveCount(6);
    await expect(table.getByRole('cell').first()).toHaveText(/\d\.\d/);
  });

  scene(
    'one that runs is paused, resumed and stopped, and what was measured stays',
    async (open) => {
      const view = await open();
      await view.plan(['v8'], NEVER_ENDS);
      await view.start();
      await expect(view.contenders).toHaveCount(1);
      await view.button('Pause').click();
      await view.untilState('paused');
      await expect(view.state).toHaveText(/^paused at \d+ of at most \d+$/);
      await view.button('Resume').click();
      await view.untilState('running');
      await view.button('Stop').click();
      await view.untilState('ended');
      await expect(view.state).toHaveText(/^stopped, \d+ of at most \d+ runs$/);
      await expect(view.page.getByText(/stopped before its end/)).toBeVisible();
      await expect(view.contenders.filter({ hasText: 'v8' })).toContainText(' ms');
      await expect(view.button('Start')).toBeVisible();
    },
  );

  scene('a second one waits for the first, and begins when that is stopped', async (open) => {
    const view = await open();
    await view.plan(['v8'], NEVER_ENDS);
    await view.start();
    await view.untilState('running');
    await view.plan(['v8'], 2);
    await view.start();
    await view.untilState('waiting');
    await view.list.nth(1).click();
    await view.untilState('running');
    await view.button('Stop').click();
    await view.list.first().click();
    await view.untilState('ended');
    await expect(view.contenders.getByRole('cell').first()).toHaveText('2');
  });

  scene('memory grows to its limit as the form says, and how it ended is told', async (open) => {
    const view = await open();
    await view.choose('Memory');
    await view.plan(['v8'], 2);
    await view.field('Grow to').fill('32 MiB');
    await view.field('By steps of').fill('4 MiB');
    await view.page.locator('summary', { hasText: 'Limits' }).click();
    await view.field('Memory').fill('16 MiB');
    await view.start();
    await view.untilState('ended');
    await expect(view.page.getByRole('img', { name: /^Linear memory/ })).toBeVisible();
    await expect(view.page.getByText(/was refused more and ended by itself/)).toBeVisible();
    await view.choose('Startup');
    await view.choose('Memory');
    await expect(view.field('Grow to')).toHaveValue('32 MiB');
  });
}
