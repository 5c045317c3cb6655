import type { Action } from './action.js';

/** Those that fit what is typed, the nearest first; all of them for nothing. */
export function findActions(actions: readonly Action[], text: string): Action[] {
  const words = plain(text).split(/\s+/).filter(Boolean);
  return actions
    .map((action) => ({ action, distance: distanceOf(action, words) }))
    .filter(({ distance }) => distance < Infinity)
    .sort((one, other) => one.distance - other.distance)
    .map(({ action }) => action);
}

function distanceOf({ title, also = '' }: Action, words: readonly string[]): number {
  const text = plain(`${title} ${also}`);
  return words.reduce((sum, word) => sum + wordDistance(text, word), 0);
}

/** 0 at the very beginning, 1 where a word begins, 2 inside one, 3 for the first letters of its words. */
function wordDistance(text: string, word: string): number {
  const at = text.indexOf(word);
  if (at === 0) return 0;
  if (` ${text}`.includes(` ${word}`)) return 1;
  if (at > 0) return 2;
  const initials = text.replace(/(\p{L})\S*\s*/gu, '$1');
  return word.length > 1 && initials.includes(word) ? 3 : Infinity;
}

/** Without accents and capitals: `histórico` is found by `historico`. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
