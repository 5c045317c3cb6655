import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from './cache.mjs';
import { installLine, mayInstall } from './debian.mjs';
import { capture } from './processes.mjs';
import { isProgram, onPath } from './programs.mjs';
import { say, Stop } from './say.mjs';

const PROGRAMS = ['prometheus', 'promtool'];

/**
 * A Prometheus that scrapes our endpoint. Debian's package is unpacked, not installed: installed, it would be a service
 * of the machine from then on.
 * @returns {Promise<import('./test-machine.mjs').Prepared>}
 */
export async function preparePrometheus() {
  const there = PROGRAMS.map((name) => onPath(name));
  if (there.every((path) => path !== undefined)) return { found: there.join(', '), env: {} };
  const folder = join(cacheFolder(process.env), 'test-programs', 'prometheus');
  const bin = join(folder, 'usr/bin');
  const isThere = () => PROGRAMS.every((name) => isProgram(join(bin, name)));
  if (!isThere()) await unpack(folder);
  if (!isThere()) throw new Stop('There is no Prometheus.', installLine(['prometheus']));
  return { found: bin, env: { PARALELO_PROMETHEUS: bin } };
}

/** @param {string} folder */
async function unpack(folder) {
  if (!mayInstall()) throw new Stop('There is no Prometheus.', installLine(['prometheus']));
  mkdirSync(folder, { recursive: true });
  say('Unpacking prometheus of Debian, to scrape our endpoint.');
  await capture(['apt-get', 'update', '-q'], { env: process.env, timeoutMs: 300_000 });
  // In a shell of its own for its working folder: apt-get downloads into that.
  const script = 'cd "$1" && apt-get download -q prometheus && dpkg-deb -x prometheus_*.deb .';
  const { code, output } = await capture(['sh', '-c', script, 'sh', folder], {
    env: process.env,
    timeoutMs: 600_000,
  });
  if (code === 0 && readdirSync(folder).length > 0) return;
  throw new Stop(
    `${output.split('\n').slice(-5).join('\n')}\nDebian's prometheus cannot be had.`,
    installLine(['prometheus']),
  );
}
