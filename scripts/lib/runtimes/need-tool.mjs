import { join } from 'node:path';
import { homeOf } from '../cache.mjs';
import { isProgram, onPath } from '../programs.mjs';
import { Stop } from '../say.mjs';
import { fileName } from './places.mjs';

/** Where a tool's own installer puts it, besides the PATH, and how to get it. */
const TOOLS = {
  cargo: {
    folders: ['~/.cargo/bin'],
    hint: 'install Rust (rustup, or the package cargo of your system).',
  },
  go: {
    folders: ['/usr/local/go/bin', '/usr/lib/go/bin'],
    hint: 'install Go (golang.org, or the package golang-go of your system).',
  },
  'apt-get': { folders: [], hint: 'this way needs Debian.' },
  dpkg: { folders: [], hint: 'this way needs Debian.' },
};

/** @typedef {keyof typeof TOOLS} Tool */

/**
 * @param {Tool} name
 * @param {NodeJS.ProcessEnv} env
 */
export function findTool(name, env) {
  const file = fileName(name);
  const usual = TOOLS[name].folders.map((folder) => join(folder.replace(/^~/, homeOf(env)), file));
  return onPath(file, env) ?? usual.find(isProgram);
}

/**
 * @param {Tool} name
 * @param {NodeJS.ProcessEnv} env
 * @returns {string} its path
 */
export function needTool(name, env) {
  const path = findTool(name, env);
  if (path === undefined) throw new Stop(`${name} was not found.`, TOOLS[name].hint);
  return path;
}
