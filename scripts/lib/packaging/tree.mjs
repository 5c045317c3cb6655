import { chmodSync, lstatSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { SANDBOX_HELPER } from './stage.mjs';

const FOLDER = 0o755;
const PROGRAM = 0o755;
const DATA = 0o644;
const SOMEBODY_RUNS_IT = 0o111;

/**
 * @param {string} root
 * @returns {string[]} paths of its files, relative and in order
 */
export function filesIn(root) {
  return entriesOf(root)
    .filter(({ stat }) => !stat.isDirectory())
    .map(({ path }) => relative(root, path))
    .sort();
}

/** @param {string} root */
export function sizeBytes(root) {
  return entriesOf(root).reduce((sum, { stat }) => sum + (stat.isFile() ? stat.size : 0), 0);
}

/**
 * The modes of a package do not depend on whoever built it.
 * @param {string} root
 */
export function tidyModes(root) {
  chmodSync(root, FOLDER);
  for (const { path, stat } of entriesOf(root)) {
    if (stat.isSymbolicLink()) continue;
    if (path === join(root, SANDBOX_HELPER.path)) chmodSync(path, SANDBOX_HELPER.mode);
    else if (stat.isDirectory()) chmodSync(path, FOLDER);
    else chmodSync(path, (stat.mode & SOMEBODY_RUNS_IT) === 0 ? DATA : PROGRAM);
  }
}

/**
 * @param {string} folder
 * @returns {{ path: string, stat: import('node:fs').Stats }[]}
 */
function entriesOf(folder) {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    const stat = lstatSync(path);
    return [{ path, stat }, ...(stat.isDirectory() ? entriesOf(path) : [])];
  });
}
