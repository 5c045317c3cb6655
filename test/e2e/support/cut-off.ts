import type { Page } from '@playwright/test';

/**
 * Text that has no room: it hangs out of what it stands in, or is cut there. What scrolls or ends in an ellipsis is
 * meant so, and what only screen readers are told is not looked at.
 */
export function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const ROUNDING_PX = 1;
    /** Where nothing hangs below a line, letters may. */
    const DESCENT_PX = 3;
    const found = new Set<string>();
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode() !== null) {
      const owner = texts.currentNode.parentElement;
      if (texts.currentNode.nodeValue?.trim() === '' || owner === null) continue;
      if (!owner.checkVisibility() || owner.closest('.sr-only, option, script') !== null) continue;
      const range = document.createRange();
      range.selectNodeContents(texts.currentNode);
      let box = range.getBoundingClientRect();
      for (let at: HTMLElement | null = owner; at !== null; at = at.parentElement) {
        const style = getComputedStyle(at);
        const room = at.getBoundingClientRect();
        if (style.display === 'inline' || style.display === 'contents') continue;
        const isMeant =
          style.textOverflow === 'ellipsis' ||
          /auto|scroll/.test(style.overflowX + style.overflowY);
        const isWider = box.left < room.left - ROUNDING_PX || box.right > room.right + ROUNDING_PX;
        const isCut = style.overflowY !== 'visible' && box.bottom > room.bottom + DESCENT_PX;
        if (!isMeant && (isWider || isCut)) {
          found.add(`${at.tagName}.${at.className}: ${texts.currentNode.nodeValue ?? ''}`);
        }
        if (isMeant) box = room;
        if (style.position === 'fixed') break;
      }
    }
    const brush = document.createElement('canvas').getContext('2d');
    for (const field of document.querySelectorAll('input')) {
      const { font, paddingLeft, paddingRight } = getComputedStyle(field);
      if (brush === null || !field.checkVisibility() || field.placeholder === '') continue;
      brush.font = font;
      const room = field.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
      if (brush.measureText(field.placeholder).width > room + ROUNDING_PX) {
        found.add(`placeholder: ${field.placeholder}`);
      }
    }
    return [...found];
  });
}

/** Every piece of text on the screen, as it stands between two marks. */
export function piecesOfText(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const pieces: string[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode() !== null) {
      const { nodeValue, parentElement } = texts.currentNode;
      if (parentElement?.checkVisibility() === true) pieces.push(nodeValue?.trim() ?? '');
    }
    return pieces;
  });
}
