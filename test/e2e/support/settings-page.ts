import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

/** The Settings view as a user meets it, in whichever shell. */
export class SettingsPage {
  readonly room: Locator;
  readonly endpoint: Locator;
  readonly address: Locator;
  readonly port: Locator;
  readonly recording: Locator;

  constructor(readonly page: Page) {
    this.room = page.locator('.room-of-settings');
    this.endpoint = this.room.getByRole('switch', { name: /^Open it/ });
    this.address = this.room.getByText(/^http:\/\/127\.0\.0\.1:\d+\/metrics$/);
    this.port = this.field('Port');
    this.recording = this.room.getByRole('switch', { name: /^Record what/ });
  }

  async open(): Promise<void> {
    await this.page.getByRole('link', { name: 'Settings', exact: true }).click();
    await expect(this.button('Restore defaults')).toBeVisible();
  }

  button(name: string): Locator {
    return this.room.getByRole('button', { name, exact: true });
  }

  field(name: string): Locator {
    return this.room.getByRole('textbox', { name, exact: true });
  }

  async expectTheme(theme: 'light' | 'dark'): Promise<void> {
    await expect(this.page.locator('html')).toHaveAttribute('data-theme', theme);
  }
}
