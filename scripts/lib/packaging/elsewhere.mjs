import { ROOT } from '../paths.mjs';
import { Stop } from '../say.mjs';
import { OUTPUT } from './app-folder.mjs';
import { builderConfig } from './builder-config.mjs';

/** @type {Partial<Record<NodeJS.Platform, string>>} */
const ARCHITECTURES = { darwin: 'universal', linux: process.arch, win32: 'x64' };

/**
 * Formats whose tools electron-builder downloads: for the release pipeline. With its own Electron, since a universal
 * app of macOS needs two.
 * @param {string[]} formats `AppImage`, `dmg`, `zip`, `nsis`, `msi`
 * @param {import('./app-folder.mjs').Runtime} runtime
 * @returns {Promise<string[]>} what was made
 */
export async function makeWithBuilder(formats, { testOnly, version }) {
  if (testOnly) {
    throw new Stop(
      `${formats.join(', ')} can only be made with the current Electron, where GitHub can be reached.`,
      'See .github/workflows/release.yml.',
    );
  }
  const { build, Platform, archFromString } = await import('electron-builder');
  return build({
    projectDir: ROOT,
    targets: Platform.current().createTarget(
      formats,
      archFromString(ARCHITECTURES[process.platform] ?? process.arch),
    ),
    config: builderConfig({ output: OUTPUT, electronVersion: version }),
    publish: 'never',
  });
}
