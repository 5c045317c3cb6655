import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

/** The Instances view as a user meets it, in whichever shell. */
export class InstancesPage {
  readonly rows: Locator;
  readonly grid: Locator;
  readonly filter: Locator;
  readonly details: Locator;
  readonly log: Locator;

  constructor(readonly page: Page) {
    this.rows = page.locator('[data-testid="instance"]');
    this.grid = page.getByRole('grid', { name: 'Instances' });
    this.filter = page.getByPlaceholder('Name, image, project, id…');
    this.details = page.getByRole('region', { name: /^Details of/ });
    this.log = this.details.getByRole('tabpanel');
  }

  async open(): Promise<void> {
    await this.page.getByRole('link', { name: 'Instances', exact: true }).click();
    await expect(this.grid).toBeVisible();
  }

  /** By container id, or by pid with the beginning of its id. */
  row(id: string | number): Locator {
    return typeof id === 'number'
      ? this.page.locator(`[data-testid="instance"][data-id^="${String(id)}-"]`)
      : this.page.locator(`[data-testid="instance"][data-id="${id}"]`);
  }

  async select(id: string | number): Promise<void> {
    // Under the pointer the order stays: the row that is found then is the one that is clicked.
    await this.row(id).hover();
    await this.row(id).click();
    await expect(this.details).toBeVisible();
  }

  async tab(name: string): Promise<void> {
    await this.details.getByRole('tab', { name }).click();
  }

  action(name: string): Locator {
    return this.details.locator('.actions').getByRole('button', { name });
  }

  async confirm(name: string): Promise<void> {
    const question = this.details.getByRole('group', { name: `Confirm: ${name}` });
    await question.getByRole('button', { name, exact: true }).click();
  }
}
