import { expect } from '@playwright/test';
import type { ClaimsPage } from './claims-page.js';
import { HistoryPage } from './history-page.js';

type Scene = (title: string, body: (open: () => Promise<ClaimsPage>) => Promise<void>) => void;

/** What must work in the Claims view in every shell, on the real lab. */
export function claimsScenes(scene: Scene): void {
  scene('one claim is run, and its verdict stands with its evidence', async (open) => {
    const view = await open();
    await expect(view.row('P8')).toHaveAttribute('data-state', 'not-tested');
    await view.button('Run P8').click();
    await expect(view.row('P8')).toHaveAttribute('data-state', 'holds');
    await expect(view.tally).toContainText('1 holds');
    await view.choose('P8');
    const details = view.details('P8');
    await expect(details).toContainText('What one container wrote was nowhere else.');
    await expect(details).toContainText('A file in a container’s root');
    await expect(
      details.getByTestId('evidence').filter({ hasText: 'docker:runc' }).first(),
    ).toContainText('the host does not see it');
    await expect(details.getByText(/^\d\d\/\d\d\/\d{4}, /)).toBeVisible();
    const record = details.getByRole('link', { name: /^Open r-\w+ in History$/ }).first();
    const id = await record.innerText();
    await record.click();
    const history = new HistoryPage(view.page);
    await expect(history.entries).toHaveCount(1);
    await expect(history.details).toContainText(id);
  });

  scene('all of them are begun, and stopped: those without a verdict are open', async (open) => {
    const view = await open();
    await view.button(/^Run all that can be run here/).click();
    await expect(view.row('P18')).toHaveAttribute('data-state', 'could-not-be-tested');
    await expect(view.page.getByText(/^about .* left$/)).toBeVisible();
    await view.button('Stop').click();
    await expect(view.page.getByText(/It was stopped when \d+ of 20 had/)).toBeVisible();
    await expect(view.row('P15')).toHaveAttribute('data-state', 'not-tested');
  });
}

/** One cheap verdict, and the report of it ready to be saved, in Portuguese. */
export async function readyReport(view: ClaimsPage): Promise<void> {
  await view.button('Run P7').click();
  await expect(view.row('P7')).toHaveAttribute('data-state', /^holds/);
  await view.exportIn('Português');
}
