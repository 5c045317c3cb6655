import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { uncovered } from '../uncovered.js';

/** The Electron of this machine, or undefined (and listed as not covered) when there is none yet. */
export function electronExecutable(): string | undefined {
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  const installed = resolve(import.meta.dirname, '../../../node_modules/electron/dist');
  const found = [override, installed]
    .filter((directory) => directory !== undefined)
    .map((directory) => join(directory, 'electron'))
    .find((path) => existsSync(path));
  if (found === undefined) {
    uncovered('v8 in Electron as Node', 'no Electron is installed (ELECTRON_OVERRIDE_DIST_PATH)');
  }
  return found;
}
