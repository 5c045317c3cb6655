import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ARCHITECTURES, MAINTAINER } from './package-info.mjs';
import { must } from './must.mjs';
import { put, stage } from './stage.mjs';
import { filesIn, sizeBytes, tidyModes } from './tree.mjs';

/** Libraries that Electron links to; the second name is that of Ubuntu 24.04 and Debian 13. */
const DEPENDS = [
  'libasound2 | libasound2t64',
  'libatk-bridge2.0-0 | libatk-bridge2.0-0t64',
  'libcups2 | libcups2t64',
  'libgbm1',
  'libgtk-3-0 | libgtk-3-0t64',
  'libnss3',
  'libxss1',
];
const SUGGESTS = ['docker.io | docker-ce | podman', 'desktop-file-utils', 'shared-mime-info'];

/** A release is small; a test need not wait minutes for it. */
const COMPRESSION = { release: ['-Zxz', '-z6'], test: ['-Zgzip', '-z1'] };

/**
 * @param {import('./package-info.mjs').PackageInfo} info
 * @param {number} installedBytes
 */
export function controlFile({ version, testOnly, arch, summary, description }, installedBytes) {
  const lines = description.split('\n').map((line) => ` ${line}`);
  return `Package: paralelo
Version: ${version}${testOnly ? '~testonly' : ''}
Section: devel
Priority: optional
Architecture: ${ARCHITECTURES.debian[arch]}
Maintainer: ${MAINTAINER}
Installed-Size: ${Math.ceil(installedBytes / 1024)}
Depends: ${DEPENDS.join(', ')}
Suggests: ${SUGGESTS.join(', ')}
Description: ${summary}
${lines.join('\n')}
`;
}

/**
 * @param {string} appFolder
 * @param {string} output
 * @param {import('./package-info.mjs').PackageInfo} info
 * @returns {Promise<string>} the package's path
 */
export async function makeDeb(appFolder, output, info) {
  const root = join(output, 'deb');
  await stage(appFolder, root, { zshFolder: '/usr/share/zsh/vendor-completions' });
  tidyModes(root);
  const control = controlFile(info, sizeBytes(root));
  const sums = md5Sums(root);
  put(root, '/DEBIAN/control', control);
  put(root, '/DEBIAN/md5sums', sums);
  // No scripts: a package of the system does nothing in anybody's home, neither when it comes nor when it goes.
  const version = /^Version: (.*)$/m.exec(control)?.[1];
  const path = join(output, `paralelo_${version}_${ARCHITECTURES.debian[info.arch]}.deb`);
  await must([
    'dpkg-deb',
    '--root-owner-group',
    ...COMPRESSION[info.testOnly ? 'test' : 'release'],
    '--build',
    root,
    path,
  ]);
  return path;
}

/** @param {string} root */
function md5Sums(root) {
  const lines = filesIn(root).map((path) => {
    const sum = createHash('md5')
      .update(readFileSync(join(root, path)))
      .digest('hex');
    return `${sum}  ${path}`;
  });
  return `${lines.join('\n')}\n`;
}
