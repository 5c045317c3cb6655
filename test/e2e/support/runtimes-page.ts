import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

/** Starts a shell with an environment of its own and opens its page. */
export type OpenRuntimes = (env: Record<string, string>) => Promise<RuntimesPage>;

/** The Runtimes view as a user meets it, in whichever shell. */
export class RuntimesPage {
  readonly refresh: Locator;
  readonly tryAll: Locator;
  readonly pathField: Locator;
  readonly details: Locator;

  constructor(readonly page: Page) {
    this.refresh = page.getByRole('button', { name: 'Refresh' });
    this.tryAll = page.getByRole('button', { name: 'Try all' });
    this.pathField = page.getByRole('textbox', { name: 'Path of the program' });
    this.details = page.getByRole('region', { name: /^Details of/ });
  }

  async open(): Promise<void> {
    await this.page.getByRole('link', { name: 'Runtimes', exact: true }).click();
    await expect(this.row('v8')).toBeVisible();
  }

  row(id: string): Locator {
    return this.page.locator(`[data-testid="runtime"][data-runtime="${id}"]`);
  }

  async select(id: string): Promise<void> {
    await this.row(id).locator('[data-cell="name"]').click();
    await expect(this.details).toBeVisible();
  }

  async setPath(path: string): Promise<void> {
    await this.pathField.fill(path);
    await this.page.getByRole('button', { name: 'Use this path' }).click();
  }
}
