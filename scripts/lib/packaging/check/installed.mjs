import { existsSync } from 'node:fs';
import { atEnd } from '../../clean-up.mjs';
import { isRoot, mayInstall } from '../../debian.mjs';
import { capture } from '../../processes.mjs';
import { Stop } from '../../say.mjs';
import { wrongFuses } from '../fuses.mjs';
import { must } from '../must.mjs';
import { checkInside } from './inside.mjs';
import { expectThat } from './index.mjs';
import { makeUser } from './user.mjs';
import { checkTerminal } from './terminal.mjs';
import { checkWindow } from './window.mjs';

const APT = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C.UTF-8' };
const OWN_FOLDERS = ['.config/paralelo', '.config/Paralelo', '.cache/paralelo'];

/**
 * @param {string} deb installed on this machine, used by a user made for it, removed, purged
 * @param {(user: import('./user.mjs').User) => Promise<void>} [meanwhile]
 */
export async function checkInstalled(deb, meanwhile) {
  if (!isRoot() || !mayInstall()) {
    throw new Stop(
      'Installing the .deb needs root on Debian or Ubuntu.',
      'Run it in a container or a virtual machine of such a system.',
    );
  }
  if (existsSync('/opt/paralelo')) {
    throw new Stop('Paralelo is installed on this machine already.', 'apt-get purge paralelo');
  }
  // Before anything of it runs as root.
  await expectNoScripts(deb);
  const before = await everyFile();
  await apt('install', deb);
  const forget = atEnd(away);
  const user = await makeUser();
  try {
    await checkInside();
    const wrong = await wrongFuses('/opt/paralelo/paralelo');
    expectThat(wrong.length === 0, 'every fuse is as it was decided', wrong.join());
    await checkTerminal(user);
    await checkWindow(user);
    await meanwhile?.(user);
    await checkRemoval(user, before);
  } finally {
    await away();
    forget();
    await user.remove();
  }
}

/**
 * @param {import('./user.mjs').User} user
 * @param {Set<string>} before
 */
async function checkRemoval(user, before) {
  const kept = OWN_FOLDERS.filter((folder) => existsSync(`${user.home}/${folder}`));
  expectThat(kept.length > 0, 'the user has data of the app', kept.join());
  await apt('remove', 'paralelo');
  const left = [...(await everyFile())].filter((path) => !before.has(path));
  expectThat(left.length === 0, 'after its removal no file of the package is left', left.join());
  const still = kept.filter((folder) => existsSync(`${user.home}/${folder}`));
  expectThat(still.length === kept.length, 'its removal leaves the data of the user');
  await away();
  const after = kept.filter((folder) => existsSync(`${user.home}/${folder}`));
  expectThat(after.length === kept.length, 'so does its purge: only the user removes them');
}

/** @param {string} deb */
async function expectNoScripts(deb) {
  const { output } = await capture([
    'sh',
    '-c',
    'dpkg-deb --ctrl-tarfile "$1" | tar -t',
    'sh',
    deb,
  ]);
  const files = output.split('\n').filter((line) => line !== '' && !line.endsWith('/'));
  const others = files.filter((file) => !['./control', './md5sums'].includes(file));
  expectThat(
    files.length > 0 && others.length === 0,
    'the .deb runs nothing when it is installed, removed or purged',
    others.join(),
  );
}

/** Those that this package could leave. */
async function everyFile() {
  const { output } = await capture([
    'find',
    '/opt',
    '/usr',
    '/etc',
    '/var/lib',
    '-iname',
    '*paralelo*',
    '-not',
    '-path',
    '/var/lib/docker/*',
    '-not',
    '-path',
    '/var/lib/dpkg/info/*',
  ]);
  return new Set(output.trim().split('\n'));
}

/** Whatever its state is: it may be gone already. */
async function away() {
  await capture(['dpkg', '--purge', 'paralelo'], { env: APT });
}

/**
 * @param {'install' | 'remove'} what
 * @param {string} target
 */
async function apt(what, target) {
  await must(['apt-get', what, '-y', '-q', '--no-install-recommends', target], { env: APT });
}
