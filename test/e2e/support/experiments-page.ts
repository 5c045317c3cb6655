import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

/** The Experiments view as a user meets it, in whichever shell. */
export class ExperimentsPage {
  readonly state: Locator;
  readonly list: Locator;
  readonly contenders: Locator;

  constructor(readonly page: Page) {
    this.state = page.getByTestId('state');
    this.list = page.getByTestId('experiment');
    this.contenders = page.getByTestId('contender');
  }

  async open(): Promise<void> {
    await this.page.getByRole('link', { name: 'Experiments', exact: true }).click();
    await expect(
      this.page.getByRole('heading', { name: 'Experiments', exact: true }),
    ).toBeVisible();
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, exact: typeof name === 'string' });
  }

  field(name: string): Locator {
    return this.page.getByRole('textbox', { name, exact: true });
  }

  async choose(experiment: string): Promise<void> {
    const choice = this.page.getByRole('group', { name: 'Experiment' });
    await choice.getByText(experiment, { exact: true }).click();
    await expect(choice.getByRole('radio', { name: experiment, exact: true })).toBeChecked();
  }

  /** Leaves the form ready for these runtimes. */
  async plan(runtimes: readonly string[], runs: number, warmUps = 0): Promise<void> {
    await this.button('none').click();
    for (const id of runtimes) {
      await this.page.getByRole('checkbox', { name: id, exact: true }).check();
    }
    await this.field('Runs').fill(String(runs));
    await this.field('Warm-ups').fill(String(warmUps));
  }

  async start(): Promise<void> {
    await this.button(/^(Start|Put in the queue)$/).click();
  }

  async untilState(state: 'waiting' | 'running' | 'paused' | 'ended'): Promise<void> {
    await expect(this.state).toHaveAttribute('data-state', state);
  }
}
