import { app } from 'electron';
import packageJson from '../../package.json';
import { dataOptions } from '../lab/data-folder/options.js';
import { settingsPathIn, userFolders } from '../lab/folders.js';
import type { LabOptions } from '../lab/lab.js';
import { LICENCES_PATH, RESOURCES_DIR, STORE_WORKER_PATH, V8_HOST_PATH } from './paths.js';
import { pickFolder, pickModule, pickProgram } from './pick-file.js';

/** Older ones run too, but are there only where the newest cannot be downloaded. */
const OLDEST_FOR_DAILY_USE = 40;

export function labOptions(): LabOptions {
  const version = process.versions.electron;
  // Not Electron's own: every shell shares these.
  const folders = userFolders();
  const major = version.split('.')[0] ?? '';
  return {
    resourcesDir: RESOURCES_DIR,
    v8HostPath: V8_HOST_PATH,
    version: packageJson.version,
    licencesPath: LICENCES_PATH,
    shell: 'desktop',
    host: `Electron ${version}`,
    hasWindows: true,
    pickModule,
    pickProgram,
    pickFolder,
    settingsPath: settingsPathIn(folders),
    cacheDir: folders.cacheDir,
    ...dataOptions(STORE_WORKER_PATH),
    sandboxedPages: !app.commandLine.hasSwitch('no-sandbox'),
    ...(Number(major) < OLDEST_FOR_DAILY_USE && {
      notice: `Compatibility runtime Electron ${major}: for tests and offline machines.`,
    }),
  };
}
