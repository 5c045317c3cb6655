import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { atEnd } from './clean-up.mjs';
import { withoutHybridCgroups } from './hybrid-cgroups.mjs';
import { underOurLife } from './life.mjs';
import { mountsBelow } from './mounts.mjs';
import { capture, end } from './processes.mjs';
import { onPath } from './programs.mjs';
import { say } from './say.mjs';

const START_TIMEOUT_MS = 60_000;
const STOP_TIMEOUT_MS = 30_000;
/** Where iptables or the bridge cannot be used: containers then have no network but their own loopback. */
const WITHOUT_NETWORK = ['--bridge=none', '--iptables=false'];

/**
 * Starts a Docker engine of our own, in a folder of its own, that ends with this process.
 * @returns {Promise<{ host: string, note?: string } | { why: string }>}
 */
export async function startPrivateEngine() {
  const dockerd = onPath('dockerd');
  if (dockerd === undefined) return { why: 'dockerd is not installed' };
  const first = await attempt(dockerd, []);
  if ('host' in first) return first;
  say(`The engine could not set up its network (${first.why}); trying without.`);
  const second = await attempt(dockerd, WITHOUT_NETWORK);
  return 'host' in second ? { ...second, note: `no bridge network: ${first.why}` } : second;
}

/**
 * @param {string} dockerd
 * @param {string[]} flags
 * @returns {Promise<{ host: string } | { why: string }>}
 */
async function attempt(dockerd, flags) {
  const folder = mkdtempSync(join(tmpdir(), 'paralelo-engine-'));
  const host = `unix://${join(folder, 'docker.sock')}`;
  const crun = onPath('crun');
  const command = withoutHybridCgroups([
    dockerd,
    '--host',
    host,
    '--data-root',
    join(folder, 'data'),
    '--exec-root',
    join(folder, 'exec'),
    '--pidfile',
    join(folder, 'pid'),
    ...(crun === undefined ? [] : ['--add-runtime', `crun=${crun}`]),
    ...flags,
  ]);
  const [program = '', ...args] = underOurLife(command);
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'], detached: true });
  const stop = () => stopEngine(child, folder);
  const forget = atEnd(stop);
  const failure = await untilItListens(child);
  if (failure === undefined) return { host };
  forget();
  await stop();
  return { why: failure };
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<string | undefined>} why it does not
 */
function untilItListens(child) {
  let log = '';
  return new Promise((resolve) => {
    const timer = setTimeout(
      () => resolve(`not ready in ${START_TIMEOUT_MS / 1000} s`),
      START_TIMEOUT_MS,
    );
    /** @param {string} [why] */
    const settle = (why) => {
      clearTimeout(timer);
      resolve(why);
    };
    child.stderr?.on('data', (chunk) => {
      log = (log + String(chunk)).slice(-20_000);
      if (log.includes('API listen on')) settle();
    });
    child.once('error', (error) => settle(error.message));
    child.once('close', (code) => settle(lastLine(log) ?? `dockerd ended with ${code}`));
  });
}

/** @param {string} log */
function lastLine(log) {
  return log.trim().split('\n').at(-1)?.slice(0, 500) || undefined;
}

/**
 * Ends the engine and what it left: it may have been killed in the middle of a test.
 * @param {import('node:child_process').ChildProcess} child
 * @param {string} folder
 */
async function stopEngine(child, folder) {
  await end(child, (signal) => child.kill(signal), STOP_TIMEOUT_MS);
  for (const pid of helpersOf(folder)) process.kill(pid, 'SIGKILL');
  for (const mount of mountsBelow(folder)) await capture(['umount', '--lazy', mount]);
  await rm(folder, { recursive: true, force: true, maxRetries: 10 });
}

/**
 * containerd and its shims carry the folder, which is ours alone, in their arguments.
 * @param {string} folder
 * @returns {number[]}
 */
function helpersOf(folder) {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      const [program = '', ...args] = argumentsOf(pid);
      return (
        basename(program).startsWith('containerd') &&
        args.some((arg) => arg.startsWith(`${folder}/exec/`))
      );
    })
    .map(Number);
}

/** @param {string} pid */
function argumentsOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  } catch {
    return []; // It ended while we looked.
  }
}
