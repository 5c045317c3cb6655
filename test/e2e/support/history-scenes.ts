import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { HistoryPage } from './history-page.js';
import { CLI } from './paths.js';

type Open = (env: Record<string, string>) => Promise<HistoryPage>;
type Scene = (title: string, body: (open: Open) => Promise<void>) => void;

/** Two runs of `sum`, one of `grow` that was refused memory, and a startup of V8, as the command line records them. */
function record(folder: string): void {
  const paralelo = (...args: string[]): void => {
    try {
      const [program, ...own] = CLI;
      execFileSync(program, [...own, ...args], {
        env: { ...process.env, PARALELO_DATA_DIR: folder },
        stdio: 'ignore',
      });
    } catch {
      // The guest's own exit code.
    }
  };
  const run = (...args: string[]): void => paralelo('run', '--runtime', 'v8', ...args);
  run('--workload', 'sum', '--', '--n', '1000');
  run('--workload', 'sum', '--', '--n', '2000');
  run(
    '--workload',
    'grow',
    '--memory',
    '8m',
    '--',
    '--to',
    '16m',
    '--step',
    '1m',
    '--pace',
    '20ms',
  );
  paralelo('bench', 'startup', '--runtimes', 'v8', '--runs', '2', '--warm-ups', '0');
}

const newFolder = (): string => mkdtempSync(join(tmpdir(), 'paralelo-e2e-history-'));
let once: string | undefined;

/** A copy of what was recorded once for all scenes. */
function recorded(): { env: Record<string, string>; remove: () => void } {
  if (once === undefined) {
    const made = newFolder();
    process.once('exit', () => rmSync(made, { recursive: true }));
    record(made);
    once = made;
  }
  const folder = newFolder();
  cpSync(once, folder, { recursive: true });
  return { env: { PARALELO_DATA_DIR: folder }, remove: () => rmSync(folder, { recursive: true }) };
}

/** What must work in the History view in every shell, on the real store. */
export function historyScenes(register: Scene): void {
  const scene = (title: string, body: (open: () => Promise<HistoryPage>) => Promise<void>): void =>
    register(title, async (open) => {
      const { env, remove } = recorded();
      try {
        await body(() => open(env));
      } finally {
        remove();
      }
    });

  scene('what the command line ran is listed, searched and filtered', async (open) => {
    const view = await open();
    await expect(view.entries).toHaveCount(4);
    await expect(view.row('grow')).toContainText('memory refused');
    await view.page.getByRole('searchbox').fill('--n 2000');
    await expect(view.entries).toHaveCount(1);
    await view.page.getByRole('searchbox').fill('nothing is called so');
    await expect(view.page.getByText('Nothing that was recorded fits')).toBeVisible();
    await view.button('Clear filters').click();
    await view.page.getByRole('combobox', { name: 'Outcome' }).selectOption('memory-refused');
    await expect(view.entries).toHaveCount(1);
  });

  scene('a recorded run is played again in the Lab, with pause and scrub', async (open) => {
    const view = await open();
    await view.choose(view.row('grow'));
    await view.button('Open in the Lab').click();
    const { page } = view;
    // Until the record is there, the Lab stands as it stood.
    const lane = page.locator('[data-testid="lane"]:not([data-state="idle"])');
    await expect(lane).toHaveAttribute('data-outcome', 'memory-refused');
    await expect(lane).toContainText('refused at');
    const moment = page.getByRole('slider', { name: 'Moment of the record' });
    await moment.focus();
    await page.keyboard.press('Home');
    await expect(moment).toHaveAttribute('aria-valuetext', '0 ms');
    await expect(lane).toHaveAttribute('data-state', 'starting');
    await page.getByRole('combobox', { name: 'Speed' }).selectOption('0.1');
    await view.button('Play the record').click();
    await expect(lane).toHaveAttribute('data-state', 'running');
    await view.button('Pause the replay').click();
    await moment.focus();
    await page.keyboard.press('End');
    await expect(lane).toHaveAttribute('data-outcome', 'memory-refused');
    await view.button('Close').click();
    await expect(page.getByRole('region', { name: 'Replay' })).toBeHidden();
  });

  scene('an experiment opens as its result, and Escape leads back to its row', async (open) => {
    const view = await open();
    const row = view.row('Startup');
    await view.choose(row);
    await view.button('Open result').click();
    await expect(view.page.getByTestId('contender').filter({ hasText: 'v8' })).toContainText(' ms');
    await expect(view.button('Back to the list')).toBeFocused();
    await view.page.keyboard.press('Escape');
    await expect(row.getByRole('button')).toBeFocused();
  });

  scene('two runs are compared, aligned at their requests', async (open) => {
    const view = await open();
    await view.row('--n 1000').getByRole('checkbox').check();
    await expect(view.page.getByText('Mark a second run to compare.')).toBeVisible();
    await view.row('--n 2000').getByRole('checkbox').check();
    await view.button('Compare in the Lab').click();
    await expect(view.page.getByText('2 recorded runs, aligned at their requests')).toBeVisible();
    await expect(view.page.getByTestId('lane')).toHaveCount(2);
  });

  scene('notes, tags and pins stay, and what is removed can be had back', async (open) => {
    const view = await open();
    await view.choose(view.row('--n 1000'));
    await view.page.getByRole('textbox', { name: 'Tags' }).fill('thesis, laptop');
    await view.page.keyboard.press('Enter');
    await view.page.getByRole('textbox', { name: 'Note' }).fill('the first of all');
    await view.button('Pin').click();
    await expect(view.button('Unpin')).toBeVisible();
    await view.page.reload();
    const row = view.row('--n 1000');
    await view.choose(row);
    await expect(view.page.getByRole('textbox', { name: 'Note' })).toHaveValue('the first of all');
    await expect(view.page.getByRole('textbox', { name: 'Tags' })).toHaveValue('laptop, thesis');
    await view.button('Remove').click();
    await expect(view.entries).toHaveCount(3);
    await view.button('Undo').click();
    await expect(view.entries).toHaveCount(4);
  });
}
