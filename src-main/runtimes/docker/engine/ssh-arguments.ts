/** An engine behind a login on another machine. */
export interface SshTarget {
  host: string;
  user?: string;
  port?: number;
  /** Of the engine's socket over there; its own default otherwise. */
  socketPath?: string;
  engine: 'docker' | 'podman';
}

/** Shorter than the time in which the first answer must come. */
const CONNECT_S = 4;

/** A letter or digit first: none of them can be taken for an option, and none means anything to a shell. */
const HOST = /^(?:[A-Za-z0-9][A-Za-z0-9._-]*|[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*)$/;
const USER = /^[A-Za-z0-9_][A-Za-z0-9._@-]*$/;
const SOCKET_PATH = /^\/[A-Za-z0-9._/-]+$/;

/** Undefined when a part of it is not what it must be: nothing of it is ever quoted or cleaned. */
export function parseSshTarget(url: URL, engine: SshTarget['engine']): SshTarget | undefined {
  // An IPv6 address stands in brackets in a URL.
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  const user = decoded(url.username);
  const path = url.pathname === '/' ? '' : url.pathname;
  const fits =
    HOST.test(host) &&
    user !== undefined &&
    (user === '' || USER.test(user)) &&
    (path === '' || SOCKET_PATH.test(path)) &&
    url.password === '' &&
    url.search === '' &&
    url.hash === '';
  if (!fits) return undefined;
  return {
    host,
    engine,
    ...(user === '' ? {} : { user }),
    ...(url.port === '' ? {} : { port: Number(url.port) }),
    ...(path === '' ? {} : { socketPath: path }),
  };
}

/** Of ssh(1). BatchMode: it never asks; an unknown host is refused, unless the user's own settings say otherwise. */
export function sshArguments({ host, user, port, socketPath, engine }: SshTarget): string[] {
  const flag = engine === 'docker' ? '--host' : '--url';
  const socket = socketPath === undefined ? [] : [flag, `unix://${socketPath}`];
  return [
    ...['-T', '-o', 'BatchMode=yes', '-o', `ConnectTimeout=${CONNECT_S}`],
    ...(user === undefined ? [] : ['-l', user]),
    ...(port === undefined ? [] : ['-p', String(port)]),
    ...['--', host, engine, ...socket, 'system', 'dial-stdio'],
  ];
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
