import { keep, readKept } from './kept.js';

const MOST = 8;

/** What was run last of the user's own, the newest first. */
export function recent(kind: 'modules' | 'images'): string[] {
  const kept = readKept(`recent.${kind}`);
  return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string').slice(0, MOST) : [];
}

export function remember(kind: 'modules' | 'images', used: string): void {
  if (used === '') return;
  const others = recent(kind).filter((one) => one !== used);
  keep(`recent.${kind}`, [used, ...others].slice(0, MOST));
}
