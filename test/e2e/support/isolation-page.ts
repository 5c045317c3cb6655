import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

/** The Isolation view as a user meets it, in whichever shell. */
export class IsolationPage {
  readonly questions: Locator;
  readonly evidence: Locator;
  readonly search: Locator;

  constructor(readonly page: Page) {
    this.questions = page.getByTestId('question');
    this.evidence = page.getByRole('region', { name: /^Evidence: / });
    this.search = page.getByPlaceholder('Name, image, runtime, pid…');
  }

  async open(): Promise<void> {
    await this.page.getByRole('link', { name: 'Isolation', exact: true }).click();
    await expect(this.page.getByRole('heading', { name: 'Isolation', exact: true })).toBeVisible();
  }

  async tab(name: 'Compare' | 'Profile' | 'Matrix'): Promise<void> {
    await this.page.getByRole('tab', { name, exact: true }).click();
  }

  /** Adds what runs by its name. */
  async choose(name: string): Promise<void> {
    const more = this.page.getByRole('button', { name: 'Compare with…' });
    if (!(await this.search.isVisible())) await more.click();
    await this.search.fill(name);
    await expect(this.page.getByRole('list', { name: 'What runs' })).toContainText(name);
    await this.search.press('Enter');
    await expect(this.head(name)).toBeVisible();
  }

  head(name: string): Locator {
    return this.page.getByRole('columnheader').filter({ hasText: name });
  }

  /** The answers to a question, in the order of the subjects. */
  answers(question: string): Locator {
    return this.questions.filter({ hasText: question }).getByRole('button');
  }
}
