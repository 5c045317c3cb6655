import type { Page } from '@playwright/test';

/**
 * What a pointer cannot get at: controls of the window that stay covered, or outside of it, however far its parts are
 * scrolled.
 */
export function outOfReach(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const controls = document.querySelectorAll<HTMLElement>(
      '.window :is(a, button, select, textarea, input)',
    );
    const isCovered = (control: HTMLElement): boolean => {
      // A control that is drawn by its label is reached there.
      const seen = control.closest('label') ?? control;
      seen.scrollIntoView({ block: 'center', inline: 'center' });
      const { left, top, width, height } = seen.getBoundingClientRect();
      const hit = document.elementFromPoint(left + width / 2, top + Math.min(height / 2, 12));
      return hit === null || !(seen.contains(hit) || hit.contains(seen));
    };
    return [...controls]
      .filter((control) => control.checkVisibility() && control.getClientRects().length > 0)
      .filter(isCovered)
      .map((control) => control.getAttribute('aria-label') ?? control.textContent.trim());
  });
}
