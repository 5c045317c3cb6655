import { mkdirSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { must } from './must.mjs';
import { ARCHITECTURES } from './package-info.mjs';
import { stage } from './stage.mjs';
import { tidyModes } from './tree.mjs';

/** Fedora's names of what Electron links to. */
const REQUIRES = [
  'alsa-lib',
  'at-spi2-atk',
  'cups-libs',
  'gtk3',
  'libXScrnSaver',
  'mesa-libgbm',
  'nss',
];

/**
 * @param {import('./package-info.mjs').PackageInfo} info
 * @param {string} root of the staged tree
 */
export function specFile({ version, testOnly, arch, summary, description }, root) {
  return `Name: paralelo
Version: ${version}
Release: ${testOnly ? '0.testonly' : '1'}
Summary: ${summary}
License: MIT
Group: Development/Tools
${REQUIRES.map((name) => `Requires: ${name}`).join('\n')}
# Its libraries are its own, and nobody else's.
AutoReqProv: no
%global __strip /bin/true
%global debug_package %{nil}
%global _build_id_links none
%global __os_install_post %{nil}
%global _binary_payload ${testOnly ? 'w1' : 'w19'}.zstdio

%description
${description}

%install
cp -a ${root}/. %{buildroot}/

%files
%defattr(-,root,root)
/opt/paralelo
/usr/bin/paralelo
/usr/share/applications/paralelo.desktop
/usr/share/mime/packages/paralelo.xml
/usr/share/icons/hicolor/*/apps/paralelo.*
%doc /usr/share/man/man1/paralelo.1.gz
/usr/share/bash-completion/completions/paralelo
/usr/share/zsh/site-functions/_paralelo
/usr/share/fish/vendor_completions.d/paralelo.fish
%license /usr/share/doc/paralelo/copyright
# Built on ${ARCHITECTURES.rpm[arch]}.
`;
}

/**
 * @param {string} appFolder
 * @param {string} output
 * @param {import('./package-info.mjs').PackageInfo} info
 * @returns {Promise<string>} the package's path
 */
export async function makeRpm(appFolder, output, info) {
  const workshop = join(output, 'rpm');
  const root = join(workshop, 'root');
  await rm(workshop, { recursive: true, force: true });
  await stage(appFolder, root, { zshFolder: '/usr/share/zsh/site-functions' });
  tidyModes(root);
  mkdirSync(join(workshop, 'top'), { recursive: true });
  const spec = join(workshop, 'paralelo.spec');
  writeFileSync(spec, specFile(info, root));
  const printed = await must([
    'rpmbuild',
    '-bb',
    '--target',
    ARCHITECTURES.rpm[info.arch],
    '--define',
    `_topdir ${join(workshop, 'top')}`,
    '--define',
    `_rpmdir ${output}`,
    '--define',
    '_build_name_fmt %%{NAME}-%%{VERSION}-%%{RELEASE}.%%{ARCH}.rpm',
    spec,
  ]);
  const name = basename(/^Wrote: (.+\.rpm)$/m.exec(printed)?.[1] ?? 'unknown.rpm');
  return join(output, name);
}
