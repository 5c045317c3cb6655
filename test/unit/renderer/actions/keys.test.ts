import { describe, expect, it } from 'vitest';
import {
  capsOf,
  isChord,
  isHeardWhileTyping,
  isSingle,
  isTyping,
} from '../../../../src-renderer/actions/keys.js';

const press = (key: string, more: KeyboardEventInit = {}): KeyboardEvent =>
  new KeyboardEvent('keydown', { key, ...more });

describe('a shortcut', () => {
  it.each([
    ['Mod+K', press('k', { ctrlKey: true })],
    ['Mod+Shift+F', press('F', { ctrlKey: true, shiftKey: true })],
    ['Mod+Shift+.', press('>', { ctrlKey: true, shiftKey: true, code: 'Period' })],
    ['Mod+Enter', press('Enter', { ctrlKey: true })],
    ['Mod+1', press('1', { ctrlKey: true })],
    ['?', press('?', { shiftKey: true })],
    ['/', press('/')],
    ['/', press('/', { shiftKey: true, code: 'Digit7' })],
    ['Escape', press('Escape')],
    ['G', press('g')],
  ])('%s is its own press', (text, event) => {
    expect(isChord(event, text)).toBe(true);
  });

  it.each([
    ['Mod+K', press('k')],
    ['Mod+K', press('K', { ctrlKey: true, shiftKey: true })],
    ['Mod+K', press('k', { ctrlKey: true, altKey: true })],
    ['?', press('?', { ctrlKey: true })],
    ['G', press('G', { shiftKey: true })],
    ['Mod+.', press('>', { ctrlKey: true, shiftKey: true, code: 'Period' })],
  ])('%s is no other press', (text, event) => {
    expect(isChord(event, text)).toBe(false);
  });

  it.each([
    ['?', false],
    ['G L', false],
    ['Mod+Z', false],
    ['Mod+K', true],
    ['Mod+Enter', true],
    ['Escape', true],
  ])('%s while somebody types: %s', (text, isHeard) => {
    expect(isHeardWhileTyping(text)).toBe(isHeard);
  });

  it('of one sign is told from those with Ctrl', () => {
    expect(['?', '/', 'G L', 'Mod+K', 'Escape'].map(isSingle)).toEqual([
      ...[true, true, true],
      ...[false, false],
    ]);
  });

  it('is shown as the keys are called', () => {
    expect(capsOf('Mod+Shift+F')).toEqual(['Ctrl', 'Shift', 'F']);
    expect(capsOf('G L')).toEqual(['G', 'L']);
  });
});

it.each([
  ['<input type="search">', true],
  ['<textarea></textarea>', true],
  ['<select></select>', true],
  ['<input type="checkbox">', false],
  ['<button></button>', false],
])('somebody types in %s: %s', (html, types) => {
  const page = document.createElement('div');
  page.innerHTML = html;
  expect(isTyping(page.firstElementChild)).toBe(types);
});
