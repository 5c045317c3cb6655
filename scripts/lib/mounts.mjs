import { readFileSync } from 'node:fs';

/**
 * @param {string} folder
 * @returns {string[]} deepest first
 */
export function mountsBelow(folder) {
  return readFileSync('/proc/self/mountinfo', 'utf8')
    .split('\n')
    .map((line) => line.split(' ')[4] ?? '')
    .filter((point) => point.startsWith(`${folder}/`))
    .reverse();
}
