import { homedir } from 'node:os';
import { join } from 'node:path';
import { LabError } from '../../../contract/index.js';
import { parseAddress } from './address.js';
import type { Address } from './address.js';
import { currentContextName, readContext, readTls } from './contexts.js';
import type { Tls } from './contexts.js';

/** A place where an engine may answer. */
export interface Candidate {
  address: Address;
  /** Who named it, for people: `DOCKER_HOST`, `docker context work`, or undefined for a usual socket. */
  namedBy?: string;
  tls?: Tls;
}

export interface Surroundings {
  env: Readonly<Record<string, string | undefined>>;
  platform: NodeJS.Platform;
  /** Of the user, for sockets below /run/user; absent on Windows. */
  uid?: number;
}

export function theseSurroundings(): Surroundings {
  const uid = process.getuid?.();
  return {
    env: process.env,
    platform: process.platform,
    ...(uid === undefined ? {} : { uid }),
  };
}

/**
 * Where to look, best first. An engine that the user named by DOCKER_HOST or by a context is the
 * only Docker engine looked for, as for the docker command: a program must never land on an engine
 * that the user did not mean. Podman's own sockets are looked at in any case. Throws LabError when
 * what was named is not an address or not a context.
 */
export function engineCandidates(here: Surroundings): Candidate[] {
  const named = namedDocker(here);
  const docker = named === undefined ? usualDockerSockets(here).map(usual) : [named];
  return [...docker, ...podman(here)];
}

function namedDocker({ env }: Surroundings): Candidate | undefined {
  const host = env['DOCKER_HOST'];
  if (host !== undefined && host !== '') {
    const address = parseAddress(host);
    const tls = address.kind === 'tcp' ? envTls(env) : undefined;
    return withTls({ address, namedBy: 'DOCKER_HOST' }, tls);
  }
  const name = currentContextName(env);
  if (name === undefined) return undefined;
  const context = readContext(name, env);
  if (context === undefined) throw noSuchContext(name);
  return withTls(
    { address: parseAddress(context.host), namedBy: `docker context ${name}` },
    context.tls,
  );
}

function noSuchContext(name: string): LabError {
  return new LabError(
    'engine-unreachable',
    `The docker context "${name}" is in use, but there is no such context.`,
    'List them with docker context ls and choose one with docker context use.',
  );
}

function envTls(env: Surroundings['env']): Tls | undefined {
  const { DOCKER_CERT_PATH: folder, DOCKER_TLS_VERIFY: verify } = env;
  if (verify === undefined || verify === '') return undefined;
  const certificates = folder ?? join(env['HOME'] ?? homedir(), '.docker');
  const tls = readTls(certificates);
  // Without them the connection would go out in the clear, which is not what was asked for.
  if (tls?.ca === undefined) throw noCertificates(certificates);
  return tls;
}

function noCertificates(folder: string): LabError {
  return new LabError(
    'engine-unreachable',
    `DOCKER_TLS_VERIFY is set, but there is no readable ca.pem in ${folder}.`,
    'Put ca.pem, cert.pem and key.pem there, or name their folder in DOCKER_CERT_PATH.',
  );
}

function withTls(candidate: Candidate, tls: Tls | undefined): Candidate {
  return tls === undefined ? candidate : { ...candidate, tls };
}

function usual(path: string): Candidate {
  return { address: parseAddress(path.startsWith('//') ? `npipe://${path}` : `unix://${path}`) };
}

function usualDockerSockets(here: Surroundings): string[] {
  if (here.platform === 'win32') {
    return ['//./pipe/docker_engine', '//./pipe/dockerDesktopLinuxEngine'];
  }
  const home = here.env['HOME'] ?? homedir();
  return [
    '/var/run/docker.sock',
    ...runtimeDirs(here).map((dir) => join(dir, 'docker.sock')),
    join(home, '.docker/run/docker.sock'),
    join(home, '.docker/desktop/docker.sock'),
    join(home, '.colima/default/docker.sock'),
    join(home, '.rd/docker.sock'),
    join(home, '.orbstack/run/docker.sock'),
  ];
}

function podman(here: Surroundings): Candidate[] {
  const host = here.env['CONTAINER_HOST'];
  if (host !== undefined && host !== '') {
    return [{ address: parseAddress(host, 'podman'), namedBy: 'CONTAINER_HOST' }];
  }
  if (here.platform === 'win32') return [usual('//./pipe/podman-machine-default')];
  const home = here.env['HOME'] ?? homedir();
  return [
    '/run/podman/podman.sock',
    ...runtimeDirs(here).map((dir) => join(dir, 'podman/podman.sock')),
    join(home, '.local/share/containers/podman/machine/podman.sock'),
  ].map(usual);
}

function runtimeDirs({ env, uid }: Surroundings): string[] {
  const dirs = [env['XDG_RUNTIME_DIR'], uid === undefined ? undefined : `/run/user/${uid}`];
  return [...new Set(dirs.filter((dir) => dir !== undefined && dir !== ''))] as string[];
}
