import { join } from 'node:path';
import packageJson from '../../package.json' with { type: 'json' };
import { dataOptions } from '../lab/data-folder/options.js';
import { settingsPathIn, userFolders } from '../lab/folders.js';
import { createLab } from '../lab/lab.js';
import type { Lab } from '../lab/lab.js';
import { outsideArchive } from '../lab/outside-archive.js';
import { guestPageOpener } from './guest-page/index.js';
import { sayLeftOut, warnOfStore } from './store-warning.js';

/** The folder of the built files; this one is bundled into out/main/cli.cjs. */
const BUILT_DIR = __dirname;

export const RENDERER_DIR = join(BUILT_DIR, '../renderer');
/** Comes with Paralelo: what the experiments need beside the twins. */
export const RESOURCES_DIR = outsideArchive(join(BUILT_DIR, '../../resources'));
export const VERSION: string = packageJson.version;

/**
 * The lab of a console process. Where a user opens pages, the lab opens none. What asks the store hears from itself what
 * is wrong with that; everything else says so at its end.
 */
export async function labHere({ usersOpenPages = false, warnsOfStore = true } = {}): Promise<Lab> {
  const folders = userFolders();
  const lab = await createLab({
    resourcesDir: RESOURCES_DIR,
    v8HostPath: outsideArchive(join(BUILT_DIR, 'v8-host.cjs')),
    settingsPath: settingsPathIn(folders),
    cacheDir: folders.cacheDir,
    ...dataOptions(join(BUILT_DIR, 'store-worker.cjs')),
    version: VERSION,
    licencesPath: join(BUILT_DIR, '../licences.json'),
    shell: 'console',
    host: `Node ${process.versions.node}`,
    ...(usersOpenPages ? { hasWindows: true } : { guestPageOpener: guestPageOpener(RENDERER_DIR) }),
  });
  const close = async (): Promise<void> => {
    await lab.close();
    if (warnsOfStore) warnOfStore(lab.store.state());
    if (lab.store.hasLeftOut()) sayLeftOut();
  };
  return { ...lab, close };
}
