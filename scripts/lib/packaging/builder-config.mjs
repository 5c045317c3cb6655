import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { say } from '../say.mjs';
import { setFuses } from './fuses.mjs';

/** Nothing but what the app reads: sources, tests and tools stay out because they are not named. */
const FILES = [
  'package.json',
  'out/main/**',
  'out/preload/**',
  'out/renderer/**',
  'out/licences.json',
  'resources/workloads/manifest.json',
  // Guests for both architectures: an engine may be elsewhere, or in a virtual machine of the other kind.
  'resources/workloads/bin/**',
  'resources/launcher/bin/**',
  'resources/icons/256x256.png',
  'docs/guide/**',
  '!**/*.map',
  // Native parts of the database for another C library than Electron's.
  '!node_modules/@libsql/*musl*/**',
];

/** Read by runtimes, engines, plain Nodes and who opens the guide, which know no archive; native code cannot be loaded from one. */
const OUTSIDE_ARCHIVE = ['**/*.node', 'out/main/v8-host.cjs', 'resources/**', 'docs/**'];

/** Chromium's own words for its few dialogs, in the languages of the window. */
const LANGUAGES = ['en-US', 'pt-BR'];

/**
 * @param {object} options
 * @param {string} options.output
 * @param {string} [options.electronDist] absent: electron-builder downloads its own
 * @param {string} options.electronVersion
 * @returns {import('electron-builder').Configuration}
 */
export function builderConfig({ output, electronDist, electronVersion }) {
  return {
    appId: 'org.paralelo.Paralelo',
    productName: 'Paralelo',
    copyright: 'MIT licence',
    directories: { output, buildResources: 'resources/icons' },
    ...(electronDist === undefined ? {} : { electronDist }),
    electronVersion,
    npmRebuild: false,
    files: FILES,
    asar: true,
    asarUnpack: OUTSIDE_ARCHIVE,
    electronLanguages: LANGUAGES,
    afterPack,
    fileAssociations: [
      { ext: 'wasm', name: 'WebAssembly module', mimeType: 'application/wasm', role: 'Viewer' },
    ],
    linux: {
      executableName: 'paralelo',
      category: 'Development',
      icon: 'resources/icons',
      target: ['AppImage'],
    },
    mac: {
      category: 'public.app-category.developer-tools',
      icon: 'resources/icons/1024x1024.png',
      hardenedRuntime: true,
      target: [
        { target: 'dmg', arch: ['universal'] },
        { target: 'zip', arch: ['universal'] },
      ],
    },
    win: { icon: 'resources/icons/256x256.png', target: ['nsis', 'msi'] },
    nsis: { oneClick: false, perMachine: false, deleteAppDataOnUninstall: false },
    publish: null,
  };
}

/**
 * @param {import('electron-builder').AfterPackContext} context
 */
async function afterPack({ appOutDir, electronPlatformName, packager, arch }) {
  const isMac = electronPlatformName === 'darwin';
  const { productFilename } = packager.appInfo;
  const resources = isMac
    ? join(appOutDir, `${productFilename}.app`, 'Contents/Resources')
    : join(appOutDir, 'resources');
  await rm(join(resources, 'default_app.asar'), { force: true });
  // A universal app is joined from two; its fuses are set once, when it is whole.
  const isHalf = isMac && /-(x64|arm64)-temp$/.test(appOutDir);
  if (isHalf) return;
  const binary = isMac
    ? join(dirname(resources), '..')
    : join(appOutDir, electronPlatformName === 'win32' ? `${productFilename}.exe` : 'paralelo');
  const missing = await setFuses(binary);
  if (missing.length > 0) {
    say(`This Electron (arch ${arch}) has no fuse ${missing.join(', ')}: too old for it.`);
  }
}
