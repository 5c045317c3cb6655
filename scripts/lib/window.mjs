import { hasDisplay } from './display.mjs';
import { findElectron } from './electron.mjs';
import { ensureLibraries } from './libraries.mjs';
import { sandboxHere } from './sandbox.mjs';
import { say, Stop } from './say.mjs';

/**
 * How to start Electron here, or why no window can be shown and what would change that.
 * @returns {Promise<{ electron: import('./electron.mjs').Electron, flags: string[] } | { why: string, hint: string }>}
 */
export async function windowHere() {
  if (!hasDisplay(process.env)) {
    return {
      why: 'There is no display (neither DISPLAY nor WAYLAND_DISPLAY is set).',
      hint: 'for a window, run it from a desktop, or with xvfb-run.',
    };
  }
  const { electron, misses } = await findElectron();
  if (electron === undefined) {
    return { why: misses.join(' '), hint: 'for a window, connect this machine and start again.' };
  }
  if (electron.origin === 'compatibility') announce(misses);
  try {
    await ensureLibraries(electron.binary);
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    return { why: error.message, hint: `for a window: ${error.hint}` };
  }
  const sandbox = await sandboxHere(electron);
  if (typeof sandbox === 'object') return sandbox;
  if (sandbox === 'works') return { electron, flags: [] };
  say('Running as root: Chromium allows that only without its sandbox (--no-sandbox).');
  return { electron, flags: ['--no-sandbox'] };
}

/** @param {string[]} misses */
function announce(misses) {
  say(
    `${misses.join(' ')}\n` +
      'Using the COMPATIBILITY RUNTIME instead: an old Electron (25.1.1) for tests and offline machines.\n' +
      'It gets no security updates. Connect this machine and start again for the current one.',
  );
}
