import { afterEach, expect, it } from 'vitest';
import { roving } from '../../../../src-renderer/components/roving.js';

let leave: (() => void) | undefined;
afterEach(() => {
  leave?.();
  document.body.replaceChildren();
});

function group(html: string): HTMLElement {
  document.body.innerHTML = html;
  const element = document.querySelector<HTMLElement>('[data-group]');
  if (element === null) throw new Error('none');
  leave = roving(element) as () => void;
  return element;
}
const button = (name: string) =>
  [...document.querySelectorAll('button')].find(({ textContent }) => textContent === name);
const stops = () =>
  [...document.querySelectorAll('button')]
    .filter(({ tabIndex }) => tabIndex === 0)
    .map(({ textContent }) => textContent);
function press(...keys: string[]): string | undefined {
  for (const key of keys) {
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
  }
  return document.activeElement?.textContent;
}

it('a table of numbers is one stop of the Tab key; up and down stay in the column', () => {
  const row = (name: string) =>
    `<tr><th>x</th>${[1, 2].map((nth) => `<td><button>${name}${nth}</button></td>`).join('')}</tr>`;
  group(`<table><tbody data-group>${row('a')}<tr><th>x</th></tr>${row('b')}</tbody></table>`);
  expect(stops()).toEqual(['a1']);
  button('a2')?.focus();
  expect(press('ArrowDown')).toBe('b2');
  expect(press('ArrowDown')).toBe('a2');
  expect(press('ArrowUp', 'ArrowLeft')).toBe('b1');
  expect(press('Home')).toBe('a1');
  expect(press('End')).toBe('b2');
  expect(stops()).toEqual(['b2']);
});

it('what is hidden is no stop, and the arrows pass it', () => {
  const one = (name: string, style = '') =>
    `<span style="${style}"><button>${name}</button></span>`;
  group(
    `<div data-group>${one('a', 'display: none')}${one('b')}${one('c', 'display: none')}</div>`,
  );
  expect(stops()).toEqual(['b']);
  button('b')?.focus();
  expect(press('ArrowRight')).toBe('b');
});

it('something that comes does not move the stop back to the first', async () => {
  const element = group('<div data-group><button>a</button><button>b</button></div>');
  button('b')?.focus();
  button('b')?.blur();
  element.insertAdjacentHTML('afterbegin', '<button>new</button>');
  await new Promise((done) => setTimeout(done));
  expect(stops()).toEqual(['b']);
});
