import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { homedir } from 'node:os';
import { join } from 'node:path';

const ANSWER_TIMEOUT_MS = 3000;

/**
 * Where a Docker engine may be, in the order of Docker's own client. The scripts do not ask the lab,
 * which looks in the same places: what is tested must not decide whether it is tested.
 * @param {NodeJS.ProcessEnv} env
 * @param {string} [home]
 * @returns {string[]} as DOCKER_HOST would say it
 */
export function engineCandidates(env, home = homedir()) {
  if (env['DOCKER_HOST']) return [env['DOCKER_HOST']];
  const sockets = [
    '/var/run/docker.sock',
    env['XDG_RUNTIME_DIR'] && join(env['XDG_RUNTIME_DIR'], 'docker.sock'),
    join(home, '.docker/run/docker.sock'),
    join(home, '.docker/desktop/docker.sock'),
    join(home, '.colima/default/docker.sock'),
  ].flatMap((path) => (path ? [`unix://${path}`] : []));
  const context = contextHost(env, join(home, '.docker'));
  return context === undefined ? sockets : [context, ...sockets];
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {string} folder of Docker's client
 * @returns {string | undefined}
 */
function contextHost(env, folder) {
  const name = env['DOCKER_CONTEXT'] ?? json(join(folder, 'config.json'))?.currentContext;
  if (typeof name !== 'string' || name === 'default') return undefined;
  const id = createHash('sha256').update(name).digest('hex');
  return json(join(folder, 'contexts/meta', id, 'meta.json'))?.Endpoints?.docker?.Host;
}

/** @param {string} path */
function json(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * The first engine that answers.
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<string | undefined>}
 */
export async function findEngine(env) {
  for (const host of engineCandidates(env)) if (await answers(host)) return host;
  return undefined;
}

/**
 * @param {string} host
 * @returns {Promise<boolean>}
 */
export function answers(host) {
  const target = targetOf(host);
  if (target === undefined) return Promise.resolve(false);
  return new Promise((resolve) => {
    const ping = request({ ...target, path: '/_ping', timeout: ANSWER_TIMEOUT_MS }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    ping.once('timeout', () => ping.destroy());
    ping.once('error', () => resolve(false));
    ping.end();
  });
}

/** @param {string} host */
function targetOf(host) {
  const unix = /^unix:\/\/(\/.+)$/.exec(host)?.[1];
  if (unix !== undefined) return { socketPath: unix };
  const [, hostname, port] = /^(?:tcp|http):\/\/([^/:]+):(\d+)\/?$/.exec(host) ?? [];
  return hostname === undefined ? undefined : { hostname, port: Number(port) };
}
