import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compatibilityRuntime } from './compatibility-runtime.mjs';
import { downloadElectron } from './electron-download.mjs';
import { at } from './paths.mjs';
import { Stop } from './say.mjs';

/**
 * @typedef {object} Electron
 * @property {string} binary
 * @property {string} distDir what ELECTRON_OVERRIDE_DIST_PATH would name
 * @property {'override' | 'installed' | 'compatibility'} origin
 *
 * @typedef {object} Sources where an Electron may come from; tests put their own here
 * @property {NodeJS.ProcessEnv} env
 * @property {string} packageDir node_modules/electron
 * @property {NodeJS.Platform} platform
 * @property {(packageDir: string) => Promise<string | undefined>} download resolves with why it failed
 * @property {() => Promise<{ distDir: string } | { why: string }>} compatibility
 */

/**
 * The override, then the installed one, then Electron's own download, then the compatibility runtime.
 * @param {Partial<Sources>} [given]
 * @returns {Promise<{ electron: Electron, misses: string[] } | { electron: undefined, misses: string[] }>}
 *   `misses` say why each earlier source had none
 */
export async function findElectron(given = {}) {
  const sources = { ...HERE, ...given };
  const override = sources.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (override) return { electron: overridden(override, sources.platform), misses: [] };

  const installed = installedElectron(sources);
  if (installed !== undefined) return { electron: installed, misses: [] };

  const failure = await sources.download(sources.packageDir);
  const downloaded = failure === undefined ? installedElectron(sources) : undefined;
  if (downloaded !== undefined) return { electron: downloaded, misses: [] };
  const misses = [failure ?? 'Electron was downloaded, but its program is not there.'];

  const stand = await sources.compatibility();
  if ('why' in stand) return { electron: undefined, misses: [...misses, stand.why] };
  return { electron: inFolder(stand.distDir, sources.platform, 'compatibility'), misses };
}

/** @type {Sources} */
const HERE = {
  env: process.env,
  packageDir: at('node_modules/electron'),
  platform: process.platform,
  download: downloadElectron,
  compatibility: compatibilityRuntime,
};

/** @param {NodeJS.Platform} platform */
function programIn(platform) {
  if (platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return platform === 'win32' ? 'electron.exe' : 'electron';
}

/**
 * @param {string} distDir
 * @param {NodeJS.Platform} platform
 * @param {Electron['origin']} origin
 * @returns {Electron}
 */
function inFolder(distDir, platform, origin) {
  return { binary: join(distDir, programIn(platform)), distDir, origin };
}

/**
 * @param {string} distDir
 * @param {NodeJS.Platform} platform
 */
function overridden(distDir, platform) {
  const electron = inFolder(distDir, platform, 'override');
  if (existsSync(electron.binary)) return electron;
  throw new Stop(
    `ELECTRON_OVERRIDE_DIST_PATH is ${distDir}, but there is no ${programIn(platform)} in it.`,
    'Unset it, or let it name the folder of an unpacked Electron.',
  );
}

/**
 * As Electron's own installer sees it: the version it wants, unpacked, with its program.
 * @param {Sources} sources
 * @returns {Electron | undefined}
 */
function installedElectron({ packageDir, platform }) {
  const distDir = join(packageDir, 'dist');
  const electron = inFolder(distDir, platform, 'installed');
  const there = textOf(join(distDir, 'version'))?.replace(/^v/, '');
  const wanted = electronVersion(packageDir);
  return there !== undefined && there === wanted && existsSync(electron.binary)
    ? electron
    : undefined;
}

/** @param {string} [packageDir] */
export function electronVersion(packageDir = HERE.packageDir) {
  const text = textOf(join(packageDir, 'package.json'));
  return text === undefined ? undefined : /** @type {string} */ (JSON.parse(text).version);
}

/** @param {string} path */
function textOf(path) {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return undefined;
  }
}

/**
 * Without the variable that turns Electron into a plain Node; editors set it in their terminals.
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
export function windowEnv(env) {
  const copy = { ...env };
  delete copy['ELECTRON_RUN_AS_NODE'];
  return copy;
}

/**
 * The environment in which tools and tests find this Electron by Electron's own means.
 * @param {Electron} electron
 */
export function electronEnv(electron) {
  return {
    ELECTRON_OVERRIDE_DIST_PATH: electron.distDir,
    ELECTRON_EXEC_PATH: electron.binary,
    PARALELO_ELECTRON: electron.binary,
  };
}
