import { join } from 'node:path';
import packageJson from '../../package.json' with { type: 'json' };
import { settingsPathIn, userFolders } from '../lab/folders.js';
import { createLab } from '../lab/lab.js';
import type { Lab } from '../lab/lab.js';
import { guestPageOpener } from './guest-page/index.js';

/** The folder of the built files; this one is bundled into out/main/cli.cjs. */
const BUILT_DIR = __dirname;

export const RENDERER_DIR = join(BUILT_DIR, '../renderer');
/** Comes with Paralelo: what the experiments need beside the twins. */
export const RESOURCES_DIR = join(BUILT_DIR, '../../resources');
export const VERSION: string = packageJson.version;

/** The lab of a console process. Where a user opens pages, the lab opens none. */
export function labHere({ usersOpenPages = false } = {}): Promise<Lab> {
  const folders = userFolders();
  return createLab({
    resourcesDir: RESOURCES_DIR,
    v8HostPath: join(BUILT_DIR, 'v8-host.cjs'),
    settingsPath: settingsPathIn(folders),
    cacheDir: folders.cacheDir,
    version: VERSION,
    shell: 'console',
    host: `Node ${process.versions.node}`,
    ...(usersOpenPages ? {} : { guestPageOpener: guestPageOpener(RENDERER_DIR) }),
  });
}
