import { COMPATIBILITY_VERSION } from './compatibility-runtime.mjs';
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
      hint: 'run it from a desktop, or under xvfb-run.',
    };
  }
  const { electron, misses } = await findElectron();
  if (electron === undefined) {
    return { why: misses.join(' '), hint: 'connect this machine to the internet and start again.' };
  }
  if (electron.origin === 'compatibility') announce(misses);
  try {
    await ensureLibraries(electron.binary);
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    return { why: error.message, hint: error.hint };
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
      `Using the COMPATIBILITY RUNTIME instead: an old Electron (${COMPATIBILITY_VERSION}) for tests and offline machines.\n` +
      'It gets no security updates. Connect this machine and start again for the current one.',
  );
}
