import { readFileSync } from 'node:fs';

/** @typedef {{ name: string, reason: string }} Uncovered */

/**
 * What any CI machine can have, so its absence there is a fault: the name alone, or before a colon
 * (`Docker: restart of the engine`). `Docker Desktop` is something else.
 */
const CI_CAN_HAVE = /^(docker|podman|electron|chromium)(:|$)/i;

/**
 * @param {string} text lines of `name<TAB>reason`, as tests append them to the file that PARALELO_UNCOVERED names
 * @returns {Uncovered[]} each once
 */
export function parseUncovered(text) {
  const lines = new Set(text.split('\n').filter((line) => line.trim() !== ''));
  return [...lines].map((line) => {
    const [name = '', ...reason] = line.split('\t');
    return { name: name.trim(), reason: reason.join(' ').trim() || 'no reason was given' };
  });
}

/** @param {string} path */
export function readUncovered(path) {
  return parseUncovered(readLines(path).join('\n'));
}

/** @param {string} path of a file that tests append lines to: without it none had anything to say */
export function readLines(path) {
  try {
    return readFileSync(path, 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '');
  } catch {
    return [];
  }
}

/** @param {Uncovered} uncovered */
export function ciCanHave({ name }) {
  return CI_CAN_HAVE.test(name);
}
