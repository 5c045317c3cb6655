import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { chmod, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { at } from '../paths.mjs';
import { ICON_SIZES } from './icons.mjs';
import { APP_FOLDER, desktopEntry, mimePackage, wrapperScript } from './linux-files.mjs';

/** root's, and setuid: where a system forbids user namespaces, Chromium's sandbox is made by this helper. */
export const SANDBOX_HELPER = { path: `${APP_FOLDER}/chrome-sandbox`, mode: 0o4755 };
/** hicolor has no larger one. */
const LARGEST_ICON = 512;

/**
 * The tree that a package of Linux puts onto the machine.
 * @param {string} appFolder electron-builder's
 * @param {string} root where the tree begins; emptied first
 * @param {{ zshFolder: string }} distribution where it looks for completions of zsh
 */
export async function stage(appFolder, root, { zshFolder }) {
  await rm(root, { recursive: true, force: true });
  const app = join(root, APP_FOLDER);
  mkdirSync(dirname(app), { recursive: true });
  cpSync(appFolder, app, { recursive: true });
  await chmod(join(root, SANDBOX_HELPER.path), SANDBOX_HELPER.mode);

  put(root, '/usr/bin/paralelo', wrapperScript(), 0o755);
  put(root, '/usr/share/applications/paralelo.desktop', desktopEntry());
  put(root, '/usr/share/mime/packages/paralelo.xml', mimePackage());
  for (const size of ICON_SIZES.filter((each) => each <= LARGEST_ICON)) {
    const name = `${size}x${size}`;
    copy(root, `/usr/share/icons/hicolor/${name}/apps/paralelo.png`, `resources/icons/${name}.png`);
  }
  const scalable = '/usr/share/icons/hicolor/scalable/apps/paralelo.svg';
  copy(root, scalable, 'resources/icons/paralelo.svg');
  putTerminalFiles(root, '/usr/share', zshFolder);
  const licences = licencesText(appFolder);
  put(root, '/usr/share/doc/paralelo/copyright', licences);
}

/**
 * @param {string} root
 * @param {string} share
 * @param {string} zshFolder
 */
export function putTerminalFiles(root, share, zshFolder) {
  const manual = gzipSync(readFileSync(at('resources/cli/paralelo.1')), { level: 9 });
  put(root, `${share}/man/man1/paralelo.1.gz`, manual);
  copy(root, `${share}/bash-completion/completions/paralelo`, 'resources/cli/paralelo.bash');
  copy(root, `${zshFolder}/_paralelo`, 'resources/cli/_paralelo');
  copy(root, `${share}/fish/vendor_completions.d/paralelo.fish`, 'resources/cli/paralelo.fish');
}

/**
 * Ours, then of everything that is bundled.
 * @param {string} appFolder
 */
export function licencesText(appFolder) {
  const own = readFileSync(at('LICENSE'), 'utf8').trim();
  /** @type {import('./licences.mjs').Licence[]} */
  const bundled = JSON.parse(readFileSync(at('out/licences.json'), 'utf8'));
  const electron = join(appFolder, 'LICENSE.electron.txt');
  return [
    `Paralelo\n\n${own}`,
    ...bundled.map(
      ({ name, version, licence, text }) => `${name} ${version} (${licence})\n\n${text}`,
    ),
    ...(existsSync(electron) ? [`Electron\n\n${readFileSync(electron, 'utf8').trim()}`] : []),
    'Chromium and what is in it\n\nSee LICENSES.chromium.html in the folder of the app.',
  ].join(`\n\n${'-'.repeat(78)}\n\n`);
}

/**
 * @param {string} root
 * @param {string} path in the package
 * @param {string | Buffer} content
 */
export function put(root, path, content, mode = 0o644) {
  const target = join(root, path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, content, { mode });
}

/**
 * @param {string} root
 * @param {string} path in the package
 * @param {string} source in the checkout
 */
function copy(root, path, source) {
  put(root, path, readFileSync(at(source)));
}
