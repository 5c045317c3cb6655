import { existsSync, readFileSync } from 'node:fs';
import { capture } from './processes.mjs';
import { say, Stop } from './say.mjs';

const ENV = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C.UTF-8' };
const INSTALL_TIMEOUT_MS = 15 * 60_000;
let isUpdated = false;

export function isRoot() {
  return process.getuid?.() === 0;
}

function isDebianLike() {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get')) return false;
  const release = readFileSync('/etc/os-release', 'utf8');
  return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(release);
}

/** Only root installs anything: nobody is asked for a password in the middle of a command. */
export function mayInstall() {
  return isRoot() && isDebianLike();
}

/**
 * @param {readonly string[]} packages names in Debian 12
 * @returns {string} the one line to type
 */
export function installLine(packages) {
  return isDebianLike()
    ? `sudo apt-get install -y --no-install-recommends ${packages.join(' ')}`
    : `install what Debian calls ${packages.join(', ')}, with your system's package manager`;
}

/**
 * @param {readonly string[]} packages names in Debian 12
 * @param {string} purpose
 */
export async function install(packages, purpose) {
  if (!isUpdated)
    await capture(['apt-get', 'update', '-q'], { env: ENV, timeoutMs: INSTALL_TIMEOUT_MS });
  isUpdated = true;
  const names = await Promise.all(packages.map(nameHere));
  say(`Installing ${names.join(' ')} with apt-get, ${purpose}.`);
  const { code, output } = await capture(
    [
      'apt-get',
      'install',
      '-y',
      '-q',
      '--no-install-recommends',
      '-o',
      'DPkg::Lock::Timeout=120',
      ...names,
    ],
    { env: ENV, timeoutMs: INSTALL_TIMEOUT_MS },
  );
  if (code !== 0) {
    throw new Stop(
      `${output.split('\n').slice(-15).join('\n')}\napt-get could not install ${names.join(' ')} (exit code ${code}).`,
      installLine(packages),
    );
  }
}

/**
 * Ubuntu 24.04 renamed some libraries (`libasound2t64`) and left the old name to several providers.
 * @param {string} name
 */
async function nameHere(name) {
  const { code } = await capture(['apt-cache', 'show', '--no-all-versions', name], { env: ENV });
  return code === 0 ? name : `${name}t64`;
}
