import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import type * as Axe from 'axe-core';

const SOURCE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** In a page that may take scripts: not in one behind the app's policy. `more` names rules that axe leaves off. */
export async function expectNoBarrier(page: Page, more: readonly string[] = []): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.addScriptTag({ path: SOURCE });
  const found = await page.evaluate(async (ids) => {
    const { axe } = window as unknown as { axe: typeof Axe };
    const { violations } = await axe.run(document, {
      resultTypes: ['violations'],
      rules: Object.fromEntries(ids.map((id) => [id, { enabled: true }])),
    });
    return violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes[0]?.html ?? ''}`);
  }, more);
  expect(found).toEqual([]);
}

/** What is wider than its room and could be scrolled sideways. */
export function widerThanRoom(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('body, main, .room:not([hidden]) *')]
      .filter((element) => element.scrollWidth > element.clientWidth + 1)
      .filter((element) => ['auto', 'scroll'].includes(getComputedStyle(element).overflowX))
      .map(({ tagName, className }) => `${tagName}.${className}`),
  );
}
