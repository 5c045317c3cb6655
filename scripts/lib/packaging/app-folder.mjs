import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { electronVersion, findElectron } from '../electron.mjs';
import { at, ROOT } from '../paths.mjs';
import { say, Stop } from '../say.mjs';
import { builderConfig } from './builder-config.mjs';

/**
 * @typedef {object} Runtime the Electron that goes into the packages
 * @property {string} distDir
 * @property {string} version
 * @property {boolean} testOnly the compatibility runtime, or one that somebody named and that is not the pinned one
 */

export const OUTPUT = at('dist');

/**
 * The pinned Electron where it can be had; else the old one, with which packages are for tests only.
 * @returns {Promise<Runtime>}
 */
export async function runtimeForPackages() {
  const { electron, misses } = await findElectron();
  if (electron === undefined) {
    throw new Stop(misses.join(' '), 'Connect this machine to the internet and start again.');
  }
  const versionFile = join(electron.distDir, 'version');
  const wanted = electronVersion() ?? 'unknown';
  const version = existsSync(versionFile)
    ? readFileSync(versionFile, 'utf8').trim().replace(/^v/, '')
    : wanted;
  const testOnly = electron.origin === 'compatibility' || version !== wanted;
  if (testOnly) {
    say(
      `${misses.join(' ')}\nPackaging with Electron ${version} instead of ${wanted}: the packages are FOR TESTS ONLY, and say so ` +
        'in their names. It gets no security updates: never give such a package to anybody.',
    );
  }
  return { distDir: electron.distDir, version, testOnly };
}

/**
 * electron-builder's folder of the whole app, for Linux.
 * @param {Runtime} runtime
 * @returns {Promise<string>}
 */
export async function packApp({ distDir, version }) {
  const { build, Platform, archFromString } = await import('electron-builder');
  await build({
    projectDir: ROOT,
    targets: Platform.LINUX.createTarget('dir', archFromString(process.arch)),
    config: builderConfig({ output: OUTPUT, electronDist: distDir, electronVersion: version }),
    publish: 'never',
  });
  return join(OUTPUT, process.arch === 'x64' ? 'linux-unpacked' : `linux-${process.arch}-unpacked`);
}
