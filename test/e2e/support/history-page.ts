import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

/** The History view as a user meets it, in whichever shell. */
export class HistoryPage {
  readonly entries: Locator;
  readonly details: Locator;

  constructor(readonly page: Page) {
    this.entries = page.getByTestId('entry');
    this.details = page.getByRole('region', { name: 'Details of the entry' });
  }

  async open(): Promise<void> {
    await this.page.getByRole('link', { name: 'History', exact: true }).click();
    await expect(this.page.getByRole('heading', { name: 'History', exact: true })).toBeVisible();
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, exact: typeof name === 'string' });
  }

  /** The row that shows all of these. */
  row(...texts: string[]): Locator {
    return texts.reduce((rows, hasText) => rows.filter({ hasText }), this.entries);
  }

  async choose(row: Locator): Promise<void> {
    await row.getByRole('button').click();
    await expect(this.details).toBeVisible();
  }
}
