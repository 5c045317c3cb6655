import { existsSync, readdirSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Stop } from '../say.mjs';
import { needTool } from './need-tool.mjs';
import { runTool } from './run-tool.mjs';

/** @typedef {{ by: 'debian', package: string, release: string }} Debian */

const KEYRING = '/usr/share/keyrings/debian-archive-keyring.gpg';
const HINT = 'see whether the Debian mirror of this machine can be reached, then try again.';

/**
 * Unpacks a package of a given Debian release with all that it needs, its C library too, so that it runs on
 * any Debian and nothing of the system is touched. apt checks the signatures; root is not needed.
 * @param {Debian} way
 * @param {import('./install.mjs').Shop} shop
 * @param {import('./run-tool.mjs').Work} work
 */
export async function installFromDebian(way, shop, work) {
  const apt = await aptOf(way.release, shop.scrap, work);
  const list = ['--print-uris', '-y', '--no-install-recommends', 'install', way.package];
  await runTool([...apt, '-q', 'update'], work, { hint: HINT });
  const packages = packagesIn(await runTool([...apt, ...list], work, { hint: HINT }));
  const archives = join(shop.scrap, 'archives');
  await mkdir(archives);
  await runTool([...apt, '-q', 'download', ...packages], work, { cwd: archives, hint: HINT });
  const root = join(shop.made, 'root');
  const dpkg = needTool('dpkg', work.env);
  for (const archive of readdirSync(archives)) {
    await runTool([dpkg, '-x', join(archives, archive), root], work);
  }
  await rm(join(root, 'usr/share'), { recursive: true, force: true });
  const script = startScript(root, join(shop.target, 'root'), shop.program);
  await writeFile(join(shop.made, 'bin', shop.program), script, { mode: 0o755 });
}

/**
 * apt with lists, sources and an idea of what is installed (nothing) of its own.
 * @param {string} release
 * @param {string} folder
 * @param {import('./run-tool.mjs').Work} work
 */
async function aptOf(release, folder, work) {
  const apt = needTool('apt-get', work.env);
  if (!existsSync(KEYRING)) {
    throw new Stop(`This system has no keys of Debian's archive.`, 'this way needs Debian.');
  }
  const asks = ['indextargets', '--format', '$(REPO_URI)', 'Created-By: Packages'];
  const mirror = mirrorIn(await runTool([apt, ...asks], work));
  if (mirror === undefined) {
    throw new Stop(
      'This system has no mirror of Debian among its sources.',
      'this way needs Debian.',
    );
  }
  await mkdir(join(folder, 'lists/partial'), { recursive: true });
  await mkdir(join(folder, 'cache/archives/partial'), { recursive: true });
  await writeFile(join(folder, 'status'), '');
  await writeFile(
    join(folder, 'sources.list'),
    `deb [signed-by=${KEYRING}] ${mirror} ${release} main\n`,
  );
  const settings = [
    `Dir::Etc::sourcelist=${join(folder, 'sources.list')}`,
    'Dir::Etc::sourceparts=-',
    'Dir::Etc::preferencesparts=-',
    `Dir::State::lists=${join(folder, 'lists')}`,
    `Dir::State::status=${join(folder, 'status')}`,
    `Dir::Cache=${join(folder, 'cache')}`,
    'Acquire::Languages=none',
    'Acquire::IndexTargets::deb::DEP-11::DefaultEnabled=false',
    // The folder is ours alone: the user `_apt`, whom root's apt would become, cannot reach it.
    'APT::Sandbox::User=root',
  ];
  return [apt, ...settings.flatMap((setting) => ['-o', setting])];
}

/**
 * @param {string} targets addresses of the system's sources, one a line
 * @returns {string | undefined} that of Debian itself, not of its security updates or of others
 */
export function mirrorIn(targets) {
  return targets.split('\n').find((address) => /\/debian\/?$/.test(address));
}

/**
 * @param {string} uris lines of `'address' name_version_arch.deb size hash`
 * @returns {string[]} names of packages
 */
export function packagesIn(uris) {
  return [...uris.matchAll(/^'\S+' ([^_\s]+)_\S+\.deb /gm)].map(([, name]) => name ?? '');
}

/**
 * The program under the C library that it was built with; the script becomes it, so the process stays one.
 * @param {string} root where it is now
 * @param {string} finalRoot where it will be
 * @param {string} program
 */
function startScript(root, finalRoot, program) {
  const libraries = readdirSync(join(root, 'usr/lib'))
    .map((name) => join('usr/lib', name))
    .filter((folder) => folder.includes('-linux-'));
  for (const folder of libraries) {
    const loader = readdirSync(join(root, folder)).find((name) => name.startsWith('ld-linux'));
    if (loader === undefined) continue;
    const [ld, path] = [join(finalRoot, folder, loader), join(finalRoot, folder)];
    const binary = join(finalRoot, 'usr/bin', program);
    return `#!/bin/sh\nexec ${quoted(ld)} --library-path ${quoted(path)} ${quoted(binary)} "$@"\n`;
  }
  throw new Stop('The packages hold no loader of programs.', 'report this: it should not happen.');
}

/** @param {string} text as one word of a shell */
function quoted(text) {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
