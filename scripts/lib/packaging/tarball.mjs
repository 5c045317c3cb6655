import { cpSync, mkdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { movableWrapperScript } from './linux-files.mjs';
import { must } from './must.mjs';
import { licencesText, put, putTerminalFiles } from './stage.mjs';
import { tidyModes } from './tree.mjs';

/**
 * For a machine where nothing can be installed: unpacked anywhere, `bin/paralelo` and `app/paralelo` run.
 * @param {string} appFolder
 * @param {string} output
 * @param {import('./package-info.mjs').PackageInfo} info
 * @returns {Promise<string>} the archive's path
 */
export async function makeTarball(appFolder, output, { version, testOnly, arch }) {
  const name = `paralelo-${version}${testOnly ? '-testonly' : ''}-linux-${arch}`;
  const workshop = join(output, 'tar');
  const root = join(workshop, name);
  await rm(workshop, { recursive: true, force: true });
  mkdirSync(root, { recursive: true });
  cpSync(appFolder, join(root, 'app'), { recursive: true });
  put(root, '/bin/paralelo', movableWrapperScript(), 0o755);
  putTerminalFiles(root, '/share', '/share/zsh/site-functions');
  put(root, '/LICENCES.txt', licencesText(appFolder));
  tidyModes(root);
  const path = join(output, `${name}.tar.gz`);
  await must([
    'tar',
    '-I',
    `gzip -${testOnly ? 1 : 9}`,
    '-cf',
    path,
    '--owner=0',
    '--group=0',
    '-C',
    workshop,
    name,
  ]);
  return path;
}
