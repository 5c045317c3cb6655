import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Stop } from './say.mjs';
import { at } from './paths.mjs';

/**
 * How to run a tool of node_modules without npx, without a shell, and on Windows too.
 * @param {string} packageName
 * @param {string} [binName]
 * @returns {string[]} program and first argument
 */
export function tool(packageName, binName = packageName) {
  const folder = at(join('node_modules', packageName));
  /** @type {{ bin: string | Record<string, string> }} */
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const script = typeof bin === 'string' ? bin : bin[binName];
  if (script === undefined) throw new Error(`${packageName} has no program called ${binName}.`);
  return [process.execPath, join(folder, script)];
}

/** How to run npm: the one that runs us, else the one that came with this Node, else the one on the PATH. */
export function npm() {
  const nodeDir = dirname(process.execPath);
  const script = [
    process.env['npm_execpath'] ?? '',
    join(nodeDir, 'node_modules/npm/bin/npm-cli.js'),
    join(nodeDir, '../lib/node_modules/npm/bin/npm-cli.js'),
  ].find((path) => basename(path) === 'npm-cli.js' && existsSync(path));
  if (script !== undefined) return [process.execPath, script];
  if (process.platform !== 'win32') return ['npm'];
  throw new Stop('npm was not found beside this Node.', 'Install Node with npm, then try again.');
}
