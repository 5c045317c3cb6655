import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

/** The Claims view as a user meets it, in whichever shell. */
export class ClaimsPage {
  readonly rows: Locator;
  readonly tally: Locator;

  constructor(readonly page: Page) {
    this.rows = page.getByTestId('claim');
    this.tally = page.getByTestId('tally');
  }

  async open(): Promise<void> {
    await this.page.getByRole('link', { name: 'Claims', exact: true }).click();
    await expect(this.page.getByRole('heading', { name: 'Claims', exact: true })).toBeVisible();
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, exact: typeof name === 'string' });
  }

  row(id: string): Locator {
    return this.page.locator(`[data-testid=claim][data-key=${id}]`);
  }

  details(id: string): Locator {
    return this.page.getByRole('region', { name: `Claim ${id}`, exact: true });
  }

  async choose(id: string): Promise<void> {
    await this.row(id).getByTestId('verdict').click();
    await expect(this.details(id)).toBeVisible();
  }

  /** Opens the popover, and takes the language. */
  async exportIn(language: 'English' | 'Português'): Promise<void> {
    await this.button('Export report').click();
    await this.page.getByRole('radio', { name: language }).check();
  }
}
