import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

declare global {
  interface Window {
    seenStates?: Set<string>;
  }
}

/** Starts a shell with an environment of its own and opens its page. */
export type OpenLab = (env?: Record<string, string>) => Promise<LabPage>;

/** The Lab view as a user meets it, in whichever shell. */
export class LabPage {
  readonly lanes: Locator;
  readonly container: Locator;
  readonly wasm: Locator;
  readonly runButton: Locator;
  readonly stopButton: Locator;

  constructor(readonly page: Page) {
    // Before the first run the lanes stand there idle.
    this.lanes = page.locator('[data-testid="lane"]:not([data-state="idle"])');
    // An engine's runtimes are called `engine:runtime`.
    this.container = page.locator('[data-testid="lane"][data-runtime*=":"]');
    this.wasm = page.locator('[data-testid="lane"][data-runtime="v8"]');
    this.runButton = page.getByRole('button', { name: /^Run/ });
    this.stopButton = page.getByRole('button', { name: 'Stop' });
  }

  /** Until the machine is known: before that, nothing can run. */
  async isReady(): Promise<void> {
    await expect(this.page.getByRole('button', { name: /^Lanes [12] runtime/ })).toBeVisible();
  }

  async chooseProgram(twin: string): Promise<void> {
    await this.page.getByRole('button', { name: /^Program/ }).click();
    const dialog = this.page.getByRole('dialog', { name: 'Program' });
    await dialog.getByRole('radio', { name: new RegExp(`^${twin}\\b`) }).check();
    await this.page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  }

  field(label: string): Locator {
    return this.page.getByRole('textbox', { name: label, exact: true });
  }

  async fill(label: string, text: string): Promise<void> {
    await this.field(label).fill(text);
  }

  /** Chooses the user's own image and module, by the fields in their popovers. */
  async chooseOwn(image: string, modulePath: string): Promise<void> {
    await this.page.getByRole('button', { name: /^Program/ }).click();
    await this.page.getByRole('radio', { name: /^Your own/ }).check();
    await this.page.keyboard.press('Escape');
    for (const [name, text] of [
      ['Image', image],
      ['Module', modulePath],
    ] as const) {
      await this.page.getByRole('button', { name: new RegExp(`^${name} `) }).click();
      const dialog = this.page.getByRole('dialog', { name });
      await dialog.getByLabel(new RegExp(`^${name} for`)).fill(text);
      await this.page.keyboard.press('Escape');
    }
  }

  async run(): Promise<void> {
    await this.runButton.click();
  }

  /** Runs `spin --forever` without a time limit, until every lane is in its main. */
  async spinForever(): Promise<void> {
    await this.chooseProgram('spin');
    await this.fill('Arguments', '--forever');
    await this.fill('Time', '');
    await this.run();
    await expect(this.container).toHaveAttribute('data-state', 'running');
    await expect(this.wasm).toHaveAttribute('data-state', 'running');
  }

  /** Remembers from now on every state that a lane shows, however shortly. */
  async watchStates(): Promise<void> {
    await this.page.evaluate(() => {
      const seen = new Set<string>();
      window.seenStates = seen;
      new MutationObserver(() => {
        for (const lane of document.querySelectorAll<HTMLElement>('[data-testid="lane"]')) {
          seen.add(`${lane.dataset['runtime'] ?? ''} ${lane.dataset['state'] ?? ''}`);
        }
      }).observe(document.body, { attributes: true, childList: true, subtree: true });
    });
  }

  seenStates(): Promise<string[]> {
    return this.page.evaluate(() => [...(window.seenStates ?? [])]);
  }

  /** What the chart called `title` says to those who cannot see it. */
  chartSummary(title: string): Locator {
    return this.page.getByRole('region', { name: title }).locator('p.sr-only');
  }

  /** How many pixels of the chart called `title` are of the lane's colour: its line is there. */
  async pixelsOf(lane: Locator, title: string): Promise<number> {
    const colour = await lane.evaluate((card) => getComputedStyle(card).borderTopColor);
    const canvas = this.page.getByRole('region', { name: title }).locator('canvas');
    return canvas.evaluate((element, css) => {
      const wanted = (css.match(/\d+/g) ?? []).map(Number);
      const { width, height } = element as HTMLCanvasElement;
      const context = (element as HTMLCanvasElement).getContext('2d');
      const data = context?.getImageData(0, 0, width, height).data ?? new Uint8ClampedArray();
      let found = 0;
      for (let at = 0; at < data.length; at += 4) {
        if (wanted.every((value, channel) => data[at + channel] === value)) found += 1;
      }
      return found;
    }, colour);
  }
}
