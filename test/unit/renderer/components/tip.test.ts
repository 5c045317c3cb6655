import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { tip } from '../../../../src-renderer/components/tip.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  document.body.replaceChildren();
});

/** Moves the pointer from one element to another, and waits for a tip. */
function move(from: Element | null, to: Element): string[] {
  to.dispatchEvent(new PointerEvent('pointerover', { bubbles: true, relatedTarget: from }));
  vi.advanceTimersByTime(1000);
  return [...document.querySelectorAll('.tip')].map(({ textContent }) => textContent);
}

it('of a tip within another, only the inner one is shown, and the outer one again behind it', () => {
  document.body.innerHTML = '<div><i></i><button>31 %</button></div>';
  const [outer, bar, inner] = ['div', 'i', 'button'].map((name) =>
    document.querySelector<HTMLElement>(name),
  ) as [HTMLElement, HTMLElement, HTMLElement];
  tip(() => 'outer')(outer);
  tip(() => 'inner')(inner);
  expect(move(null, outer)).toEqual(['outer']);
  expect(move(outer, bar)).toEqual(['outer']);
  expect(move(bar, inner)).toEqual(['inner']);
  inner.dispatchEvent(new PointerEvent('pointerleave'));
  expect(move(inner, bar)).toEqual(['outer']);
});
