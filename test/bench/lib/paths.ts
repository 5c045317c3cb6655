import { resolve } from 'node:path';

/** `npm run bench` starts every benchmark in the checkout. */
export const ROOT = process.cwd();
export const RESULTS = resolve(ROOT, 'test/bench/results');
export const V8_HOST = resolve(ROOT, 'out/main/v8-host.cjs');

export function at(path: string): string {
  return resolve(ROOT, path);
}
