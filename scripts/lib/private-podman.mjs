import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atEnd } from './clean-up.mjs';
import { answers } from './engine.mjs';
import { withoutHybridCgroups } from './hybrid-cgroups.mjs';
import { underOurLife } from './life.mjs';
import { mountsBelow } from './mounts.mjs';
import { capture, end } from './processes.mjs';
import { onPath } from './programs.mjs';

const START_TIMEOUT_MS = 30_000;
const ASK_AGAIN_MS = 100;

/**
 * Starts Podman's API service of our own, with images and containers in a folder of its own, that
 * ends with this process.
 * @returns {Promise<{ host: string } | { why: string }>}
 */
export async function startPrivatePodman() {
  const podman = onPath('podman');
  if (podman === undefined) return { why: 'podman is not installed' };
  const folder = mkdtempSync(join(tmpdir(), 'paralelo-podman-'));
  const host = `unix://${join(folder, 'podman.sock')}`;
  const config = join(folder, 'containers.conf');
  writeFileSync(config, configuration());
  const places = placesIn(folder);
  const [program = '', ...args] = underOurLife(
    withoutHybridCgroups([podman, ...places, 'system', 'service', '--time=0', host]),
  );
  const env = { ...process.env, CONTAINERS_CONF: config };
  // In its folder: conmon leaves a file called `oom` where it runs.
  const child = spawn(program, args, {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
    env,
  });
  const stop = () => stopPodman(podman, child, folder, env);
  const forget = atEnd(stop);
  const failure = await untilItAnswers(child, host);
  if (failure === undefined) return { host };
  forget();
  await stop();
  return { why: failure };
}

/** @param {string} folder */
function placesIn(folder) {
  return [
    ...['--root', join(folder, 'root'), '--runroot', join(folder, 'run')],
    // vfs and cgroupfs: they need neither overlay on overlay nor systemd.
    ...['--storage-driver', 'vfs', '--cgroup-manager', 'cgroupfs'],
  ];
}

/** Podman gives a container the highest limits there are, which a service without that right may not. */
function configuration() {
  const limits = readFileSync('/proc/self/limits', 'utf8');
  const pidMax = Number(readFileSync('/proc/sys/kernel/pid_max', 'utf8'));
  const files = hardLimit(limits, 'Max open files');
  // Podman lowers its own number of processes to the highest pid.
  const processes = Math.min(hardLimit(limits, 'Max processes'), pidMax);
  const ulimits = [`nofile=${files}:${files}`, `nproc=${processes}:${processes}`];
  return `[containers]\ndefault_ulimits = ${JSON.stringify(ulimits)}\n`;
}

/**
 * @param {string} limits of /proc/PID/limits, proc(5)
 * @param {string} name
 */
function hardLimit(limits, name) {
  const number = new RegExp(`^${name}\\s+\\S+\\s+(\\d+)`, 'm').exec(limits)?.[1];
  return number === undefined ? 1_048_576 : Number(number); // unlimited
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {string} host
 * @returns {Promise<string | undefined>} why it does not
 */
async function untilItAnswers(child, host) {
  let log = '';
  child.stderr?.on('data', (chunk) => (log = (log + String(chunk)).slice(-2000)));
  child.once('error', (error) => (log += error.message));
  const deadline = performance.now() + START_TIMEOUT_MS;
  while (performance.now() < deadline) {
    if (await answers(host)) return undefined;
    if (child.pid === undefined || child.exitCode !== null) return log.trim() || 'podman ended';
    await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
  }
  return `not ready in ${START_TIMEOUT_MS / 1000} s`;
}

/**
 * Ends the service, and first the containers that a killed test left: they outlive it.
 * @param {string} podman
 * @param {import('node:child_process').ChildProcess} child
 * @param {string} folder
 * @param {NodeJS.ProcessEnv} env
 */
async function stopPodman(podman, child, folder, env) {
  const all = ['rm', '--all', '--force', '--time', '0'];
  await capture([podman, ...placesIn(folder), ...all], { env, timeoutMs: START_TIMEOUT_MS });
  await end(child, (signal) => child.kill(signal));
  for (const mount of mountsBelow(folder)) await capture(['umount', '--lazy', mount]);
  await rm(folder, { recursive: true, force: true, maxRetries: 10 });
}
