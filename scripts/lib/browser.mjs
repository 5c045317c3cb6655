import { spawn } from 'node:child_process';
import { onPath } from './programs.mjs';

/**
 * Opens the default browser, if there is a way to.
 * @param {string} url
 * @returns {boolean} whether one was asked
 */
export function openBrowser(url) {
  const program = opener(process.platform);
  if (program === undefined) return false;
  const child = spawn(program, [url], { stdio: 'ignore', detached: true });
  child.once('error', () => undefined); // The link stands on the terminal.
  child.unref();
  return true;
}

/** @param {NodeJS.Platform} platform */
function opener(platform) {
  if (platform === 'darwin') return '/usr/bin/open';
  return platform === 'win32' ? 'explorer.exe' : onPath('xdg-open');
}
