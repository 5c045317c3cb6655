import { resolve } from 'node:path';

/** The checkout. */
export const ROOT = resolve(import.meta.dirname, '../..');

/** @param {string} path relative to the checkout */
export const at = (path) => resolve(ROOT, path);
