import type { DockerOptions } from 'dockerode';
import { LabError } from '../../../contract/index.js';
import { parseSshTarget } from './ssh-arguments.js';
import type { SshTarget } from './ssh-arguments.js';

/** Where an engine may be reached, as written in DOCKER_HOST or a docker context. */
export interface Address {
  /** Canonical: `unix:///run/docker.sock`, `tcp://host:2375`, `npipe:////./pipe/docker_engine`, `ssh://user@host`. */
  text: string;
  kind: 'unix' | 'npipe' | 'tcp' | 'ssh';
  /** What the client needs in order to connect; the environment's own settings are overridden. */
  connection: DockerOptions;
  /** Of a unix socket or a named pipe. */
  path?: string;
  ssh?: SshTarget;
}

/** Nothing of DOCKER_HOST may shine through: dockerode fills what is missing from it. */
const NOTHING: DockerOptions = {
  socketPath: undefined,
  host: undefined,
  port: undefined,
  protocol: 'http',
  username: undefined,
};

/** Throws LabError `bad-request` for what is not an engine's address. */
export function parseAddress(text: string, engine: SshTarget['engine'] = 'docker'): Address {
  const scheme = /^([a-z]+):\/\//.exec(text)?.[1];
  if (scheme === 'unix' || scheme === 'npipe') {
    const path = text.slice(scheme.length + 3);
    if (path === '') throw notAnAddress(text);
    return { text, kind: scheme, path, connection: { ...NOTHING, socketPath: path } };
  }
  // `localhost:2375` is tcp, as for the docker command.
  const url = toUrl(scheme === undefined ? `tcp://${text}` : text);
  if (url === undefined || url.hostname === '') throw notAnAddress(text);
  switch (url.protocol) {
    case 'ssh:': {
      const ssh = parseSshTarget(url, engine);
      if (ssh === undefined) throw notAnAddress(text);
      return { text: url.href, kind: 'ssh', connection: THROUGH_SSH, ssh };
    }
    case 'tcp:':
    case 'http:':
    case 'https:':
      return { text: `tcp://${url.host}`, kind: 'tcp', connection: toTcp(url) };
    default:
      throw notAnAddress(text);
  }
}

function toTcp(url: URL): DockerOptions {
  const secure = url.protocol === 'https:' || url.port === '2376';
  return {
    ...NOTHING,
    host: url.hostname,
    port: url.port === '' ? (secure ? 2376 : 2375) : Number(url.port),
    protocol: secure ? 'https' : 'http',
  };
}

/** HTTP inside the connection; the name is for the Host header only, as the docker command has it. */
const THROUGH_SSH: DockerOptions = { ...NOTHING, host: 'api.moby.localhost', port: 80 };

function toUrl(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}

function notAnAddress(text: string): LabError {
  return new LabError(
    'bad-request',
    `"${text.slice(0, 200)}" is not the address of a container engine.`,
    'Write it as unix:///path/to/docker.sock, tcp://host:2375 or ssh://user@host.',
  );
}
