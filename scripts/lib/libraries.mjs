import { installLine, install, mayInstall } from './debian.mjs';
import { capture } from './processes.mjs';
import { Stop } from './say.mjs';

/** What Electron needs beyond a bare Debian 12. */
const PACKAGES = [
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libxss1',
  'libatk-bridge2.0-0',
  'libcups2',
];

/**
 * @param {string} lddOutput
 * @returns {string[]} names of libraries that the loader would not find
 */
export function missingLibraries(lddOutput) {
  return [...lddOutput.matchAll(/^\s*(\S+) => not found$/gm)].map(([, name]) => name ?? '');
}

/**
 * Installs what an Electron lacks, or throws with the one line to type.
 * @param {string} binary
 */
export async function ensureLibraries(binary) {
  if (process.platform !== 'linux') return;
  const missing = await missingFor(binary);
  if (missing.length === 0) return;
  const what = `Electron lacks libraries of the system: ${missing.join(', ')}.`;
  if (!mayInstall()) throw new Stop(what, installLine(PACKAGES));
  await install(PACKAGES, `because Electron lacks ${missing.join(', ')}`);
  const still = await missingFor(binary);
  if (still.length > 0) {
    throw new Stop(
      `After that Electron still lacks ${still.join(', ')}.`,
      'Install what holds them.',
    );
  }
}

/** @param {string} binary without a loader that can list them (musl) nothing is known to be missing */
async function missingFor(binary) {
  const { output } = await capture(['ldd', binary], { env: { ...process.env, LC_ALL: 'C' } });
  return [...new Set(missingLibraries(output))];
}
